/// The log, as a part of the program sees it: with the fields that this part adds to every line.
///
///     log.info("request finished", .field("status", 200), .field("path", path))
///
/// Messages are literals and values stand in fields of their own, so no value can be read as a message.
public struct Log: Sendable {
    private let threshold: LogThreshold
    private let sink: any LogSink
    private let clock: any LoopClock
    private let bound: [UInt8]

    /// Lines below `level` are not written.
    public init(level: LogLevel, sink: any LogSink, clock: any LoopClock = SystemClock()) {
        self.init(threshold: LogThreshold(level), sink: sink, clock: clock)
    }

    public init(threshold: LogThreshold, sink: any LogSink, clock: any LoopClock = SystemClock()) {
        self.init(threshold: threshold, sink: sink, clock: clock, bound: [])
    }

    private init(threshold: LogThreshold, sink: any LogSink, clock: any LoopClock, bound: [UInt8]) {
        self.threshold = threshold
        self.sink = sink
        self.clock = clock
        self.bound = bound
    }

    /// The same log with `fields` in every line, after those that are bound already.
    public func with(_ fields: LogField...) -> Log {
        Log(threshold: threshold, sink: sink, clock: clock, bound: bound + sink.encoding.fragment(fields))
    }

    public func isEnabled(_ level: LogLevel) -> Bool {
        threshold.admits(level)
    }

    /// Writes a line with any number of fields, which are made even if the level is off.
    public func write(_ level: LogLevel, _ message: StaticString, _ fields: [LogField?]) {
        guard isEnabled(level) else { return }
        sink.write(sink.encoding.line(clock.wall(), level, message, bound: bound, fields))
    }
}

// Fields are closures, each on its own because Swift has no variadic ones: a level that is off costs a
// comparison, and no field of the call is made.
extension Log {
    public func debug(
        _ message: StaticString,
        _ a: @autoclosure () -> LogField? = nil, _ b: @autoclosure () -> LogField? = nil,
        _ c: @autoclosure () -> LogField? = nil, _ d: @autoclosure () -> LogField? = nil,
        _ e: @autoclosure () -> LogField? = nil, _ f: @autoclosure () -> LogField? = nil,
        _ g: @autoclosure () -> LogField? = nil, _ h: @autoclosure () -> LogField? = nil
    ) {
        guard isEnabled(.debug) else { return }
        write(.debug, message, [a(), b(), c(), d(), e(), f(), g(), h()])
    }

    public func info(
        _ message: StaticString,
        _ a: @autoclosure () -> LogField? = nil, _ b: @autoclosure () -> LogField? = nil,
        _ c: @autoclosure () -> LogField? = nil, _ d: @autoclosure () -> LogField? = nil,
        _ e: @autoclosure () -> LogField? = nil, _ f: @autoclosure () -> LogField? = nil,
        _ g: @autoclosure () -> LogField? = nil, _ h: @autoclosure () -> LogField? = nil
    ) {
        guard isEnabled(.info) else { return }
        write(.info, message, [a(), b(), c(), d(), e(), f(), g(), h()])
    }

    public func warning(
        _ message: StaticString,
        _ a: @autoclosure () -> LogField? = nil, _ b: @autoclosure () -> LogField? = nil,
        _ c: @autoclosure () -> LogField? = nil, _ d: @autoclosure () -> LogField? = nil,
        _ e: @autoclosure () -> LogField? = nil, _ f: @autoclosure () -> LogField? = nil,
        _ g: @autoclosure () -> LogField? = nil, _ h: @autoclosure () -> LogField? = nil
    ) {
        guard isEnabled(.warning) else { return }
        write(.warning, message, [a(), b(), c(), d(), e(), f(), g(), h()])
    }

    public func error(
        _ message: StaticString,
        _ a: @autoclosure () -> LogField? = nil, _ b: @autoclosure () -> LogField? = nil,
        _ c: @autoclosure () -> LogField? = nil, _ d: @autoclosure () -> LogField? = nil,
        _ e: @autoclosure () -> LogField? = nil, _ f: @autoclosure () -> LogField? = nil,
        _ g: @autoclosure () -> LogField? = nil, _ h: @autoclosure () -> LogField? = nil
    ) {
        guard isEnabled(.error) else { return }
        write(.error, message, [a(), b(), c(), d(), e(), f(), g(), h()])
    }
}
