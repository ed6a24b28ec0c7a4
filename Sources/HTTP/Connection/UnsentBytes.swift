import EventLoop

/// What a socket has not taken yet.
struct UnsentBytes {
    private var bytes: [UInt8] = []
    private var start = 0
    /// When the socket last took something, or the first byte began to wait.
    private(set) var progressedAt = MonotonicTime.distantFuture

    var isEmpty: Bool { start == bytes.count }
    var count: Int { bytes.count - start }

    mutating func append(_ more: some Collection<UInt8>, at now: MonotonicTime) {
        if isEmpty { progressedAt = now }
        bytes.append(contentsOf: more)
    }

    /// Forgets what the socket took.
    mutating func drop(_ count: Int, at now: MonotonicTime) {
        start += count
        progressedAt = now
        if isEmpty { self = UnsentBytes() }
    }

    func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        unsafe bytes.withUnsafeBytes { unsafe body(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    }
}
