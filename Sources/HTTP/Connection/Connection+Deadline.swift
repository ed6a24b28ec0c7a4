import EventLoop

/// The timer that stands for a connection. It is wound up only when it rings too early: a deadline that moves
/// back with every request costs nothing.
struct ArmedTimer {
    let id: TimerID
    let due: MonotonicTime
}

extension Connection {
    /// When the connection will have kept us waiting too long.
    private var patienceEnds: MonotonicTime {
        unsent.isEmpty ? deadline : unsent.progressedAt.advanced(byNanoseconds: worker.delays.stalledWrite)
    }

    func armTimer() {
        if case .closed = phase { return }
        noteBegunHead()
        let due = patienceEnds
        guard due < .distantFuture else { return }
        if let timer {
            guard due < timer.due else { return }
            worker.loop.cancel(timer.id)
        }
        timer = ArmedTimer(id: worker.loop.at(due) { [unowned self] in ring() }, due: due)
    }

    func disarmTimer() {
        if let timer { worker.loop.cancel(timer.id) }
        timer = nil
    }

    /// The clock of a head starts with its first byte; the bytes that follow do not wind it up.
    private func noteBegunHead() {
        guard case .head = phase else { return }
        if leftover.isEmpty {
            headHasBegun = false
        } else if !headHasBegun {
            headHasBegun = true
            deadline = worker.deadline(worker.delays.head)
        }
    }

    private func ring() {
        timer = nil
        if worker.loop.now >= patienceEnds { expire() } else { armTimer() }
    }

    private func expire() {
        switch phase {
        case .head where unsent.isEmpty && !leftover.isEmpty:
            refuse(.timeout, id: worker.ids.next())
            advance()
        case .body(let body) where unsent.isEmpty:
            worker.heldBodies -= body.bytes.count
            refuse(.timeout, id: body.head.id, body.head)
            advance()
        case .handshake, .head, .body, .exchange, .closing, .lingering, .closed:
            close()
        }
    }
}
