import EventLoop

extension Connection {
    /// Sends what is there; false when the socket takes no more for now, or is gone.
    func flush() -> Bool {
        if case .closed = phase { return dropOutput() }
        guard unsent.isEmpty || sendUnsent() else { return false }
        guard worker.output.isEmpty || sendOutput() else { return false }
        if case .exchange(let exchange) = phase { exchange.resumeWriters() }
        return true
    }

    private func sendUnsent() -> Bool {
        while !unsent.isEmpty {
            switch unsafe unsent.withBytes({ unsafe transport.write($0) }) {
            case .bytes(let count):
                unsent.drop(count, at: worker.loop.now)
                if unsent.isEmpty { startIdling() }
            case .wouldBlock: return keepOutput(from: 0)
            case .closed, .failed: return fail()
            }
        }
        return true
    }

    private func sendOutput() -> Bool {
        var sent = 0
        while sent < worker.output.count {
            let result = unsafe worker.output.withUnsafeBytes { bytes in
                unsafe transport.write(UnsafeRawBufferPointer(rebasing: bytes[sent...]))
            }
            switch result {
            case .bytes(let count): sent += count
            case .wouldBlock: return keepOutput(from: sent)
            case .closed, .failed: return fail()
            }
        }
        worker.output.removeAll(keepingCapacity: true)
        return true
    }

    /// A client that was still reading could not know that it was waited for.
    private func startIdling() {
        guard case .head = phase, !headHasBegun else { return }
        deadline = worker.deadline(worker.delays.idle)
    }

    /// The loop's buffer is for one connection at a time: what this one could not send, it keeps itself.
    private func keepOutput(from start: Int) -> Bool {
        unsent.append(worker.output[start...], at: worker.loop.now)
        worker.output.removeAll(keepingCapacity: true)
        return false
    }

    private func fail() -> Bool {
        close()
        return dropOutput()
    }

    /// What this connection was about to send must not reach the next one.
    private func dropOutput() -> Bool {
        worker.output.removeAll(keepingCapacity: true)
        return false
    }

    /// Answers what never became a request, and closes.
    func refuse(_ refusal: Refusal, id: String, _ head: RequestHead? = nil) {
        let response = worker.application.refuse(refusal, id: id)
        let content = response.content
        worker.writeHead(response, length: content.count, id: id, minorVersion: 1, closes: true)
        if head?.method != .head { worker.output.append(contentsOf: content) }
        leftover = []
        phase = .closing
        deadline = worker.deadline(worker.delays.linger)
        worker.refused(response, head, client: worker.client(of: self, head), id: id)
    }
}
