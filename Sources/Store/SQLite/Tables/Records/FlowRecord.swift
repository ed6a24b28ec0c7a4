import Domain

/// What is settled when a flow begins: written once, read at every step.
struct FlowRecord {
    static let version: UInt8 = 1

    static func write(_ flow: Flow) -> [UInt8] {
        var writer = RecordWriter(version: version)
        writer.word(flow.purpose)
        switch flow.party {
        case .account(let user):
            writer.byte(0)
            writer.identifier(user)
        case .newcomer: writer.byte(1)
        case .nobody: writer.byte(2)
        }
        writer.contact(flow.typed)
        write(flow.recipient, beside: flow.typed, in: &writer)
        switch flow.ledger {
        case .contact(let contact, let slot):
            write(contact, beside: flow.typed, in: &writer)
            writer.number(slot.number)
        case .device(let device):
            writer.byte(Place.none)
            writer.identifier(device)
        }
        writer.shape(flow.leastShape)
        writer.optional(flow.locale) { $0.text($1.description) }
        writer.profile(flow.profile)
        writer.optional(flow.startedBy) { $0.identifier($1) }
        writer.optional(flow.knownDevice) { $0.identifier($1) }
        writer.time(flow.startedAt)
        return writer.bytes
    }

    static func read(
        _ record: [UInt8], id: FlowID, version: Int, expiresAt: Timestamp, state: FlowState
    ) throws(RecordFault) -> Flow {
        try RecordReader.read(record, version: Self.version) { reader throws(RecordFault) in
            let purpose: FlowPurpose = try reader.word()
            let party = try party(&reader)
            let typed = try reader.contact()
            let recipient = try contact(beside: typed, in: &reader)
            let ledger: Ledger
            if let counted = try contact(beside: typed, in: &reader) {
                guard let slot = LedgerSlot(stored: try reader.number()) else { throw .value(of: "slot") }
                ledger = .contact(counted, slot)
            } else {
                ledger = .device(try reader.identifier())
            }
            return Flow(
                id: id, purpose: purpose, party: party, typed: typed, recipient: recipient, ledger: ledger,
                leastShape: try reader.shape(),
                locale: try reader.optional { reader throws(RecordFault) in try reader.locale() },
                profile: try reader.profile(),
                startedBy: try reader.optional { reader throws(RecordFault) in try reader.identifier() },
                knownDevice: try reader.optional { reader throws(RecordFault) in try reader.identifier() },
                startedAt: try reader.time(), expiresAt: expiresAt, state: state, version: version)
        }
    }

    private static func party(_ reader: inout RecordReader) throws(RecordFault) -> FlowParty {
        switch try reader.byte() {
        case 0: .account(try reader.identifier())
        case 1: .newcomer
        case 2: .nobody
        default: throw .value(of: "party")
        }
    }

    /// Recipient and ledger mostly mean the typed contact, in the same letters: parsing one address is cheaper
    /// than parsing three.
    private enum Place {
        static let none: UInt8 = 0
        static let typed: UInt8 = 1
        static let other: UInt8 = 2
    }

    private static func write(_ contact: Contact?, beside typed: Contact, in writer: inout RecordWriter) {
        guard let contact else { return writer.byte(Place.none) }
        // Contacts that are equal may be written in other letters, and mail goes to the letters.
        guard contact.kind != typed.kind || contact.text != typed.text else {
            return writer.byte(Place.typed)
        }
        writer.byte(Place.other)
        writer.contact(contact)
    }

    private static func contact(
        beside typed: Contact, in reader: inout RecordReader
    ) throws(RecordFault) -> Contact? {
        switch try reader.byte() {
        case Place.none: nil
        case Place.typed: typed
        case Place.other: try reader.contact()
        default: throw .value(of: "contact")
        }
    }
}
