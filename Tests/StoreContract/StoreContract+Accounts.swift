import Domain

extension StoreContract {
    static let accounts: [StoreContract] = [
        StoreContract("an account comes back with contacts, devices and roles") { it in
            let role = try it.require(Role("editor"), "a role")
            let user = it.user()
            try await it.save([
                .insertUser(user), .insertContact(it.contact(), of: user.id, it.slot()),
                .insertContact(it.contact(2, "second"), of: user.id, it.slot()),
                .saveRoles(user.id, [.admin, role]),
                .saveDevice(it.device(3), of: user.id), .savePassword(user.id, PasswordHashText("$scrypt$x")),
                .savePasswordGuesses(user.id, GuessBucket(count: 4, anchor: it.now)),
                .saveProfile(user.id, Profile([.nickname: "a\u{0}b", .name: "Alice"])),
                .saveMuted(it.id(2), true), .saveDisabled(user.id, true),
            ])
            let read = try it.require(try await it.facts("second").owner, "found by its second contact")
            try it.require(read.id == user.id && read.createdAt == it.now && read.isDisabled, "itself")
            try it.require(read.contacts.map(\.isMuted) == [false, true], "two contacts, one muted")
            try it.require(
                read.contacts.map(\.contact) == [try it.email("alice"), try it.email("second")], "in order")
            try it.require(
                read.roles == [.admin, role] && read.devices == [it.device(3)], "roles and devices")
            try it.require(read.password?.reveal() == "$scrypt$x", "password")
            try it.require(read.passwordGuesses == GuessBucket(count: 4, anchor: it.now), "its ledger")
            try it.require(try read.profile == Profile([.nickname: "a\u{0}b", .name: "Alice"]), "profile")
        },
        StoreContract("a contact is found however it is written") { it in
            let user = it.user()
            let stored = try EmailAddress(parsing: "Alice@Example.COM")
            let proven = ProvenContact(
                id: it.id(1), contact: .email(stored), provedAt: it.now, wasAdded: true)
            try await it.save([.insertUser(user), .insertContact(proven, of: user.id, it.slot())])
            let owner = try it.require(try await it.facts("alice").owner, "found")
            try it.require(owner.contacts.first?.contact.text == "Alice@example.com", "as it was stored")
            try it.require(owner.contacts.first?.wasAdded == true, "added later")
        },
        StoreContract("no contact belongs to two accounts") { it in
            _ = try await it.account()
            var failed = false
            do {
                try await it.save([
                    .insertUser(it.user(2)), .insertContact(it.contact(2), of: it.id(2), it.slot()),
                ])
            } catch is StoreError {
                failed = true
            }
            try it.require(failed, "the second is refused")
            let owner: UserID = it.id(1)
            try it.require(try await it.facts().owner?.id == owner, "the first keeps it")
        },
        StoreContract("a flow sees its account and the contact's owner") { it in
            let user = try await it.account()
            let other = try await it.account(2, "bob")
            let flow = try it.flow(5, party: .account(user.id), name: "bob")
            try await it.save([.insertFlow(flow)])
            let facts = try it.require(
                try await it.store.advance(flow.id) { (facts: FlowFacts) in Decision(facts) }, "facts")
            try it.require(facts.user?.id == user.id && facts.owner?.id == other.id, "both")
            try it.require(
                facts.session == nil && facts.account == nil, "no session, and the contact is not his")
        },
        StoreContract("the devices of one account go together") { it in
            let (user, other) = (try await it.account(), try await it.account(2, "bob"))
            try await it.save([
                .saveDevice(it.device(1), of: user.id), .saveDevice(it.device(2), of: user.id),
                .saveDevice(it.device(3), of: other.id), .removeDevices(of: user.id),
            ])
            try it.require(try await it.facts().owner?.devices == [], "all of one")
            try it.require(try await it.facts("bob").owner?.devices == [it.device(3)], "none of the other")
        },
    ]
}
