/// A template file as it was found.
struct TemplateFile {
    /// How findings name it.
    let path: String
    /// With LF as its line end and none at its end, however the operator's editor leaves it.
    let text: String

    init(path: String, text: String) {
        self.path = path
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n"), bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
            bytes.append(byte)
        }
        while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        self.text = String(decoding: bytes, as: UTF8.self)
    }
}

/// A template file that compiled. Of the text of a mail it is what stands below the subject.
struct ParsedFile {
    let path: String
    let firstLine: Int
    let nodes: [TemplateNode]
}

/// A mail's text file taken apart: `Subject: …`, an empty line, the text.
struct MailFile {
    private static let label = "Subject: "

    let subject: String
    let text: String
    /// The line of the file that the text begins on.
    let firstLine: Int

    /// Nil when the first line is no subject or the second is not empty.
    init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 3, lines[0].hasPrefix(Self.label), lines[1].isEmpty else { return nil }
        subject = String(lines[0].dropFirst(Self.label.count))
        firstLine = 3
        self.text = lines[2...].joined(separator: "\n")
    }
}
