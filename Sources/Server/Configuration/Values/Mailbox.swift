/// The sender of mails: `Latchkey <no-reply@example.com>` or the bare address.
struct Mailbox: Hashable, Sendable, CustomStringConvertible {
    let name: String
    let address: String
    let host: Host

    init(name: String, local: String, host: Host) {
        self.name = name
        self.address = "\(local)@\(host.text)"
        self.host = host
    }

    /// `nil` when a part is missing or holds a character that could end a header line or an SMTP command.
    init?(parsing text: String) {
        let name: Substring
        let address: Substring
        if text.hasSuffix(">") {
            guard let open = text.firstIndex(of: "<") else { return nil }
            name = text[..<open]
            address = text[text.index(after: open)...].dropLast()
        } else {
            name = ""
            address = text[...]
        }
        let trimmed = String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isLocalPart(parts[0]), let host = Host(parsing: String(parts[1])),
            !host.isAddress, Self.isName(trimmed)
        else { return nil }
        self.init(name: trimmed, local: String(parts[0]), host: host)
    }

    var description: String { name.isEmpty ? address : "\(name) <\(address)>" }

    private static func isName(_ text: String) -> Bool {
        text.unicodeScalars.count <= 128
            && text.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && !"<>\"\\".unicodeScalars.contains($0)
            }
    }

    /// RFC 5321's Dot-string, at most 64 characters.
    private static func isLocalPart(_ text: Substring) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
                !atom.isEmpty
                    && atom.utf8.allSatisfy { byte in
                        switch byte {
                        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                            UInt8(ascii: "0")...UInt8(ascii: "9"):
                            true
                        default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
                        }
                    }
            }
    }
}
