/// What a flow is for. It is settled at the start and nothing that a client sends changes it.
public enum FlowPurpose: String, Hashable, Sendable, CaseIterable {
    case register
    case login
    case reset
    case contact
    case confirm
}
