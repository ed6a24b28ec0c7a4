public import Domain

/// Signed-in devices: their tokens, their list and their end.
public struct Sessions: Sendable {
    let outside: Outside
    let policy: SessionPolicy
    let tokens: Tokens

    public init(_ outside: Outside, under terms: Terms) {
        self.outside = outside
        policy = terms.session
        tokens = Tokens(
            secrets: outside.secrets, signer: outside.signer, random: outside.random, policy: terms.session)
    }

    /// Who a bearer token speaks for. Fails with `.tokenInvalid` or `.tokenExpired`.
    public func authorize(_ token: String) async throws(AccountsError) -> Principal {
        let now = outside.time.now()
        let grant: AccessGrant
        do throws(TokenFault) {
            grant = try outside.signer.read(token, at: now)
        } catch {
            switch error {
            case .invalid: throw .tokenInvalid
            case .expired: throw .tokenExpired
            case .engineFailed: throw .internalError
            }
        }
        let facts = try await storing { () async throws(StoreError) in
            try await outside.store.session(grant.session)
        }
        guard let facts, facts.user.id == grant.user, !facts.user.isDisabled,
            !facts.session.isExpired(at: now)
        else { throw .tokenInvalid }
        return Principal(grant: grant, session: facts.session, user: facts.user)
    }

    /// The same, for calls that want a sign-in or confirmation of the last minutes.
    public func authorizeFresh(_ token: String) async throws(AccountsError) -> Principal {
        let principal = try await authorize(token)
        guard principal.session.isFresh(at: outside.time.now(), under: policy) else {
            throw .confirmationRequired
        }
        return principal
    }

    /// The same, for the admin API; what writes wants a fresh session as well.
    public func authorizeAdmin(_ token: String, writing: Bool) async throws(AccountsError) -> Principal {
        let principal = try await (writing ? authorizeFresh(token) : authorize(token))
        guard principal.user.isAdmin else { throw .roleMissing }
        guard principal.session.isStronglyConfirmed(at: outside.time.now(), under: policy) else {
            throw .confirmationRequired
        }
        return principal
    }

    /// `GET /v1/check`. Fails with `.roleMissing` when the account does not have the role now.
    public func check(_ token: String, role: Role?) async throws(AccountsError) -> Principal {
        let principal = try await authorize(token)
        if let role, !principal.user.roles.contains(role) { throw .roleMissing }
        return principal
    }
}

extension Sessions {
    /// The next tokens of a session; see `Rotation`.
    public func refresh(_ token: String, from caller: Caller) async throws(AccountsError) -> SignedIn {
        let now = outside.time.now()
        guard let (id, presented) = outside.secrets.readRefreshToken(token) else { throw .refreshInvalid }
        let writer = writer(from: caller, at: now)
        let policy = policy
        let refreshed: Result<SessionFacts, AccountsError>? = try await advance(id) { facts in
            guard !facts.user.isDisabled else { return Decision(.failure(.refreshInvalid)) }
            let rotation = Rotation.decide(
                facts.session, presented: presented, by: caller.userAgent, at: now, under: policy)
            switch rotation {
            case .rotated(var session):
                session.origin = caller.origin
                return Decision(
                    .success(SessionFacts(session: session, user: facts.user)),
                    saving: [.saveSession(session)])
            case .repeated:
                return Decision(
                    .success(facts), saving: [writer.history(.refreshRepeated, of: facts.user.id)])
            case .reused:
                // Two hold the token of one. Which is the thief nobody knows, so neither goes on.
                let device = facts.session.device.map { [Change.removeDevice($0)] } ?? []
                return Decision(
                    .failure(.refreshReused),
                    saving: [
                        .removeSession(facts.session.id),
                        writer.history(.refreshReused, of: facts.user.id, .failure),
                    ] + device + writer.notices(.tokenReused, to: facts.user.contacts))
            case .refused:
                return Decision(.failure(.refreshInvalid))
            }
        }
        guard let facts = try refreshed?.get() else { throw .refreshInvalid }
        return try tokens.signedIn(facts.session, facts.user, now: now)
    }

    /// Ends the session of a refresh token, whichever of its tokens it is. An unknown one is no failure.
    public func revoke(_ refreshToken: String, from caller: Caller) async throws(AccountsError) {
        guard let (id, _) = outside.secrets.readRefreshToken(refreshToken) else { return }
        try await end(id, kind: .signedOut, from: caller)
    }

    /// Ends this session. Its device stays known.
    public func logout(_ principal: Principal, from caller: Caller) async throws(AccountsError) {
        try await end(principal.session.id, kind: .signedOut, from: caller)
    }

    private func end(
        _ id: SessionID, kind: HistoryEvent.Kind, from caller: Caller
    ) async throws(AccountsError) {
        let writer = writer(from: caller, at: outside.time.now())
        _ = try await advance(id) { facts in
            Decision(
                .success(()),
                saving: [.removeSession(facts.session.id), writer.history(kind, of: facts.user.id)])
        }
    }

    /// The sessions of an account, newest first.
    public func list(
        _ principal: Principal, after: SessionID? = nil, limit: Int
    ) async throws(AccountsError) -> [Session] {
        let now = outside.time.now()
        let sessions = try await storing { () async throws(StoreError) in
            try await outside.store.sessions(of: principal.user.id, after: after, limit: limit)
        }
        return sessions.filter { !$0.isExpired(at: now) }
    }

    /// Ends one session of the account. Ended from another one, its device is not known any more. Fails with
    /// `.notFound` when the account has no such session.
    public func end(
        _ id: SessionID, of principal: Principal, from caller: Caller
    ) async throws(AccountsError) {
        let writer = writer(from: caller, at: outside.time.now())
        let current = principal.session
        let ended: Result<Void, AccountsError>? = try await advance(id) { facts in
            guard facts.user.id == principal.user.id else { return Decision(.failure(.notFound)) }
            var changes: [Change] = [
                .removeSession(id), writer.history(.sessionEnded, of: facts.user.id),
            ]
            if id != current.id, let device = facts.session.device, device != current.device {
                changes.append(.removeDevice(device))
            }
            return Decision(.success(()), saving: changes)
        }
        guard let ended else { throw .notFound }
        try ended.get()
    }

    /// Ends every session of the account, or every other one; open flows go with them.
    public func endAll(
        of principal: Principal, keepingCurrent: Bool, from caller: Caller
    ) async throws(AccountsError) {
        let writer = writer(from: caller, at: outside.time.now())
        _ = try await advance(principal.session.id) { facts in
            let kept = keepingCurrent ? facts.session.id : nil
            // The caller's own device stays known, as it does over a logout.
            return Decision(
                .success(()),
                saving: [
                    .removeSessions(of: facts.user.id, except: facts.session.id, devices: true),
                    .removeFlows(of: facts.user.id, except: nil),
                    writer.history(.sessionEnded, of: facts.user.id),
                ] + (kept == nil ? [.removeSession(facts.session.id)] : []))
        }
    }

    func advance<Answer: Sendable>(
        _ id: SessionID, _ step: @escaping @Sendable (SessionFacts) -> Decision<Result<Answer, AccountsError>>
    ) async throws(AccountsError) -> Result<Answer, AccountsError>? {
        try await storing { () async throws(StoreError) in try await outside.store.advance(id, step) }
    }

    func writer(from caller: Caller, at now: Timestamp) -> RowWriter {
        RowWriter(now: now, origin: caller.origin, random: outside.random)
    }
}
