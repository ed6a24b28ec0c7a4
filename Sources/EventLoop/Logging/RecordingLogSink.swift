import Synchronization

/// A sink that keeps its lines: for tests that ask what was logged.
public final class RecordingLogSink: LogSink {
    public let encoding: LogEncoding
    private let recorded = Mutex<[String]>([])

    public init(_ encoding: LogEncoding = .json) {
        self.encoding = encoding
    }

    public func write(_ line: [UInt8]) {
        let text = String(decoding: line.dropLast(), as: UTF8.self)
        recorded.withLock { $0.append(text) }
    }

    /// The lines so far, without their newlines.
    public var lines: [String] { recorded.withLock { $0 } }
}
