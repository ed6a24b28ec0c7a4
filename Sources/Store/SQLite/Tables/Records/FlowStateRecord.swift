import Domain

extension FlowState {
    private static let version: UInt8 = 1

    var record: [UInt8] {
        var writer = RecordWriter(version: Self.version)
        switch self {
        case .awaitingCode(let wait):
            writer.byte(0)
            writer.codeWait(wait)
        case .awaitingPassword(let wait):
            writer.byte(1)
            writer.number(wait.key)
            writer.accepted(wait.accepted)
            writer.count(wait.triesLeft)
            writer.count(wait.passwordCharges)
            writer.list(wait.charges) { $0.charge($1) }
        case .choosingPassword(let choice):
            writer.byte(2)
            writer.number(choice.key)
            writer.accepted(choice.accepted)
            writer.list(choice.charges) { $0.charge($1) }
        case .finished(let finish):
            writer.byte(3)
            writer.number(finish.key)
            writer.accepted(finish.accepted)
            writer.outcome(finish.outcome)
        }
        return writer.bytes
    }

    init(record: [UInt8]) throws(RecordFault) {
        self = try RecordReader.read(record, version: Self.version) { reader throws(RecordFault) in
            switch try reader.byte() {
            case 0: .awaitingCode(try reader.codeWait())
            case 1:
                .awaitingPassword(
                    PasswordWait(
                        key: try reader.number(), accepted: try reader.accepted(),
                        triesLeft: try reader.count(), passwordCharges: try reader.count(),
                        charges: try reader.charges()))
            case 2:
                .choosingPassword(
                    PasswordChoice(
                        key: try reader.number(), accepted: try reader.accepted(),
                        charges: try reader.charges()))
            case 3:
                .finished(
                    FlowFinish(
                        key: try reader.number(), accepted: try reader.accepted(),
                        outcome: try reader.outcome()))
            default: throw .value(of: "state")
            }
        }
    }
}

extension RecordWriter {
    fileprivate mutating func codeWait(_ wait: CodeWait) {
        number(wait.key)
        number(wait.generation)
        shape(wait.shape)
        time(wait.expiresAt)
        count(wait.triesLeft)
        count(wait.sendsLeft)
        time(wait.resendFrom)
        destination(wait.destination)
        word(wait.delivery)
        list(wait.charges) { $0.charge($1) }
    }

    fileprivate mutating func charge(_ charge: GuessCharge) {
        shape(charge.shape)
        signed(charge.hour.number)
    }

    fileprivate mutating func accepted(_ step: AcceptedStep) {
        number(step.key)
        switch step.input {
        case .code(let generation, let shape, let destination):
            byte(0)
            number(generation)
            self.shape(shape)
            self.destination(destination)
        case .password: byte(1)
        }
        time(step.at)
        count(step.repeatsLeft)
    }

    fileprivate mutating func destination(_ destination: FlowDestination) {
        switch destination {
        case .contact: byte(0)
        case .other(let kind):
            byte(1)
            word(kind)
        }
    }

    fileprivate mutating func outcome(_ outcome: FlowOutcome) {
        switch outcome {
        case .signedIn(let session, let created, let device):
            byte(created ? 1 : 0)
            identifier(session)
            identifier(device)
        case .passwordSet: byte(2)
        case .contactAdded(let contact):
            byte(3)
            identifier(contact)
        case .confirmed(let session):
            byte(4)
            identifier(session)
        }
    }
}

extension RecordReader {
    fileprivate mutating func codeWait() throws(RecordFault) -> CodeWait {
        CodeWait(
            key: try number(), generation: try number(), shape: try shape(), expiresAt: try time(),
            triesLeft: try count(), sendsLeft: try count(), resendFrom: try time(),
            destination: try destination(), delivery: try word(), charges: try charges())
    }

    fileprivate mutating func charges() throws(RecordFault) -> [GuessCharge] {
        try list { reader throws(RecordFault) in
            GuessCharge(shape: try reader.shape(), hour: FleetHour(number: try reader.signed()))
        }
    }

    fileprivate mutating func accepted() throws(RecordFault) -> AcceptedStep {
        AcceptedStep(key: try number(), input: try input(), at: try time(), repeatsLeft: try count())
    }

    private mutating func input() throws(RecordFault) -> AcceptedStep.Input {
        switch try byte() {
        case 0: .code(generation: try number(), shape: try shape(), try destination())
        case 1: .password
        default: throw .value(of: "accepted input")
        }
    }

    private mutating func destination() throws(RecordFault) -> FlowDestination {
        switch try byte() {
        case 0: .contact
        case 1: .other(try word())
        default: throw .value(of: "destination")
        }
    }

    fileprivate mutating func outcome() throws(RecordFault) -> FlowOutcome {
        let tag = try byte()
        switch tag {
        case 0, 1: return .signedIn(try identifier(), created: tag == 1, device: try identifier())
        case 2: return .passwordSet
        case 3: return .contactAdded(try identifier())
        case 4: return .confirmed(try identifier())
        default: throw .value(of: "outcome")
        }
    }
}
