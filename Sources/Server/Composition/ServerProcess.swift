import EventLoop
import HTTP
import Store
import Web

/// The running server: made of its parts in one place, from the configuration alone.
struct ServerProcess {
    /// How long what runs may take to finish after the signal to end.
    private static let patience: Duration = .seconds(10)

    /// How many connections the metrics address holds.
    private static let watchers = 16

    private let configuration: Configuration
    private let log: EventLoop.Log
    private let loops: LoopGroup
    private let site: HTTPServer
    private let metrics: HTTPServer?
    private let readiness: Readiness
    private let desk: SignInDesk
    private let credentials: TLSCredentials?

    /// Binds the addresses and starts to serve.
    init(_ configuration: Configuration, log: EventLoop.Log) throws(StartError) {
        self.configuration = configuration
        self.log = log
        ProcessLimits.ignoreBrokenPipes()
        let descriptors = ProcessLimits.raiseDescriptors()
        let registry = MetricsRegistry()
        registry.registerProcessMetrics()
        credentials = try Self.credentials(configuration.tls)
        let loops = try Self.start("an event loop cannot be made") { () throws(SystemError) in
            try LoopGroup(count: Processors.available)
        }
        // The database and the keys are read on a loop.
        try Self.start("a thread cannot be started") { () throws(SystemError) in try loops.start() }
        let desk = try SignInDesk(configuration, loops: loops.loops, log: log)
        readiness = Readiness([Readiness.Check("store") { desk.database.isWritable }])
        var options = HTTPServer.Options(budget: ConnectionBudget(descriptors: descriptors))
        options.forwarding = Forwarding(trusted: configuration.trustedProxies)
        options.tls = credentials
        let isHTTPS = configuration.publicURL.scheme == .https
        let documentation = DocumentationRoutes(
            publicURL: configuration.publicURL.description, version: version, isHTTPS: isHTTPS)
        let router = Router(
            OperationsRoutes.table(readiness) + documentation.table + desk.routes,
            fields: SiteFields(.security(isHTTPS: isHTTPS)),
            gate: desk.gate, turnstile: desk.turnstile)
        site = try Self.listen(
            on: configuration.listen, key: "listen", loops, SiteApplication(router: router, log: log),
            options,
            ServerMetrics(registry, server: "site"), log)
        // Of its own, so that whoever watches the server sees it also when it is full.
        options = HTTPServer.Options(budget: ConnectionBudget(capacity: Self.watchers))
        metrics = try configuration.metrics.map { address throws(StartError) in
            try Self.listen(
                on: address, key: "metrics.listen", loops, MetricsApplication(registry), options,
                ServerMetrics(registry, server: "metrics"), log)
        }
        self.loops = loops
        self.desk = desk
        desk.start()
    }

    /// Serves until a signal says to end, then lets what runs finish; `reread` is called at each signal to
    /// reload.
    func run(_ signals: inout Signals, _ manager: ServiceManager, reread: () -> Void) {
        log.info(
            "serving", .field("address", site.address.description),
            .field("url", configuration.publicURL.description), .field("version", version))
        if let metrics { log.info("metrics", .field("address", metrics.address.description)) }
        manager.ready()
        while signals.next() == .reload {
            manager.reloading(at: SystemClock().now().nanoseconds / 1000)
            reread()
            reloadCertificate()
            manager.ready()
        }
        manager.stopping()
        log.info("stopping")
        readiness.drain()
        let isComplete = site.drain(within: Self.patience)
        if !isComplete { log.warning("connections were closed before they had finished") }
        _ = metrics?.drain(within: .seconds(1))
        desk.stop()
        loops.stop()
        desk.close()
        log.info("stopped")
    }

    private func reloadCertificate() {
        guard let credentials else { return }
        do throws(TLSError) {
            try credentials.reload()
            log.info("the certificate was read again")
        } catch {
            log.error("the old certificate stays", .field("reason", error.description))
        }
    }

    // MARK: Making the parts

    private static func credentials(_ tls: Configuration.TLS?) throws(StartError) -> TLSCredentials? {
        guard let tls else { return nil }
        do throws(TLSError) {
            return try TLSCredentials(certificate: tls.certificate, key: tls.key)
        } catch {
            throw StartError(.configuration, "tls: \(error)")
        }
    }

    private static func listen(
        on address: ListenAddress, key: String, _ loops: LoopGroup, _ application: any Application,
        _ options: HTTPServer.Options, _ metrics: ServerMetrics, _ log: EventLoop.Log
    ) throws(StartError) -> HTTPServer {
        do throws(SystemError) {
            return try HTTPServer(
                on: address.socketAddress, group: loops, application: application, options: options,
                metrics: metrics, log: log)
        } catch {
            throw StartError(cannotListen: address, key: key, error)
        }
    }

    private static func start<T>(
        _ what: String, _ make: () throws(SystemError) -> T
    ) throws(StartError) -> T {
        do throws(SystemError) {
            return try make()
        } catch {
            throw StartError(.unavailable, "\(what): \(error)")
        }
    }
}
