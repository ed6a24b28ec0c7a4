enum HeadParse: Equatable, Sendable {
    /// The bytes so far break no rule, and the head goes on.
    case incomplete
    case head(HeadLayout)
    /// The connection must close: where the next request would begin is no longer known.
    case refused(Refusal)
}

/// Reads the head of one HTTP/1.x request (RFC 9112), strictly: what two servers could read differently is
/// refused (section 11.2).
///
/// A value without memory: after `incomplete`, call it again with the same bytes and those that followed.
/// Each decision depends only on the bytes before it, so how the bytes were cut changes no result, and the
/// first broken rule is answered at the byte that breaks it.
struct HeadParser: Sendable {
    var limits = HeadLimits()

    func parse(_ bytes: Span<UInt8>) -> HeadParse {
        let window = bytes.extracting(first: limits.head)
        do throws(Stop) {
            return .head(try head(in: window))
        } catch {
            switch error {
            case .incomplete: return window.count < limits.head ? .incomplete : .refused(.headTooLarge)
            case .refused(let refusal): return .refused(refusal)
            }
        }
    }

    private func head(in bytes: Span<UInt8>) throws(Stop) -> HeadLayout {
        var position = 0
        // One empty line before the request is forgiven (RFC 9112, 2.2): old clients end a body with one.
        if bytes.count > 0, bytes[0] == .carriageReturn { try endLine(in: bytes, at: &position) }
        let line = try requestLine(in: bytes, at: &position)
        var rules = FieldRules(minorVersion: line.minorVersion)
        let fields = try fieldLines(in: bytes, at: &position, rules: &rules)
        try rules.check()
        return HeadLayout(
            method: line.method, path: line.target.path, query: line.target.query,
            host: line.target.authority ?? rules.host, minorVersion: line.minorVersion, fields: fields,
            framing: rules.framing, keepsAlive: rules.keepsAlive, expectsContinue: rules.expectsContinue,
            length: position)
    }

    /// Steps over CR LF. A line ends with both and nothing else: a bare LF is a line's end to some servers
    /// and a part of the line to others.
    @inline(__always)
    func endLine(in bytes: Span<UInt8>, at position: inout Int) throws(Stop) {
        guard position + 1 < bytes.count, bytes[position] == .carriageReturn,
            bytes[position + 1] == .lineFeed
        else { throw unendedLine(in: bytes, at: position) }
        position += 2
    }

    private func unendedLine(in bytes: Span<UInt8>, at position: Int) -> Stop {
        guard position < bytes.count else { return .incomplete }
        switch bytes[position] {
        case .lineFeed: return .malformed("A line ends without CR.")
        case .carriageReturn:
            return position + 1 < bytes.count ? .malformed("A CR stands alone.") : .incomplete
        default: return .malformed("A line does not end in CR LF.")
        }
    }
}

/// Why reading stops before the head ends.
enum Stop: Error {
    case incomplete
    case refused(Refusal)

    static func malformed(_ reason: StaticReason) -> Stop {
        .refused(.malformed(reason))
    }
}
