import Domain

/// What two hundred callers at once must not break. Also for two stores over one database.
extension StoreContract {
    public static let races: [StoreContract] = [
        StoreContract("of two hundred wrong codes at once three are compared") { it in
            let flow = try it.flow()
            try await it.save([.insertFlow(flow)])
            let tickets = try await it.race { try await it.guess(flow) }.compactMap { $0 }
            try it.require(tickets.count == 3, "three, not \(tickets.count)")
            try it.require(Set(tickets.map(\.triesLeft)) == [0, 1, 2], "each try once")
            try it.require(try await it.facts().guesses.short.count == 3, "three are charged")
            let fleet = try await it.facts().fleet
            try it.require(fleet.counts.guesses == [FleetHour(of: it.now): 3], "and counted by the hour")
        },
        StoreContract("two hundred right codes at once open one session") { it in
            let user = try await it.account()
            let flow = try it.flow(party: .account(user.id))
            try await it.save([.insertFlow(flow)])
            let opened = try await it.race { number -> SessionID? in
                guard let ticket = try await it.guess(flow) else { return nil }
                return try await it.open(it.id(UInt8(number)), of: user.id, flow.id, ticket)
            }
            let sessions = try await it.store.sessions(of: user.id, after: nil, limit: 300)
            try it.require(sessions.count == 1, "one session, not \(sessions.count)")
            try it.require(
                Set(opened.compactMap { $0 }) == Set(sessions.map(\.id)), "everyone is told the same")
        },
        StoreContract("two hundred refreshes at once have one successor") { it in
            let user = try await it.account()
            let session = it.session(of: user.id)
            try await it.save([.insertSession(session)])
            let generations = try await it.race { try await it.refresh(session) }
            try it.require(generations.allSatisfy { $0 == 2 }, "everyone is told the same")
            try it.require(try await it.store.session(session.id)?.session.generation == 2, "one successor")
        },
        StoreContract("no budget is overdrawn by flows at once") { it in
            let flows = try (UInt8(0)..<200).map { try it.flow($0) }
            try await it.save(flows.map { .insertFlow($0) })
            let compared = try await it.race { try await it.guess(flows[$0]) }.compactMap { $0 }
            try it.require(compared.count == 10, "ten, not \(compared.count)")
            try it.require(try await it.facts().guesses.short.count == 10, "ten are charged")
        },
        StoreContract("two hundred couriers at once send each message once") { it in
            try await it.save((UInt8(0)..<50).map { .addMessage(try it.message($0)) })
            let now = it.now + .seconds(1)
            let leased = try await it.race { try await it.store.lease(1, at: now, until: now + .minutes(1)) }
                .flatMap { $0 }
            try it.require(leased.count == 50, "all of them, not \(leased.count)")
            try it.require(Set(leased.map(\.message.id)).count == 50, "each to one courier")
        },
        StoreContract("of two hundred accounts one gets the contact") { it in
            let owners = await withTaskGroup(of: UserID?.self) { group in
                for number in UInt8(0)..<200 {
                    group.addTask { try? await it.account(number).id }
                }
                return await group.reduce(into: [UserID?]()) { $0.append($1) }
            }.compactMap { $0 }
            try it.require(owners.count == 1, "one, not \(owners.count)")
            try it.require(try await it.facts().owner?.id == owners.first, "and it is its owner")
        },
    ]
}

extension Subject {
    fileprivate func race<Answer: Sendable>(
        _ call: @escaping @Sendable (Int) async throws -> Answer
    ) async throws -> [Answer] {
        try await withThrowingTaskGroup(of: Answer.self) { group in
            for number in 0..<200 { group.addTask { try await call(number) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    fileprivate func race<Answer: Sendable>(
        _ call: @escaping @Sendable () async throws -> Answer
    ) async throws -> [Answer] {
        try await race { _ in try await call() }
    }

    /// Charges a guess, as the services do; nil when nothing may be compared.
    fileprivate func guess(_ flow: Flow) async throws -> GuessTicket? {
        let rules = GuessRules()
        let now = now
        let ticket: GuessTicket?? = try await store.spendGuess(on: flow.id) { facts in
            let event = FlowEvent.guess(key: 1, code: TypedCode("0000"), demanded: .digits4)
            guard let guesses = facts.guesses,
                let charged = guesses.charged(.digits4, for: .unknownDevice, at: now, under: rules),
                let step = try? facts.flow.machine(under: FlowPolicy()).step(
                    facts.flow.state, event, now: now),
                let state = step.state, case .compare(_, let ticket) = step.answer
            else { return Decision(nil) }
            var flow = facts.flow
            flow.state = state
            return Decision(
                ticket,
                saving: [
                    .saveFlow(flow), .saveGuesses(flow.ledger, charged), .countGuesses(FleetHour(of: now), 1),
                ])
        }
        return ticket ?? nil
    }

    /// Takes a right code to its end: a new session, or the one that was opened meanwhile.
    fileprivate func open(
        _ id: SessionID, of user: UserID, _ flow: FlowID, _ ticket: GuessTicket
    ) async throws -> SessionID? {
        let now = now
        let device = device()
        let session = Session(
            opening: id, for: user, by: [.email], from: Origin(device: .unknown, address: "192.0.2.1"),
            userAgent: UserAgent("test"), device: device.id, now: now, under: SessionPolicy())
        let outcome = FlowOutcome.signedIn(id, created: false, device: device.id)
        let opened: SessionID?? = try await store.advance(flow) { (facts: FlowFacts) in
            guard
                let step = try? facts.flow.machine(under: FlowPolicy()).step(
                    facts.flow.state, .codeProved(ticket, .finish(outcome)), now: now),
                let state = step.state
            else { return Decision(nil) }
            guard step.answer != .alreadyTaken else { return Decision(facts.flow.session) }
            var flow = facts.flow
            flow.state = state
            return Decision(
                id, saving: [.saveFlow(flow), .saveDevice(device, of: user), .insertSession(session)])
        }
        return opened ?? nil
    }

    fileprivate func refresh(_ session: Session) async throws -> UInt32? {
        let now = now
        let generation: UInt32?? = try await store.advance(session.id) { (facts: SessionFacts) in
            switch Rotation.decide(
                facts.session, presented: 1, by: session.userAgent, at: now, under: SessionPolicy())
            {
            case .rotated(let next): return Decision(next.generation, saving: [.saveSession(next)])
            case .repeated: return Decision(facts.session.generation)
            case .reused, .refused: return Decision(nil)
            }
        }
        return generation ?? nil
    }
}
