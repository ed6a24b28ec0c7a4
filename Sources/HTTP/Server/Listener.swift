import EventLoop

/// Takes connections for one worker, and pauses instead of spinning when there is no room for them.
final class Listener: DescriptorHandler {
    /// So that a flood of connections cannot keep the loop from the ones it has.
    private static let mostAtOnce = 64
    /// At the end all are taken, as many as the kernel lets wait.
    private static let mostAtEnd = 4096
    /// Room may come free on another loop, which does not tell.
    private static let pause: Duration = .milliseconds(100)

    /// Absent once closed, so that the port is free and new clients are refused instead of left waiting.
    private var socket: ListeningSocket?
    private let worker: Worker
    private let tls: TLSCredentials?
    private var timer: TimerID?
    /// A server that is full pauses many times a second: the log hears of it once a minute.
    private static let silence: Duration = .seconds(60)
    private var mayWarnFrom = MonotonicTime(nanoseconds: 0)

    init(_ socket: ListeningSocket, worker: Worker, tls: TLSCredentials?) {
        self.socket = socket
        self.worker = worker
        self.tls = tls
    }

    func open() throws(SystemError) {
        guard let socket else { return }
        try worker.loop.watch(socket.descriptor, for: .input, self)
    }

    /// Takes those that are already there, and turns away whoever comes later.
    func close() {
        guard let socket else { return }
        acceptWaiting(atMost: Self.mostAtEnd)
        if let timer { worker.loop.cancel(timer) }
        worker.loop.unwatch(socket.descriptor)
        // While it is open the kernel goes on to let clients in, to whom nobody would ever speak.
        self.socket = nil
    }

    func ready(_ readiness: IOEvents) {
        acceptWaiting(atMost: Self.mostAtOnce)
    }

    private func acceptWaiting(atMost most: Int) {
        guard let socket else { return }
        for _ in 0..<most {
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
        if worker.loop.now >= mayWarnFrom {
            mayWarnFrom = worker.loop.now + Self.silence
            worker.log.warning("accepting paused: no descriptor is left for a connection")
        }
        try? worker.loop.rewatch(socket.descriptor, for: [])
        timer = worker.loop.after(Self.pause) { [unowned self] in resumeAccepting() }
    }

    private func resumeAccepting() {
        timer = nil
        guard let socket else { return }
        try? worker.loop.rewatch(socket.descriptor, for: .input)
    }
}
