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
    private var isCancelled = false
    /// More than one, if the producer writes from several child tasks.
    private var writers: [CheckedContinuation<Void, Never>] = []
    private(set) var isLost = false

    init(_ head: RequestHead, client: Forwarding.Client, startedAt: MonotonicTime) {
        self.head = head
        self.client = client
        self.startedAt = startedAt
    }

    /// Takes over the task that answers, if it could not finish at once.
    func own(_ task: Task<Void, Never>) {
        self.task = task
        if isCancelled { task.cancel() }
    }

    /// Cancels the task, even one that is not known yet because it still runs for the first time.
    func cancel() {
        isCancelled = true
        task?.cancel()
    }

    /// The client is gone: nothing more can be written.
    func lose() {
        isLost = true
        cancel()
        resumeWriters()
    }

    /// Keeps a writer waiting until the client has taken what there is.
    func suspend(_ writer: CheckedContinuation<Void, Never>) {
        writers.append(writer)
    }

    func resumeWriters() {
        guard !writers.isEmpty else { return }
        let waiting = writers
        writers = []
        for writer in waiting { writer.resume() }
    }
}
