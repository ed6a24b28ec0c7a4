import Accounts
import Channels
import Crypto
import Domain
import EventLoop
import HTTP
import Store
import Templates
import Tokens
import Web

/// Everything behind the sign-in routes, made from the configuration.
final class SignInDesk: Sendable {
    let routes: [Route]
    let gate: Gate
    let turnstile: Router.Turnstile
    let database: Database
    private let pool: WorkPool
    private let courier: CourierRun
    private let upkeep: Upkeep

    /// Opens the database and the keys. Blocks; the loops run already.
    init(_ configuration: Configuration, loops: [Loop], log: EventLoop.Log) throws(StartError) {
        let time = SystemTime()
        let random = SystemRandom()
        let loop = loops[0]
        database = try Self.open(configuration.store, loops, now: time.now(), log)
        let store = SQLiteStore(database)
        let keys = try Self.keys(configuration, store, on: loop, time)
        do throws(SystemError) {
            pool = try WorkPool()
        } catch {
            throw StartError(.unavailable, "threads for hashing cannot be started: \(error)")
        }

        let bell = Bell()
        let terms = configuration.terms
        let outside = Outside(
            store: NudgingStore(store) { bell.ring() }, secrets: keys.secrets,
            signer: AccessTokenSigner(
                issuer: (configuration.tokens.issuer ?? configuration.publicURL).description,
                audience: configuration.tokens.audience, keys: keys.keeper.keys),
            hasher: PooledPasswords(pool: pool), time: time, random: random)
        let limits = Limits(configuration.rates)
        let signIn = SignIn(outside, under: terms, limits: limits)
        let sessions = Sessions(outside, under: terms)

        let inbox = DevelopmentInbox(time: time)
        courier = CourierRun(
            Courier(
                outside, under: terms, writer: CatalogueWriter(catalogue: try Self.catalogue(configuration)),
                channels: Self.channels(configuration, inbox, log)), on: loop, bell: bell, log: log)

        let keySet = keys.keeper.keys
        var routes = FlowRoutes(signIn, contacts: try Self.contacts(configuration)).table
        routes += TokenRoutes(sessions).table
        routes +=
            MeRoutes(sessions, Confirm(signIn), Passwords(outside, under: terms), History(outside)).table
        routes += KeyRoutes.table { keySet.document }
        if configuration.dev.inbox {
            routes +=
                InboxRoutes { recipient in
                    inbox.newest(to: recipient).map { message in
                        InboxRoutes.Message(
                            id: message.id.description, recipient: message.recipient,
                            content: message.content,
                            code: message.code, sentAt: message.sentAt)
                    }
                }.table
        }
        self.routes = routes
        gate = Gate(sessions)
        turnstile = { request throws(Problem) in
            try Problem.counting(request, limits, at: time.now())
        }
        upkeep = Upkeep(keys.keeper, store, time: time, on: loop, log: log)
    }

    /// Begins to carry messages and to keep the keys and the tables.
    func start() {
        courier.start()
        upkeep.start()
    }

    /// Ends what `start` began. Callable while the loops still run.
    func stop() {
        courier.stop()
        upkeep.stop()
    }

    /// Closes the database. After the loops have ended.
    func close() {
        pool.stop()
        database.close()
    }
}
