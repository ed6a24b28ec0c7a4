import EventLoop

/// Takes connections for one worker, and pauses instead of spinning when there is no room for them.
final class Listener: DescriptorHandler {
    /// So that a flood of connections cannot keep the loop from the ones it has.
    private static let mostAtOnce = 64
    /// Room may come free on another loop, which does not tell.
    private static let pause: Duration = .milliseconds(100)

    private let socket: ListeningSocket
    private let worker: Worker
    private let tls: TLSCredentials?
    private var timer: TimerID?
    private var isClosed = false

    init(_ socket: ListeningSocket, worker: Worker, tls: TLSCredentials?) {
        self.socket = socket
        self.worker = worker
        self.tls = tls
    }

    func open() throws(SystemError) {
        try worker.loop.watch(socket.descriptor, for: .input, self)
    }

    /// Takes those that are already there, then no more.
    func close() {
        guard !isClosed else { return }
        acceptWaiting()
        isClosed = true
        if let timer { worker.loop.cancel(timer) }
        worker.loop.unwatch(socket.descriptor)
    }

    func ready(_ readiness: IOEvents) {
        acceptWaiting()
    }

    private func acceptWaiting() {
        for _ in 0..<Self.mostAtOnce {
            guard worker.budget.take() else { return pauseAccepting() }
            switch socket.accept() {
            case .connection(let descriptor, let peer):
                adopt(descriptor, peer)
            case .none:
                return worker.budget.giveBack()
            case .exhausted:
                worker.budget.giveBack()
                return pauseAccepting()
            }
        }
    }

    private func adopt(_ descriptor: consuming FileDescriptor, _ peer: SocketAddress) {
        let session = tls?.current.session(over: descriptor.number)
        if tls != nil && session == nil { return worker.budget.giveBack() }
        worker.adopt(Transport(descriptor, tls: session), peer: peer)
    }

    private func pauseAccepting() {
        guard timer == nil, !isClosed else { return }
        worker.metrics.acceptPauses.increment()
        worker.log.warning("accepting paused: no descriptor is left for a connection")
        try? worker.loop.rewatch(socket.descriptor, for: [])
        timer = worker.loop.after(Self.pause) { [unowned self] in resumeAccepting() }
    }

    private func resumeAccepting() {
        timer = nil
        try? worker.loop.rewatch(socket.descriptor, for: .input)
    }
}
