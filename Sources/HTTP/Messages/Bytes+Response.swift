/// Answers as bytes. Written into an array that the caller lends as a whole: each access to a property of a class
/// is checked at run time, and a head has a dozen parts.
extension [UInt8] {
    /// Writes the head of an answer; `length` is absent for a stream, `date` is a whole line.
    mutating func appendHead(
        _ response: Response, date: [UInt8], length: Int?, id: String, minorVersion: Int, closes: Bool
    ) {
        append(contentsOf: response.status.line)
        append(contentsOf: date)
        append("X-Request-Id: ")
        append(contentsOf: id.utf8)
        append("\r\n")
        append(contentsOf: response.fields.bytes)
        if let length {
            if !response.status.forbidsContent {
                append("Content-Length: ")
                append(decimal: length)
                append("\r\n")
            }
        } else if minorVersion == 1 {
            append("Transfer-Encoding: chunked\r\n")
        }
        if closes {
            append("Connection: close\r\n")
        } else if minorVersion == 0 {
            append("Connection: keep-alive\r\n")
        }
        append("\r\n")
    }

    /// Writes a piece of a chunked body (RFC 9112, 7.1).
    mutating func appendChunk(_ piece: [UInt8]) {
        append(contentsOf: String(piece.count, radix: 16).utf8)
        append("\r\n")
        append(contentsOf: piece)
        append("\r\n")
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { unsafe append(contentsOf: $0) }
    }

    /// Without a string in between.
    private mutating func append(decimal number: Int) {
        if number >= 10 { append(decimal: number / 10) }
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
