import Domain

/// What a message is made of, besides its times.
struct MessageRecord {
    private static let version: UInt8 = 1

    static func write(_ message: OutboxMessage) -> [UInt8] {
        var writer = RecordWriter(version: version)
        writer.word(message.template)
        writer.optional(message.recipient) { $0.contact($1) }
        writer.optional(message.code) { writer, code in
            writer.identifier(code.flow)
            writer.number(code.generation)
            writer.shape(code.shape)
            writer.word(code.purpose)
        }
        writer.optional(message.locale) { $0.text($1.description) }
        writer.origin(message.origin)
        return writer.bytes
    }

    static func read(
        _ record: [UInt8], id: MessageID, createdAt: Timestamp, expiresAt: Timestamp
    ) throws(RecordFault) -> OutboxMessage {
        try RecordReader.read(record, version: version) { reader throws(RecordFault) in
            OutboxMessage(
                id: id, template: try reader.word(),
                recipient: try reader.optional { reader throws(RecordFault) in try reader.contact() },
                code: try reader.optional { reader throws(RecordFault) in
                    OutboxMessage.Code(
                        flow: try reader.identifier(), generation: try reader.number(),
                        shape: try reader.shape(), purpose: try reader.word())
                },
                locale: try reader.optional { reader throws(RecordFault) in try reader.locale() },
                origin: try reader.origin(), createdAt: createdAt, expiresAt: expiresAt)
        }
    }
}
