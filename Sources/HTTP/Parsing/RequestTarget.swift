/// What the request line asks for.
struct RequestTarget {
    var path: Range<Int>
    var query: Range<Int>?
    /// Host and port, of an absolute target only.
    var authority: Range<Int>?
}

extension HeadParser {
    /// Reads the target and the space behind it: a path, `*`, or an absolute `http` or `https` address, which a
    /// server must accept (RFC 9112, 3.2.2).
    func target(
        in bytes: Span<UInt8>, at position: inout Int, of method: Method
    ) throws(Stop) -> RequestTarget {
        let start = position
        guard start < bytes.count else { throw .incomplete }
        // Up to the first byte over the limit, so that it is refused there and not later.
        let window = bytes.extracting(first: start + limits.target + 1)
        do throws(Stop) {
            switch bytes[start] {
            case UInt8(ascii: "/"):
                return try pathAndQuery(in: window, at: &position)
            case UInt8(ascii: "*"):
                guard method == .options else { throw .malformed("Only OPTIONS may ask for *.") }
                position = start + 1
                guard position < window.count else { throw .incomplete }
                guard window[position] == .space else { throw .malformed("Something follows the target *.") }
                position += 1
                return RequestTarget(path: start..<start + 1)
            default:
                return try absolute(in: window, at: &position)
            }
        } catch {
            guard case .incomplete = error, window.count > start + limits.target else { throw error }
            throw .refused(.targetTooLong)
        }
    }

    private func pathAndQuery(in bytes: Span<UInt8>, at position: inout Int) throws(Stop) -> RequestTarget {
        let plain = ByteSet.plainTarget
        let start = position
        var questionMark: Int?
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if plain.contains(byte) {
                index += 1
                continue
            }
            switch byte {
            case .space:
                position = index + 1
                return RequestTarget(
                    path: start..<(questionMark ?? index), query: questionMark.map { $0 + 1..<index })
            case UInt8(ascii: "?"):
                if questionMark == nil { questionMark = index }
                index += 1
            case UInt8(ascii: "%"):
                try checkEscape(in: bytes, at: index)
                index += 3
            case UInt8(ascii: "#"):
                // A fragment is never sent (RFC 9112, 3.2.1); a proxy may have cut the path there for its rules.
                throw .malformed("The target has a fragment.")
            default:
                throw .malformed("The target has a character that is not visible ASCII.")
            }
        }
        throw .incomplete
    }

    private func checkEscape(in bytes: Span<UInt8>, at percent: Int) throws(Stop) {
        var value: UInt8 = 0
        for index in percent + 1...percent + 2 {
            guard index < bytes.count else { throw .incomplete }
            guard let digit = bytes[index].hexDigit else {
                throw .malformed("A percent sign in the target is not followed by two hex digits.")
            }
            value = value << 4 | digit
        }
        // Names no resource of ours, and ends a string early in whatever is written in C.
        guard value != 0 else { throw .malformed("The target has an encoded NUL.") }
    }

    private func absolute(in bytes: Span<UInt8>, at position: inout Int) throws(Stop) -> RequestTarget {
        let scheme = try schemeEnd(in: bytes, from: position)
        let allowed = ByteSet.authority
        var end = scheme
        while end < bytes.count, allowed.contains(bytes[end]) { end += 1 }
        guard end < bytes.count else { throw .incomplete }
        // Anything else here, `@` above all, would make two readers see two hosts (RFC 9110, 4.2.4).
        guard bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: "?") || bytes[end] == .space,
            HostValue.isValid(in: bytes, at: scheme..<end)
        else {
            throw .malformed("The target has no valid host.")
        }
        position = end
        var target = try pathAndQuery(in: bytes, at: &position)
        target.authority = scheme..<end
        // A path that was left out is `/` (RFC 9112, 3.2.1); the scheme's last slash lends its byte.
        if target.path.isEmpty { target.path = scheme - 1..<scheme }
        return target
    }

    /// Where `http://` or `https://` ends, in any case (RFC 3986, 3.1).
    private func schemeEnd(in bytes: Span<UInt8>, from start: Int) throws(Stop) -> Int {
        let secure = start + 4 < bytes.count && bytes[start + 4] | 0x20 == UInt8(ascii: "s")
        let expected: StaticString = secure ? "https://" : "http://"
        let letters = unsafe expected.utf8Start
        for offset in 0..<expected.utf8CodeUnitCount {
            guard start + offset < bytes.count else { throw .incomplete }
            let byte = bytes[start + offset]
            let folded = offset < expected.utf8CodeUnitCount - 3 ? byte | 0x20 : byte
            guard unsafe folded == letters[offset] else {
                throw .malformed("The target is neither a path nor an http address.")
            }
        }
        return start + expected.utf8CodeUnitCount
    }
}
