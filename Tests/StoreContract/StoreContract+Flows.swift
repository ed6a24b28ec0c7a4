import Domain

extension StoreContract {
    static let flows: [StoreContract] = [
        StoreContract("a flow comes back as it was saved, one version later") { it in
            let flow = try it.flow()
            try await it.save([.insertFlow(flow)])
            try it.require(try await it.store.flow(flow.id) == flow, "the same flow")
            var moved = flow
            moved.state = .finished(
                FlowFinish(
                    key: 3,
                    accepted: AcceptedStep(
                        key: 2, input: .code(generation: 4, shape: .base32, .other(.phone)), at: it.now,
                        repeatsLeft: 1),
                    outcome: .signedIn(it.id(9), created: true, device: it.id(8))))
            let saved = moved
            _ = try await it.store.advance(flow.id) { (_: FlowFacts) in
                Decision((), saving: [.saveFlow(saved)])
            }
            let read = try it.require(try await it.store.flow(flow.id), "still there")
            try it.require(read.state == moved.state && read.version == 1, "the new state, version 1")
        },
        StoreContract("every state of a flow survives") { it in
            let accepted = AcceptedStep(key: 1, input: .password, at: it.now, repeatsLeft: 3)
            let charges = [
                GuessCharge(shape: .digits4, hour: FleetHour(of: it.now)),
                GuessCharge(shape: .base32, hour: FleetHour(number: -3)),
            ]
            let states: [FlowState] = [
                .awaitingCode(
                    CodeWait(
                        key: 1, generation: 7, shape: .digits6, expiresAt: it.now, triesLeft: 0, sendsLeft: 1,
                        resendFrom: it.now + .days(1), destination: .other(.email), delivery: .failed,
                        charges: charges)),
                .awaitingPassword(
                    PasswordWait(
                        key: 2, accepted: accepted, triesLeft: 1, passwordCharges: 2, charges: charges)),
                .choosingPassword(PasswordChoice(key: 2, accepted: accepted, charges: [])),
                .finished(FlowFinish(key: 2, accepted: accepted, outcome: .passwordSet)),
                .finished(FlowFinish(key: 2, accepted: accepted, outcome: .contactAdded(it.id(3)))),
                .finished(FlowFinish(key: 2, accepted: accepted, outcome: .confirmed(it.id(4)))),
            ]
            for (number, state) in states.enumerated() {
                var flow = try it.flow(UInt8(number + 1))
                flow.state = state
                try await it.save([.insertFlow(flow)])
                try it.require(try await it.store.flow(flow.id) == flow, "state \(number)")
            }
        },
        StoreContract("a stale version is not saved, nor anything with it") { it in
            var flow = try it.flow()
            try await it.save([.insertFlow(flow)])
            flow.version = 5
            let stale = flow
            let name = try it.contact()
            var failed = false
            do {
                _ = try await it.store.advance(flow.id) { (_: FlowFacts) in
                    Decision(
                        (),
                        saving: [
                            .insertUser(it.user()), .insertContact(name, of: it.user().id, it.slot()),
                            .saveFlow(stale),
                        ])
                }
            } catch is StoreError {
                failed = true
            }
            try it.require(failed, "it fails")
            try it.require(try await it.facts().owner == nil, "all or nothing")
        },
        StoreContract("a flow that is not there is nil") { it in
            let missing: FlowID = it.id(1)
            try it.require(try await it.store.flow(missing) == nil, "no flow")
            let guess = try await it.store.spendGuess(on: missing) { _ in Decision(1) }
            let step = try await it.store.advance(missing) { (_: FlowFacts) in Decision(1) }
            try it.require(guess == nil && step == nil, "no step ran")
        },
        StoreContract("the flows of an account go, others stay") { it in
            let user: UserID = it.id(1)
            try await it.save([
                .insertFlow(it.flow(1, party: .account(user))),
                .insertFlow(it.flow(2, party: .account(user))),
                .insertFlow(it.flow(3, party: .account(it.id(9)))), .insertFlow(it.flow(4)),
            ])
            try await it.save([.removeFlows(of: user, except: it.id(2))])
            var left: [UInt8] = []
            for number in UInt8(1)...4 where try await it.store.flow(it.id(number)) != nil {
                left.append(number)
            }
            try it.require(left == [2, 3, 4], "2, 3 and 4 are left, not \(left)")
            try await it.save([.removeFlow(it.id(4))])
            try it.require(try await it.store.flow(it.id(4)) == nil, "removed")
        },
        StoreContract("two hundred steps at once happen one after the other") { it in
            let flow = try it.flow()
            try await it.save([.insertFlow(flow)])
            let seen = try await withThrowingTaskGroup(of: Int?.self) { group in
                for _ in 0..<200 {
                    group.addTask {
                        try await it.store.spendGuess(on: flow.id) { facts in
                            Decision(facts.flow.version, saving: [.saveFlow(facts.flow)])
                        }
                    }
                }
                return try await group.reduce(into: [Int]()) { list, version in
                    if let version { list.append(version) }
                }
            }
            try it.require(seen.sorted() == Array(0..<200), "each saw the one before")
        },
        StoreContract("purging takes what is over, in small steps, and nothing else") { it in
            try await it.save([UInt8](1...5).map { .insertFlow(try it.flow($0)) })
            try it.require(try await it.store.purge(100, at: it.now + .minutes(14)) == 0, "nothing is over")
            try it.require(try await it.store.purge(2, at: it.now + .minutes(16)) == 2, "two at a time")
            try it.require(try await it.store.purge(100, at: it.now + .minutes(16)) == 3, "the rest")
            try it.require(try await it.store.flow(it.id(1)) == nil, "gone")
        },
    ]
}
