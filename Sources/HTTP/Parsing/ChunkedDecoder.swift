/// Takes a chunked body apart (RFC 9112, 7.1), one byte or many at a time. Eight bytes of state.
///
/// Chunk extensions are refused: no client needs them here, and what servers skip in them differently is
/// how requests have been hidden. RFC 9112, 7.1.1 wants them bounded; this bound is none. Trailer fields are
/// valid requests and are read by the rules of any field line, bounded, and dropped: nothing here trusts them.
struct ChunkedDecoder: Sendable {
    enum Progress: Equatable, Sendable {
        case needsMore
        case done
        /// The connection must close: the body's end is not known.
        case refused(Refusal)
    }

    private enum State: UInt8 {
        case size, sizeLineFeed
        case data, dataReturn, dataLineFeed
        case trailerStart, trailerName, trailerValue, trailerLineFeed
        case lastLineFeed
        case done
    }

    private static let longestSize = 8
    private static let mostTrailers = 16
    private static let longestTrailers = 4096

    private var state = State.size
    /// Digits of the size so far; fields, once in the trailers.
    private var count: UInt8 = 0
    private var trailerBytes: UInt16 = 0
    /// The size so far; what is left of the chunk, once in its data.
    private var remaining: UInt32 = 0

    /// Adds what `bytes` hold of the body to `body`, which may grow to `limit` bytes.
    ///
    /// `consumed` counts the bytes that belong to this body: behind it, after `done`, the next request begins.
    /// After `done` or `refused` the decoder is spent.
    mutating func decode(
        _ bytes: Span<UInt8>, into body: inout [UInt8], limit: Int
    ) -> (consumed: Int, progress: Progress) {
        var index = 0
        while index < bytes.count, state != .done {
            if state == .data {
                let end = index + min(Int(remaining), bytes.count - index)
                body.append(from: bytes, at: index..<end)
                remaining -= UInt32(end - index)
                index = end
                if remaining == 0 { state = .dataReturn }
                continue
            }
            do throws(Refusal) {
                try take(bytes[index], room: limit - body.count)
            } catch {
                return (index, .refused(error))
            }
            index += 1
        }
        return (index, state == .done ? .done : .needsMore)
    }

    private mutating func take(_ byte: UInt8, room: Int) throws(Refusal) {
        switch state {
        case .size: try takeSize(byte, room: room)
        case .sizeLineFeed:
            try expect(.lineFeed, byte, then: remaining == 0 ? .trailerStart : .data)
            count = 0
        case .dataReturn: try expect(.carriageReturn, byte, then: .dataLineFeed)
        case .dataLineFeed: try expect(.lineFeed, byte, then: .size)
        case .trailerStart, .trailerName, .trailerValue, .trailerLineFeed: try takeTrailer(byte)
        case .lastLineFeed: try expect(.lineFeed, byte, then: .done)
        case .data, .done: break
        }
    }

    private mutating func takeSize(_ byte: UInt8, room: Int) throws(Refusal) {
        if byte == .carriageReturn, count > 0 {
            state = .sizeLineFeed
            return
        }
        guard let digit = byte.hexDigit else { throw .malformed("A chunk's size is not hex digits alone.") }
        guard count < Self.longestSize else { throw .malformed("A chunk's size has too many digits.") }
        count += 1
        remaining = remaining << 4 | UInt32(digit)
        // More digits only make it larger, so the first that shows too much is answered.
        guard Int(remaining) <= room else { throw .bodyTooLarge }
    }

    private mutating func takeTrailer(_ byte: UInt8) throws(Refusal) {
        trailerBytes += 1
        guard trailerBytes <= Self.longestTrailers else { throw .headTooLarge }
        switch state {
        case .trailerStart where byte == .carriageReturn:
            state = .lastLineFeed
        case .trailerStart:
            guard ByteSet.token.contains(byte) else { throw .malformed("A trailer field has no name.") }
            guard count < Self.mostTrailers else { throw .headTooLarge }
            count += 1
            state = .trailerName
        case .trailerName where byte == UInt8(ascii: ":"):
            state = .trailerValue
        case .trailerName:
            guard ByteSet.token.contains(byte) else {
                throw .malformed("A trailer field's name is not a token.")
            }
        case .trailerValue where byte == .carriageReturn:
            state = .trailerLineFeed
        case .trailerValue:
            guard byte == .tab || (0x20..<0x7F).contains(byte) else {
                throw .malformed("A trailer field's value is not printable.")
            }
        default:
            try expect(.lineFeed, byte, then: .trailerStart)
        }
    }

    private mutating func expect(_ expected: UInt8, _ byte: UInt8, then next: State) throws(Refusal) {
        guard byte == expected else { throw .malformed("A line of a chunked body does not end in CR LF.") }
        state = next
    }
}

extension [UInt8] {
    mutating func append(from bytes: Span<UInt8>, at range: Range<Int>) {
        unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
