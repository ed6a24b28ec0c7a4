import Domain

/// Who stands behind a contact, and what its mailbox is told. It is settled once, at the start.
struct Audience: Hashable {
    let party: FlowParty
    let template: OutboxMessage.Template
    /// As stored, or as typed by a newcomer; nil when nothing is to be sent.
    let recipient: Contact?

    init(
        _ purpose: FlowPurpose, for typed: Contact, owner: User?, asking user: User?,
        registrationIsOpen: Bool,
        now: Timestamp
    ) {
        let proven = owner?.proven(typed)
        let stored = proven.flatMap { $0.isMuted ? nil : $0.contact }
        switch (purpose, owner, user) {
        case (.register, .some(let owner), _):
            self.init(stored == nil ? .nobody : .account(owner.id), .codeForOwner, stored)
        case (.register, .none, _):
            if registrationIsOpen {
                self.init(.newcomer, .code, typed)
            } else {
                self.init(.nobody, .noAccount, typed)
            }
        case (.login, .some(let owner), _):
            self.init(stored == nil ? .nobody : .account(owner.id), .code, stored)
        case (.reset, .some(let owner), _):
            if proven?.isOnProbation(at: now) ?? true {
                self.init(.nobody, .contactTooNew, stored)
            } else {
                self.init(stored == nil ? .nobody : .account(owner.id), .code, stored)
            }
        case (.login, .none, _), (.reset, .none, _):
            self.init(.nobody, .noAccount, typed)
        case (.contact, .none, .some(let user)):
            self.init(.account(user.id), .code, typed)
        case (.contact, .some, .some(let user)):
            // Whether it is taken is told only to someone who proves to hold it.
            self.init(.account(user.id), .code, stored)
        case (.confirm, .some(let owner), .some(let user)):
            let isOwn = owner.id == user.id && stored != nil
            self.init(isOwn ? .account(user.id) : .nobody, .code, isOwn ? stored : nil)
        case (.contact, _, .none), (.confirm, _, .none), (.confirm, .none, .some):
            self.init(.nobody, .code, nil)
        }
    }

    private init(_ party: FlowParty, _ template: OutboxMessage.Template, _ recipient: Contact?) {
        self.party = party
        self.template = template
        self.recipient = recipient
    }

    /// Whether the message is a courtesy to a stranger, which is sent by e-mail and once a day.
    var isCourtesy: Bool {
        switch template {
        case .noAccount, .contactTooNew: true
        case .code, .codeForOwner, .guessesNoticed, .codesLengthened, .newDevice, .tokenReused,
            .passwordChanged, .contactAdded, .contactRemoved:
            false
        }
    }
}
