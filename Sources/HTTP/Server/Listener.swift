import EventLoop

/// Takes connections for one worker, and pauses instead of spinning when there is no room for them.
final class Listener: DescriptorHandler {
    /// So that a flood of connections cannot keep the loop from the ones it has.
    private static let mostAtOnce = 64
    /// Room may come free on another loop, which does not tell.
    private static let pause: Duration = .milliseconds(100)

    /// Absent once closed, so that the port is free and new clients are refused instead of left waiting.
    private var socket: ListeningSocket?
    private let worker: Worker
    private let tls: TLSCredentials?
    private var timer: TimerID?

    init(_ socket: ListeningSocket, worker: Worker, tls: TLSCredentials?) {
        self.socket = socket
        self.worker = worker
        self.tls = tls
    }

    func open() throws(SystemError) {
        guard let socket else { return }
        try worker.loop.watch(socket.descriptor, for: .input, self)
    }

    /// Takes those that are already there, then no more.
    func close() {
        acceptWaiting()
        if let timer { worker.loop.cancel(timer) }
        timer = nil
        if let socket { worker.loop.unwatch(socket.descriptor) }
        socket = nil
    }

    func ready(_ readiness: IOEvents) {
        acceptWaiting()
    }

    private func acceptWaiting() {
        guard let socket else { return }
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
        guard timer == nil, let socket else { return }
        worker.metrics.acceptPauses.increment()
        worker.log.warning("accepting paused: no descriptor is left for a connection")
        try? worker.loop.rewatch(socket.descriptor, for: [])
        timer = worker.loop.after(Self.pause) { [unowned self] in resumeAccepting() }
    }

    private func resumeAccepting() {
        timer = nil
        guard let socket else { return }
        try? worker.loop.rewatch(socket.descriptor, for: .input)
    }
}
