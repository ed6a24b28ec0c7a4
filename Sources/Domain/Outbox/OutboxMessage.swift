/// A message that a step asks for. It holds no code: the courier derives that as it sends, and drops the row
/// when the flow's generation has moved on.
public struct OutboxMessage: Hashable, Sendable {
    public enum Template: String, Hashable, Sendable, CaseIterable {
        case code
        /// A code for someone who registers an address that has an account: it signs its owner in.
        case codeForOwner = "code_for_owner"
        case noAccount = "no_account"
        /// A contact that was added within the last day can neither reset nor confirm.
        case contactTooNew = "contact_too_new"
        case guessesNoticed = "guesses_noticed"
        case codesLengthened = "codes_lengthened"
        case newDevice = "new_device"
        case tokenReused = "token_reused"
        case passwordChanged = "password_changed"
        case contactAdded = "contact_added"
        case contactRemoved = "contact_removed"
    }

    /// The code that the message is to carry.
    public struct Code: Hashable, Sendable {
        public let flow: FlowID
        public let generation: UInt32
        public let shape: CodeShape
        public let purpose: FlowPurpose

        public init(flow: FlowID, generation: UInt32, shape: CodeShape, purpose: FlowPurpose) {
            self.flow = flow
            self.generation = generation
            self.shape = shape
            self.purpose = purpose
        }
    }

    public let id: MessageID
    public let template: Template
    /// Nil for a message to nobody: the courier goes through the motions, reports included, and sends nothing.
    public let recipient: Contact?
    /// Of every message that a flow asks for, also of one without a code: its delivery is shown in the flow.
    public let code: Code?
    public let locale: LanguageTag?
    public let origin: Origin
    public let createdAt: Timestamp
    /// After this it is not sent any more.
    public let expiresAt: Timestamp

    public init(
        id: MessageID, template: Template, recipient: Contact?, code: Code?, locale: LanguageTag?,
        origin: Origin, createdAt: Timestamp, expiresAt: Timestamp
    ) {
        self.id = id
        self.template = template
        self.recipient = recipient
        self.code = code
        self.locale = locale
        self.origin = origin
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}
