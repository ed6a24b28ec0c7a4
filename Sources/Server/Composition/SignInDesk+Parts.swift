import Channels
import Crypto
import Domain
import EventLoop
import Store
import Templates
import Tokens
import Web

extension SignInDesk {
    static func open(
        _ location: StoreLocation, _ loops: [Loop], now: Timestamp, _ log: EventLoop.Log
    ) throws(StartError) -> Database {
        guard case .sqlite(let path) = location else {
            throw StartError(
                .configuration, "store.url: this version keeps its data in SQLite; use sqlite:PATH")
        }
        do throws(StartFault) {
            return try Database(at: path, loops: loops, now: now, log: log)
        } catch {
            throw StartError(.unavailable, error.description)
        }
    }

    struct Keys {
        let secrets: DerivedSecrets
        let keeper: KeyKeeper
    }

    static func keys(
        _ configuration: Configuration, _ vault: any Vault, on loop: Loop, _ time: any TimeSource
    ) throws(StartError) -> Keys {
        let isNeeded = try waiting(on: loop) { () async throws(KeyKeeperError) in
            try await SealedKeys.exist(in: vault)
        }
        let secret = try SecretFile(path: configuration.secretFile).load(isNeeded: isNeeded)
        guard
            let rotation = KeyRotation(
                periodSeconds: configuration.tokens.keyRotation.components.seconds,
                accessTokenSeconds: configuration.tokens.accessTTL.components.seconds)
        else { throw StartError(.configuration, "tokens.key_rotation: from 2d to 3660d") }
        return try waiting(on: loop) { () async throws(KeyKeeperError) in
            let sealed = try SealedKeys(vault: vault, secret: secret)
            let ledgerKey = try await sealed.ledgerKey(at: time.now())
            let keeper = KeyKeeper(sealed, rotation: rotation, time: time)
            try await keeper.refresh()
            do throws(CryptoError) {
                return Keys(secrets: try DerivedSecrets(secret: secret, ledgerKey: ledgerKey), keeper: keeper)
            } catch {
                throw .crypto(error)
            }
        }
    }

    static func contacts(_ configuration: Configuration) throws(StartError) -> ContactReader {
        do {
            // Without a real gateway nothing can be spent, and every number may be tried.
            let prefixes =
                configuration.sms.isReal
                ? try AllowedPrefixes(configuration.sms.allowedPrefixes) : AllowedPrefixes.all
            return ContactReader(
                plan: try NumberingPlan.builtIn(), allowedPrefixes: prefixes,
                toASCII: InternationalName.toASCII)
        } catch {
            throw StartError(.internalError, "the numbering plans or sms.allowed_prefixes cannot be read")
        }
    }

    /// The way a message takes. Mail relays and SMS gateways have no channel yet, and the log says so: a code that
    /// went nowhere must not look delivered.
    static func channels(
        _ configuration: Configuration, _ inbox: DevelopmentInbox, _ log: EventLoop.Log
    ) -> @Sendable (Contact.Kind) -> any Channel {
        if configuration.email.isReal { log.warning("email.url is not used yet: every mail fails") }
        if configuration.sms.isReal { log.warning("sms.gateways are not used yet: every text message fails") }
        guard configuration.dev.inbox else {
            log.warning("the development inbox is off: every message fails")
            return { _ in ClosedChannel() }
        }
        return { _ in inbox }
    }

    static func catalogue(_ configuration: Configuration) throws(StartError) -> MessageCatalogue {
        let site = MessageSite(
            brand: configuration.brand.name, url: configuration.publicURL.description,
            host: configuration.publicURL.host.text)
        guard let language = Templates.LanguageTag(configuration.languages.standard) else {
            throw StartError(.configuration, "languages.default: not a language")
        }
        do throws(TemplateFindings) {
            return try MessageCatalogue(overrides: [:], site: site, defaultLanguage: language)
        } catch {
            throw StartError(.configuration, error.description)
        }
    }

    private static func waiting<Answer: Sendable>(
        on loop: Loop, _ work: @escaping @Sendable () async throws(KeyKeeperError) -> Answer
    ) throws(StartError) -> Answer {
        let result: Result<Answer, KeyKeeperError>
        do throws(SystemError) {
            result = try loop.awaiting { () async -> Result<Answer, KeyKeeperError> in
                do throws(KeyKeeperError) {
                    return .success(try await work())
                } catch {
                    return .failure(error)
                }
            }
        } catch {
            throw StartError(.unavailable, error.description)
        }
        do throws(KeyKeeperError) {
            return try result.get()
        } catch {
            throw StartError(error)
        }
    }
}
