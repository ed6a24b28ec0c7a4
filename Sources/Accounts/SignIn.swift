public import Domain

/// Registering, signing in and resetting a password: one service, for the three differ only in their end.
public struct SignIn: Sendable {
    let outside: Outside
    let terms: Terms
    let limits: Limits
    let tokens: Tokens

    public init(_ outside: Outside, under terms: Terms, limits: Limits) {
        self.outside = outside
        self.terms = terms
        self.limits = limits
        tokens = Tokens(
            secrets: outside.secrets, signer: outside.signer, random: outside.random, policy: terms.session)
    }

    /// An account that does not exist yet, or the sign-in of whoever has the contact already.
    public func register(
        _ contact: Contact, profile: Profile = .empty, locale: LanguageTag? = nil, deviceToken: String? = nil,
        from caller: Caller
    ) async throws(AccountsError) -> StepView {
        try await start(
            .register, contact, profile: profile, locale: locale, deviceToken: deviceToken, from: caller)
    }

    public func login(
        _ contact: Contact, locale: LanguageTag? = nil, deviceToken: String? = nil, from caller: Caller
    ) async throws(AccountsError) -> StepView {
        try await start(.login, contact, locale: locale, deviceToken: deviceToken, from: caller)
    }

    public func reset(
        _ contact: Contact, locale: LanguageTag? = nil, deviceToken: String? = nil, from caller: Caller
    ) async throws(AccountsError) -> StepView {
        try await start(.reset, contact, locale: locale, deviceToken: deviceToken, from: caller)
    }

    private func start(
        _ purpose: FlowPurpose, _ contact: Contact, profile: Profile = .empty, locale: LanguageTag?,
        deviceToken: String?, from caller: Caller
    ) async throws(AccountsError) -> StepView {
        let now = outside.time.now()
        let device = deviceToken.flatMap { outside.secrets.readDeviceToken($0) }
        let isKnown = try await storing { () async throws(StoreError) in
            try await outside.store.isKnown(device?.id, for: contact, at: now)
        }
        try take(contact, device: isKnown ? device?.id : nil, from: caller, at: now)
        return try await start(
            purpose, contact, profile: profile, locale: locale, device: device, session: nil, from: caller,
            at: now)
    }

    /// Counts a start. A known device is counted for itself, so nobody else can make it wait.
    func take(
        _ contact: Contact, device: DeviceID?, from caller: Caller, at now: Timestamp
    ) throws(AccountsError) {
        let asked: [(LimitRule, LimitSubject)] =
            if let device {
                [(.startPerContactAndNetwork, .device(device)), (.startPerContact, .device(device))]
            } else {
                [
                    (.startPerContactAndNetwork, .contactAndNetwork(contact, caller.network)),
                    (.startPerContact, .contact(contact)), (.startPerNetwork, .network(caller.network)),
                ]
            }
        do {
            try limits.take(asked, at: now)
        } catch {
            throw .limitReached(error)
        }
    }

    func start(
        _ purpose: FlowPurpose, _ contact: Contact, profile: Profile = .empty, locale: LanguageTag?,
        device: (id: DeviceID, number: UInt32)?, session: SessionID?, from caller: Caller, at now: Timestamp
    ) async throws(AccountsError) -> StepView {
        let slot = outside.secrets.slot(of: contact)
        let start = FlowStart(
            id: FlowID(at: now, random: outside.random.bytes(10)), purpose: purpose, contact: contact,
            slot: slot, device: device, profile: profile, locale: locale, terms: terms,
            writer: writer(from: caller, at: now))
        let request = StartRequest(contact: contact, slot: slot, device: device?.id, session: session)
        let flow = try await storing { () async throws(StoreError) in
            try await outside.store.start(request) { start.decide($0) }
        }
        return view(flow, now)
    }
}

extension SignIn {
    /// Where the flow stands. Costs nothing and changes nothing.
    public func status(_ flowKey: String) async throws(AccountsError) -> StepView {
        let (id, key) = try read(flowKey)
        let now = outside.time.now()
        let flow = try await storing { () async throws(StoreError) in try await outside.store.flow(id) }
        guard let flow, flow.state.key == key, now < flow.expiresAt else { throw .flowNotFound }
        return view(flow, now)
    }

    public func cancel(_ flowKey: String) async throws(AccountsError) {
        let (id, key) = try read(flowKey)
        let now = outside.time.now()
        let policy = terms.flow
        let result = try await advance(id) { facts in
            do throws(FlowError) {
                _ = try facts.flow.machine(under: policy).step(facts.flow.state, .cancel(key: key), now: now)
                return Decision(.success(()), saving: [.removeFlow(facts.flow.id)])
            } catch {
                return Decision(.failure(AccountsError(error)))
            }
        }
        try result.get()
    }

    /// Sends the code again, or the next one. `channel` asks for the account's other contact: whether there is
    /// one, the answer does not tell.
    public func resend(
        _ flowKey: String, channel: Contact.Kind? = nil, from caller: Caller
    ) async throws(AccountsError) -> StepView {
        let (id, key) = try read(flowKey)
        let now = outside.time.now()
        let resend = FlowResend(
            key: key, channel: channel, terms: terms, writer: writer(from: caller, at: now))
        return view(try await advance(id) { resend.decide($0) }.get(), now)
    }

    func view(_ flow: Flow, _ now: Timestamp) -> StepView {
        StepView(flow, now: now, secrets: outside.secrets)
    }

    func writer(from caller: Caller, at now: Timestamp) -> RowWriter {
        RowWriter(now: now, origin: caller.origin, random: outside.random)
    }

    func read(_ flowKey: String) throws(AccountsError) -> (FlowID, UInt32) {
        guard let (id, key) = outside.secrets.readFlowKey(flowKey) else { throw .flowNotFound }
        return (id, key)
    }

    func advance<Answer: Sendable>(
        _ id: FlowID, _ step: @escaping @Sendable (FlowFacts) -> Decision<Result<Answer, AccountsError>>
    ) async throws(AccountsError) -> Result<Answer, AccountsError> {
        let answer = try await storing { () async throws(StoreError) in
            try await outside.store.advance(id, step)
        }
        return answer ?? .failure(.flowNotFound)
    }
}

/// Runs one operation of a store and speaks of its failure in the services' own words.
func storing<Answer: Sendable>(
    _ operation: () async throws(StoreError) -> Answer
) async throws(AccountsError) -> Answer {
    do {
        return try await operation()
    } catch {
        throw AccountsError(error)
    }
}
