/// Who stands behind the contact of a flow. Nobody outside can tell.
public enum FlowParty: Hashable, Sendable {
    /// The account that has the contact, or that asked for the flow.
    case account(UserID)
    /// No account yet: one comes into being when the code is right.
    case newcomer
    /// Nobody: no code fits.
    case nobody

    public var user: UserID? {
        switch self {
        case .account(let user): user
        case .newcomer, .nobody: nil
        }
    }
}
