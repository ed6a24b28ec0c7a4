public import Domain

/// The optional password of an account. It is never enough alone.
public struct Passwords: Sendable {
    private let outside: Outside
    private let rule: PasswordRule

    public init(_ outside: Outside, under terms: Terms) {
        self.outside = outside
        rule = terms.password
    }

    /// Sets the password; every other session ends and the contacts are told. The caller sees to it that the
    /// session is fresh.
    public func set(
        _ password: Secret<String>, for principal: Principal, from caller: Caller
    ) async throws(AccountsError) {
        do throws(PasswordRule.Weakness) {
            try rule.check(password, contacts: principal.user.contacts.map(\.contact))
        } catch {
            throw .weakPassword(error)
        }
        let hash: PasswordHashText
        do {
            hash = try await outside.hasher.hash(password)
        } catch {
            throw AccountsError(error)
        }
        try await save(hash, .passwordSet, for: principal, from: caller)
    }

    public func remove(for principal: Principal, from caller: Caller) async throws(AccountsError) {
        try await save(nil, .passwordRemoved, for: principal, from: caller)
    }

    private func save(
        _ hash: PasswordHashText?, _ kind: HistoryEvent.Kind, for principal: Principal, from caller: Caller
    ) async throws(AccountsError) {
        let now = outside.time.now()
        let writer = RowWriter(now: now, origin: caller.origin, random: outside.random)
        let saved = try await storing { () async throws(StoreError) in
            try await outside.store.advance(principal.session.id) { facts in
                guard !facts.user.isDisabled, !facts.session.isExpired(at: now) else {
                    return Decision(false)
                }
                let user = facts.user
                let rows: [Change] = [
                    .savePassword(user.id, hash),
                    .removeSessions(of: user.id, except: facts.session.id, devices: true),
                    .removeFlows(of: user.id, except: nil), writer.history(kind, of: user.id),
                ]
                return Decision(true, saving: rows + writer.notices(.passwordChanged, to: user.contacts))
            }
        }
        // The session ended while the password was hashed.
        guard saved == true else { throw .tokenInvalid }
    }
}
