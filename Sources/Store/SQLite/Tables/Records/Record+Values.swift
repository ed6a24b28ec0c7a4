import Domain

extension RecordWriter {
    mutating func identifier<Noun>(_ id: Identifier<Noun>) {
        for byte in id.bytes { self.byte(byte) }
    }

    mutating func time(_ moment: Timestamp) {
        signed(moment.milliseconds)
    }

    /// By its raw value, which therefore never changes.
    mutating func word<Word: RawRepresentable<String>>(_ word: Word) {
        text(word.rawValue)
    }

    mutating func contact(_ contact: Contact) {
        word(contact.kind)
        text(contact.text)
    }

    mutating func shape(_ shape: CodeShape) {
        switch shape {
        case .digits4: byte(0)
        case .digits6: byte(1)
        case .digits8: byte(2)
        case .base32: byte(3)
        }
    }

    mutating func origin(_ origin: Origin) {
        word(origin.device.browser)
        word(origin.device.system)
        text(origin.address)
        optional(origin.place) { $0.text($1) }
    }

    mutating func profile(_ profile: Profile) {
        list(profile.claims.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, claim in
            writer.word(claim.key)
            writer.text(claim.value)
        }
    }
}

extension RecordReader {
    mutating func identifier<Noun>() throws(RecordFault) -> Identifier<Noun> {
        guard let id = Identifier<Noun>(bytes: Array(try take(16))) else { throw .value(of: "identifier") }
        return id
    }

    mutating func time() throws(RecordFault) -> Timestamp {
        Timestamp(milliseconds: try signed())
    }

    mutating func word<Word: RawRepresentable<String>>() throws(RecordFault) -> Word {
        guard let word = Word(rawValue: try text()) else { throw .value(of: "\(Word.self)") }
        return word
    }

    mutating func contact() throws(RecordFault) -> Contact {
        let kind: Contact.Kind = try word()
        guard let contact = Contact(kind: kind, stored: try text()) else { throw .value(of: "contact") }
        return contact
    }

    mutating func shape() throws(RecordFault) -> CodeShape {
        switch try byte() {
        case 0: .digits4
        case 1: .digits6
        case 2: .digits8
        case 3: .base32
        default: throw .value(of: "shape")
        }
    }

    mutating func locale() throws(RecordFault) -> LanguageTag {
        guard let tag = LanguageTag(try text()) else { throw .value(of: "locale") }
        return tag
    }

    mutating func origin() throws(RecordFault) -> Origin {
        // A browser that another version knows is no reason to lose a session.
        let device = Device(
            browser: Device.Browser(rawValue: try text()) ?? .unknown,
            system: Device.System(rawValue: try text()) ?? .unknown)
        return Origin(
            device: device, address: try text(),
            place: try optional { reader throws(RecordFault) in try reader.text() })
    }

    mutating func profile() throws(RecordFault) -> Profile {
        let pairs = try list { reader throws(RecordFault) in
            let claim: Profile.Claim = try reader.word()
            return (claim, try reader.text())
        }
        let claims = Dictionary(pairs) { first, _ in first }
        guard claims.count == pairs.count, let profile = try? Profile(claims) else {
            throw .value(of: "profile")
        }
        return profile
    }
}

extension Origin {
    var record: [UInt8] {
        var writer = RecordWriter(version: 1)
        writer.origin(self)
        return writer.bytes
    }

    init(record: [UInt8]) throws(RecordFault) {
        self = try RecordReader.read(record, version: 1) { reader throws(RecordFault) in
            try reader.origin()
        }
    }
}

extension Profile {
    /// Nil for the empty profile, which most accounts have.
    var record: [UInt8]? {
        guard !claims.isEmpty else { return nil }
        var writer = RecordWriter(version: 1)
        writer.profile(self)
        return writer.bytes
    }

    init(record: [UInt8]?) throws(RecordFault) {
        guard let record else {
            self = .empty
            return
        }
        self = try RecordReader.read(record, version: 1) { reader throws(RecordFault) in
            try reader.profile()
        }
    }
}
