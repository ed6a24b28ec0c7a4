import Domain

extension StoreContract {
    static let sessions: [StoreContract] = [
        StoreContract("a session comes back as it was saved") { it in
            let user = try await it.account()
            var session = it.session(of: user.id, device: it.id(4))
            try await it.save([.insertSession(session)])
            try it.require(try await it.store.session(session.id)?.session == session, "inserted")
            session.confirmedAt = it.now + .hours(1)
            session.stronglyConfirmedAt = it.now + .hours(2)
            session.generation = .max
            session.methods = [.qr]
            session.origin.place = nil
            try await it.save([.saveSession(session)])
            let facts = try it.require(try await it.store.session(session.id), "there")
            try it.require(facts.session == session && facts.user.id == user.id, "saved, with its account")
        },
        StoreContract("a session that ended is not saved again") { it in
            let user = try await it.account()
            let session = it.session(of: user.id)
            try await it.save([.insertSession(session), .removeSession(session.id), .saveSession(session)])
            try it.require(try await it.store.session(session.id) == nil, "gone")
            let step = try await it.store.advance(session.id) { (_: SessionFacts) in Decision(1) }
            try it.require(step == nil, "no step ran")
        },
        StoreContract("two hundred rotations at once happen one after the other") { it in
            let user = try await it.account()
            let session = it.session(of: user.id)
            try await it.save([.insertSession(session)])
            let rotated = try await withThrowingTaskGroup(of: Bool?.self) { group in
                for _ in 0..<200 {
                    group.addTask {
                        try await it.store.advance(session.id) { (facts: SessionFacts) in
                            guard facts.session.generation == 1 else { return Decision(false) }
                            var next = facts.session
                            next.generation += 1
                            return Decision(true, saving: [.saveSession(next)])
                        }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 == true ? 1 : 0) }
            }
            try it.require(rotated == 1, "one successor, not \(rotated)")
        },
        StoreContract("ending the others keeps one, and its device") { it in
            let (user, other) = (try await it.account(), try await it.account(2, "bob"))
            try await it.save(
                [UInt8](1...3).map { Change.saveDevice(it.device($0), of: user.id) }
                    + [
                        .insertSession(it.session(1, of: user.id, device: it.id(1))),
                        .insertSession(it.session(2, of: user.id, device: it.id(2))),
                        .insertSession(it.session(3, of: user.id, device: it.id(1))),
                        .insertSession(it.session(4, of: other.id)),
                        .removeSessions(of: user.id, except: it.id(1), devices: true),
                    ])
            let left = try await it.store.sessions(of: user.id, after: nil, limit: 10).map(\.id)
            let kept: [SessionID] = [it.id(1)]
            try it.require(left == kept, "one is left")
            let devices = try await it.facts().owner?.devices.map(\.id)
            let known: [DeviceID] = [it.id(1), it.id(3)]
            try it.require(devices == known, "its device and those without a session stay")
            try it.require(
                try await it.store.sessions(of: other.id, after: nil, limit: 10).count == 1, "not the other's"
            )
            try await it.save([.removeSessions(of: user.id, except: nil, devices: false)])
            try it.require(try await it.facts().owner?.devices.count == 2, "devices stay when not asked for")
        },
        StoreContract("pages are newest first and follow each other") { it in
            let user = try await it.account()
            let origin = Origin(device: Device(browser: .safari, system: .iOS), address: "192.0.2.9")
            try await it.save(
                [UInt8](1...5).flatMap { number -> [Change] in
                    let event = HistoryEvent(
                        id: it.id(number), user: user.id, time: it.now, kind: .signedIn, outcome: .failure,
                        origin: origin)
                    return [.insertSession(it.session(number, of: user.id)), .addHistory(event)]
                })
            let sessions = try await it.store.sessions(of: user.id, after: it.id(4), limit: 2).map(\.id)
            let expected: [SessionID] = [it.id(3), it.id(2)]
            try it.require(sessions == expected, "sessions")
            let first = try await it.store.history(of: user.id, after: nil, limit: 2)
            let ids: [EventID] = [it.id(5), it.id(4)]
            try it.require(first.map(\.id) == ids && first.first?.origin == origin, "history")
            let stranger: UserID = it.id(9)
            try it.require(
                try await it.store.history(of: stranger, after: nil, limit: 5).isEmpty, "only his own")
            let last = try await it.store.history(of: user.id, after: it.id(1), limit: 5)
            try it.require(last.isEmpty, "nothing after the last")
        },
        StoreContract("the account that asks is read with its session") { it in
            let user = try await it.account()
            let session = it.session(of: user.id)
            try await it.save([.insertSession(session)])
            let asking = try it.require(try await it.facts("bob", session: session.id).asking, "there")
            try it.require(asking.session == session && asking.user.id == user.id, "both")
        },
    ]

    static let outbox: [StoreContract] = [
        StoreContract("a message is leased to one courier at a time") { it in
            try await it.save([.addMessage(it.message(1)), .addMessage(it.message(2))])
            let now = it.now + .seconds(1)
            let first = try await it.store.lease(1, at: now, until: now + .seconds(30))
            try it.require(
                first.map(\.message) == [try it.message(1)] && first.first?.attempt == 1, "the oldest")
            let second = try await it.store.lease(5, at: now, until: now + .seconds(30))
            try it.require(second.map(\.message) == [try it.message(2)], "not the one that is out")
            try it.require(
                try await it.store.lease(5, at: now, until: now + .seconds(9)).isEmpty, "both are out")
            let again = try await it.store.lease(5, at: now + .seconds(30), until: now + .minutes(1))
            try it.require(again.map(\.attempt) == [2, 2], "a lease ends")
            let late = try it.require(first.first, "the first lease")
            try it.require(try await !it.store.settle(late, .done), "who comes late settles nothing")
            for leased in again { try it.require(try await it.store.settle(leased, .done), "settled") }
            try it.require(
                try await it.store.lease(5, at: now + .minutes(2), until: now + .minutes(3)).isEmpty, "done")
        },
        StoreContract("a retry waits for its moment, and nothing is sent too late") { it in
            try await it.save([.addMessage(it.message(1))])
            let now = it.now + .seconds(1)
            let leased = try it.require(
                try await it.store.lease(5, at: now, until: now + .minutes(1)).first, "leased")
            _ = try await it.store.settle(leased, .retry(at: now + .seconds(2)))
            try it.require(
                try await it.store.lease(5, at: now + .seconds(1), until: now + .minutes(1)).isEmpty, "waits")
            let retried = try await it.store.lease(5, at: now + .seconds(2), until: now + .seconds(3))
            try it.require(retried.first?.attempt == 2, "comes back")
            try it.require(
                try await it.store.lease(5, at: it.now + .minutes(5), until: it.now + .minutes(6)).isEmpty,
                "the code is over")
        },
    ]
}
