import Domain

extension Transaction {
    /// Applies the changes of a decision in order. When one fails the operation is undone.
    func save(_ changes: [Change]) throws(StoreFault) {
        for change in changes { try save(change) }
    }

    private func save(_ change: Change) throws(StoreFault) {
        switch change {
        case .insertFlow(let flow): try insert(flow)
        case .saveFlow(let flow): try save(flow)
        case .removeFlow(let id): try removeFlow(id)
        case .removeFlows(let user, let kept): try removeFlows(of: user, except: kept)
        case .saveGuesses(let ledger, let account): try save(account, ledger)
        case .savePasswordGuesses(let user, let bucket): try savePasswordGuesses(bucket, of: user)
        case .countGuesses(let hour, let count): try countGuesses(hour, count)
        case .countSignIn(let hour): try countSignIn(hour)
        case .saveAlert(let alert): try save(alert)
        case .insertUser(let user): try insert(user)
        case .insertContact(let proven, let user, let slot): try insert(proven, of: user, slot)
        case .removeContact(let id, let slot): try removeContact(id, slot)
        case .savePassword(let user, let hash): try save(hash, of: user)
        case .saveProfile(let user, let profile): try save(profile, of: user)
        case .saveDisabled(let user, let isDisabled): try saveDisabled(isDisabled, user)
        case .saveRoles(let user, let roles): try save(roles, of: user)
        case .saveMuted(let contact, let isMuted): try saveMuted(isMuted, contact)
        case .saveDevice(let device, let user): try save(device, of: user)
        case .removeDevice(let id): try removeDevice(id)
        case .removeDevices(let user): try removeDevices(of: user)
        case .insertSession(let session): try insert(session)
        case .saveSession(let session): try save(session)
        case .removeSession(let id): try removeSession(id)
        case .removeSessions(let user, let kept, let devices):
            try removeSessions(of: user, except: kept, devices: devices)
        case .addMessage(let message): try add(message)
        case .addHistory(let event): try add(event)
        }
    }
}
