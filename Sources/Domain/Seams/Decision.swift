/// What a step decided: rows to save and an answer to give once they are durable.
public struct Decision<Answer: Sendable>: Sendable {
    public var changes: [Change]
    public var answer: Answer

    public init(_ answer: Answer, saving changes: [Change] = []) {
        self.changes = changes
        self.answer = answer
    }
}

/// One row to write. A store applies the changes of a decision in order, in one transaction: all or none.
public enum Change: Hashable, Sendable {
    case insertFlow(Flow)
    /// Fails with a conflict unless the stored version is `flow.version`; then stores the next one.
    case saveFlow(Flow)
    case removeFlow(FlowID)
    /// Every open flow of an account but one, whoever started it. Pairings and authorization codes go along.
    case removeFlows(of: UserID, except: FlowID?)

    /// Writes the row that the ledger means now: see `Ledger.contact`. A device that is gone writes nothing.
    case saveGuesses(Ledger, GuessAccount)
    case savePasswordGuesses(UserID, GuessBucket)
    /// Adds to the counter of one hour over all contacts; negative for a refund.
    case countGuesses(FleetHour, Int)
    case countSignIn(FleetHour)
    case saveAlert(SprayAlert)

    /// The user without contacts and devices, which have changes of their own.
    case insertUser(User)
    /// Fails with a conflict when an account has the contact. It takes along the count of its slot, which stays
    /// as it is.
    case insertContact(ProvenContact, of: UserID, LedgerSlot)
    /// Its count goes back to its slot, merged with what is there.
    case removeContact(ContactID, LedgerSlot)
    case savePassword(UserID, PasswordHashText?)
    case saveProfile(UserID, Profile)
    case saveDisabled(UserID, Bool)
    case saveRoles(UserID, Set<Role>)
    case saveMuted(ContactID, Bool)
    /// Inserts or updates; the count of a device that is there stays.
    case saveDevice(KnownDevice, of: UserID)
    case removeDevice(DeviceID)
    case removeDevices(of: UserID)

    case insertSession(Session)
    /// Writes nothing when the session is gone.
    case saveSession(Session)
    case removeSession(SessionID)
    /// Every session of a user but one. With `devices`, the known devices they ran on go as well, unless the
    /// one that stays runs on it too.
    case removeSessions(of: UserID, except: SessionID?, devices: Bool)

    case addMessage(OutboxMessage)
    case addHistory(HistoryEvent)
}

/// Why a store did not do what it was asked. Nothing was saved, or, when the answer of the engine was lost,
/// all of it was: whoever asks again must be content with either.
public enum StoreError: Error, Hashable, Sendable {
    /// Too much is waiting; asking again later may help.
    case busy
    /// The engine cannot be reached, or cannot write.
    case unavailable
}
