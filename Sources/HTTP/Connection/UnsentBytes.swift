import EventLoop

/// What a socket has not taken yet.
struct UnsentBytes {
    private var bytes: [UInt8] = []
    private var start = 0
    /// When the socket last took something, or the first byte began to wait.
    private(set) var progressedAt = MonotonicTime.distantFuture

    var isEmpty: Bool { start == bytes.count }
    var count: Int { bytes.count - start }
    /// The bytes in memory: those that the socket took already and that were not let go yet among them.
    var held: Int { bytes.count }

    mutating func append(_ more: some Collection<UInt8>, at now: MonotonicTime) {
        if isEmpty { progressedAt = now }
        bytes.append(contentsOf: more)
    }

    /// Forgets what the socket took.
    mutating func drop(_ count: Int, at now: MonotonicTime) {
        start += count
        progressedAt = now
        if isEmpty {
            self = UnsentBytes()
        } else if start > bytes.count / 2 {
            // A client that always leaves a little must not make the rest grow.
            bytes.removeSubrange(..<start)
            start = 0
        }
    }

    func withBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        unsafe bytes.withUnsafeBytes { unsafe body(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    }
}
