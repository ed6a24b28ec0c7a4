/// Numbers: RFC 8259, section 6.
extension JSONParser {
    mutating func number(_ input: Span<UInt8>) throws(JSONError) -> JSONNumber {
        let start = offset
        let isNegative = take(UInt8(ascii: "-"), input)
        var whole: Int64? = 0
        if take(UInt8(ascii: "0"), input) {
            // No digit may follow a leading zero.
            guard digit(input) == nil else { throw JSONError(.badNumber, at: offset) }
        } else {
            guard digit(input) != nil else { throw JSONError(.badNumber, at: offset) }
            // Gathered on the negative side, where Int64 reaches one further.
            while let digit = digit(input) {
                whole = whole.flatMap { lower($0, by: digit) }
                offset += 1
            }
            if !isNegative { whole = whole.flatMap { $0 == .min ? nil : -$0 } }
        }
        if take(UInt8(ascii: "."), input) {
            whole = nil
            try digits(input)
        }
        if take(UInt8(ascii: "e"), input) || take(UInt8(ascii: "E"), input) {
            whole = nil
            if !take(UInt8(ascii: "+"), input) { _ = take(UInt8(ascii: "-"), input) }
            try digits(input)
        }
        let text = try text(input, start..<offset)
        if let whole { return JSONNumber(text: text, value: .whole(whole)) }
        guard let real = Double(text), real.isFinite else { throw JSONError(.numberTooLarge, at: start) }
        return JSONNumber(text: text, value: .real(real))
    }

    private func lower(_ value: Int64, by digit: Int64) -> Int64? {
        let (tenfold, isTooFar) = value.multipliedReportingOverflow(by: 10)
        let (next, isBeyond) = tenfold.subtractingReportingOverflow(digit)
        return isTooFar || isBeyond ? nil : next
    }

    private func digit(_ input: Span<UInt8>) -> Int64? {
        guard let byte = peek(input), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
            return nil
        }
        return Int64(byte & 0x0F)
    }

    private mutating func digits(_ input: Span<UInt8>) throws(JSONError) {
        guard digit(input) != nil else { throw JSONError(.badNumber, at: offset) }
        while digit(input) != nil { offset += 1 }
    }
}
