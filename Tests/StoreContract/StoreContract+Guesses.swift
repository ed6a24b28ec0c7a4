import Domain

extension StoreContract {
    static let guesses: [StoreContract] = [
        StoreContract("an untouched contact has guessed nothing") { it in
            try it.require(try await it.facts().guesses == .empty, "empty")
        },
        StoreContract("a contact without an account is counted in its slot") { it in
            try await it.save([.saveGuesses(it.ledger(), it.counted(3, 1))])
            try it.require(try await it.facts().guesses == it.counted(3, 1), "counted")
            try it.require(try await it.facts("bob").guesses == it.counted(3, 1), "a neighbour shares it")
        },
        StoreContract("a contact that becomes known takes its count along") { it in
            try await it.save([.saveGuesses(it.ledger(), it.counted(4))])
            _ = try await it.account()
            try it.require(try await it.facts().guesses == it.counted(4), "taken along")
            try await it.save([.saveGuesses(it.ledger(), it.counted(6))])
            try it.require(try await it.facts("bob").guesses == it.counted(4), "the slot keeps what it had")
            try it.require(try await it.facts().guesses == it.counted(6), "the contact counts for itself")
        },
        StoreContract("a contact that goes leaves its count behind") { it in
            _ = try await it.account()
            try await it.save([
                .saveGuesses(it.ledger(), it.counted(6, 2)), .saveGuesses(it.ledger("bob"), it.counted(2, 9)),
            ])
            try await it.save([.removeContact(it.id(1), it.slot())])
            try it.require(try await it.facts().guesses == it.counted(6, 9), "the stricter of both")
            try it.require(try await it.facts().owner == nil, "nobody has it")
        },
        StoreContract("an open flow follows its contact into the account") { it in
            let flow = try it.flow()
            try await it.save([.insertFlow(flow)])
            _ = try await it.account()
            let ledger = flow.ledger
            let charged = it.counted(5)
            _ = try await it.store.spendGuess(on: flow.id) { _ in
                Decision((), saving: [.saveGuesses(ledger, charged)])
            }
            try it.require(try await it.facts().guesses == charged, "charged to the account's row")
            try it.require(try await it.facts("bob").guesses == .empty, "not to the slot")
        },
        StoreContract("a known device counts for itself and is forgotten whole") { it in
            let user = try await it.account()
            let device = it.device()
            try await it.save([
                .saveDevice(device, of: user.id), .saveGuesses(.device(device.id), it.counted(2)),
            ])
            var seen = device
            seen.seenAt = it.now + .days(3)
            try await it.save([.saveDevice(seen, of: user.id)])
            let facts = try await it.facts(device: device.id)
            try it.require(facts.deviceGuesses == it.counted(2), "the count stays over a visit")
            try it.require(facts.owner?.devices == [seen], "seen later")
            try it.require(facts.guesses == .empty, "the contact is not touched")
            try it.require(
                try await it.store.isKnown(device.id, for: it.email("alice"), at: it.now),
                "known to its account")
            try it.require(
                try await !it.store.isKnown(device.id, for: it.email("bob"), at: it.now),
                "a stranger elsewhere")
            try await it.save([.insertFlow(it.flow(5, ledger: .device(device.id))), .removeDevice(device.id)])
            let flow: FlowID = it.id(5)
            let guesses = try await it.store.spendGuess(on: flow) { Decision($0.guesses) }
            try it.require(guesses == .some(nil), "a flow of a device that is gone has no ledger")
        },
        StoreContract("the fleet counts by hour and remembers its alert") { it in
            let hour = FleetHour(of: it.now)
            try await it.save([
                .countGuesses(hour, 3), .countGuesses(hour, -1), .countGuesses(hour.earlier(by: 5), 4),
                .countSignIn(hour), .countSignIn(hour), .saveAlert(.raised),
            ])
            let fleet = try await it.facts().fleet
            try it.require(fleet.counts.guesses == [hour: 2, hour.earlier(by: 5): 4], "hours")
            try it.require(fleet.counts.signIns == 2 && fleet.alert == .raised, "sign-ins and alert")
            _ = try await it.store.purge(100, at: it.now + .days(2))
            try it.require(try await it.facts().fleet.counts.guesses[hour] == 2, "48 hours are kept")
            _ = try await it.store.purge(100, at: it.now + .days(40))
            let later = try await it.facts().fleet
            try it.require(
                later.counts == FleetCounts() && later.alert == .raised, "old hours go, the alert stays")
        },
        StoreContract("a charge that fails is not half saved") { it in
            let flow = try it.flow()
            try await it.save([.insertFlow(flow)])
            var stale = flow
            stale.version = 9
            let (ledger, charged, broken) = (flow.ledger, it.counted(1), stale)
            _ = try? await it.store.spendGuess(on: flow.id) { _ in
                Decision((), saving: [.saveGuesses(ledger, charged), .saveFlow(broken)])
            }
            try it.require(try await it.facts().guesses == .empty, "all or nothing")
        },
    ]
}
