import EventLoop

/// A request that is being answered.
final class OpenExchange {
    let head: RequestHead
    let client: Forwarding.Client
    let startedAt: MonotonicTime
    var status = 0
    var bytes = 0
    var isStreaming = false
    /// Whether the connection ends with its stream.
    var streamCloses = false
    private var task: Task<Void, Never>?
    private var writer: CheckedContinuation<Void, Never>?
    private(set) var isLost = false

    init(_ head: RequestHead, client: Forwarding.Client, startedAt: MonotonicTime) {
        self.head = head
        self.client = client
        self.startedAt = startedAt
    }

    /// Takes over the task that answers, if it could not finish at once.
    func own(_ task: Task<Void, Never>) {
        self.task = task
    }

    func cancel() {
        task?.cancel()
    }

    /// The client is gone: nothing more can be written.
    func lose() {
        isLost = true
        cancel()
        resumeWriter()
    }

    /// Keeps a writer waiting until the client has taken what there is.
    func suspend(_ writer: CheckedContinuation<Void, Never>) {
        self.writer = writer
    }

    func resumeWriter() {
        writer?.resume()
        writer = nil
    }
}
