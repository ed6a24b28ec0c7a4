import Domain

extension MemoryTables {
    mutating func save(_ changes: [Change]) throws(StoreError) {
        guard !changes.isEmpty else { return }
        commits += 1
        for change in changes { try save(change) }
    }

    /// Under one lock nothing can have changed in between, so what would be a conflict is an error of ours.
    private mutating func save(_ change: Change) throws(StoreError) {
        switch change {
        case .insertFlow(let flow):
            guard flows[flow.id] == nil else { throw .unavailable }
            flows[flow.id] = flow
        case .saveFlow(var flow):
            guard flows[flow.id]?.version == flow.version else { throw .unavailable }
            flow.version += 1
            flows[flow.id] = flow
        case .removeFlow(let id): flows[id] = nil
        case .removeFlows(let user, let kept):
            flows = flows.filter { $0.value.party.user != user || $0.key == kept }
        case .saveGuesses(let ledger, let account): saveGuesses(ledger, account)
        case .savePasswordGuesses(let user, let bucket): users[user]?.passwordGuesses = bucket
        case .countGuesses(let hour, let count): guessesByHour[hour, default: 0] += count
        case .countSignIn(let hour): signInsByHour[hour, default: 0] += 1
        case .saveAlert(let alert): self.alert = alert
        case .insertUser(let user): users[user.id] = user
        case .insertContact(let proven, let user, let slot):
            guard contactIDs[proven.contact] == nil, users[user] != nil else { throw .unavailable }
            contactIDs[proven.contact] = proven.id
            contacts[proven.id] = ContactRow(proven: proven, user: user, guesses: slots[slot] ?? .empty)
        case .removeContact(let id, let slot):
            guard let row = contacts.removeValue(forKey: id) else { return }
            contactIDs[row.proven.contact] = nil
            slots[slot] = (slots[slot] ?? .empty).merged(with: row.guesses)
        case .savePassword(let user, let hash): users[user]?.password = hash
        case .saveProfile(let user, let profile): users[user]?.profile = profile
        case .saveDisabled(let user, let isDisabled): users[user]?.isDisabled = isDisabled
        case .saveRoles(let user, let roles): users[user]?.roles = roles
        case .saveMuted(let contact, let isMuted): contacts[contact]?.proven.isMuted = isMuted
        case .saveDevice(let device, let user):
            devices[device.id, default: DeviceRow(device: device, user: user, guesses: .empty)].device =
                device
        case .removeDevice(let id): devices[id] = nil
        case .removeDevices(let user): devices = devices.filter { $0.value.user != user }
        case .insertSession(let session): sessions[session.id] = session
        case .saveSession(let session):
            if sessions[session.id] != nil { sessions[session.id] = session }
        case .removeSession(let id): sessions[id] = nil
        case .removeSessions(let user, let kept, let withDevices):
            removeSessions(of: user, except: kept, devices: withDevices)
        case .addMessage(let message):
            everyMessage.append(message)
            outbox[message.id] = MessageRow(message: message, attempt: 0, notBefore: message.createdAt)
        case .addHistory(let event): history.append(event)
        }
    }

    private mutating func saveGuesses(_ ledger: Ledger, _ account: GuessAccount) {
        switch ledger {
        case .device(let id): devices[id]?.guesses = account
        case .contact(let contact, let slot):
            if let id = contactIDs[contact] {
                contacts[id]?.guesses = account
            } else {
                slots[slot] = account
            }
        }
    }

    private mutating func removeSessions(of user: UserID, except kept: SessionID?, devices withDevices: Bool)
    {
        let ended = sessions.values.filter { $0.user == user && $0.id != kept }
        for session in ended { sessions[session.id] = nil }
        guard withDevices else { return }
        let staying = kept.flatMap { sessions[$0]?.device }
        for device in ended.compactMap(\.device) where device != staying { devices[device] = nil }
    }

    mutating func lease(_ limit: Int, at now: Timestamp, until end: Timestamp) -> [LeasedMessage] {
        outbox = outbox.filter { $0.value.message.expiresAt > now }
        let waiting = outbox.values.filter { $0.notBefore <= now }
            .sorted { ($0.message.createdAt, $0.message.id) < ($1.message.createdAt, $1.message.id) }
        return waiting.prefix(limit).map { row in
            outbox[row.message.id]?.attempt += 1
            outbox[row.message.id]?.notBefore = end
            return LeasedMessage(message: row.message, attempt: row.attempt + 1)
        }
    }

    mutating func settle(_ leased: LeasedMessage, _ fate: MessageFate) -> Bool {
        guard outbox[leased.message.id]?.attempt == leased.attempt else { return false }
        switch fate {
        case .done: outbox[leased.message.id] = nil
        case .retry(let moment): outbox[leased.message.id]?.notBefore = moment
        }
        return true
    }

    mutating func purge(_ limit: Int, at now: Timestamp) -> Int {
        var removed = 0
        func room(_ isOver: Bool) -> Bool {
            guard isOver, removed < limit else { return false }
            removed += 1
            return true
        }
        flows = flows.filter { !room($0.value.expiresAt <= now) }
        sessions = sessions.filter { !room($0.value.isExpired(at: now)) }
        devices = devices.filter { !room($0.value.device.isExpired(at: now)) }
        let hour = FleetHour(of: now)
        guessesByHour = guessesByHour.filter { !room($0.key < hour.earlier(by: FleetCounts.hoursKept)) }
        let day = hour.earlier(by: Int64(FleetCounts.daysOfSignIns) * 24)
        signInsByHour = signInsByHour.filter { !room($0.key < day) }
        return removed
    }
}
