// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// A room of the house: what it may import is settled here and nowhere else.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "latchkey",
    products: [
        .executable(name: "latchkey", targets: ["Server"])
    ],
    targets: [
        .systemLibrary(name: "CLinux", path: "Sources/C/Linux"),
        .systemLibrary(
            name: "COpenSSL", path: "Sources/C/OpenSSL", pkgConfig: "openssl",
            providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CCurl", path: "Sources/C/Curl", pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CSQLite", path: "Sources/C/SQLite", pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"])]),

        room("Domain"),
        room("JSON"),
        room("Templates"),
        room("Crypto", ["Domain", "COpenSSL"]),
        room("Tokens", ["Domain", "Crypto"]),
        room("EventLoop", ["CLinux"]),
        room("HTTP", ["EventLoop", "CLinux", "COpenSSL"]),
        room("Accounts", ["Domain"]),
        room("Channels", ["Domain", "EventLoop", "CCurl"]),
        room("Web", ["HTTP", "EventLoop", "JSON", "Accounts", "Domain"]),
        // Migrations travel inside the binary.
        .target(
            name: "Store", dependencies: ["Domain", "EventLoop", "CSQLite"],
            resources: [.embedInCode("SQLite/Migrations")], swiftSettings: strict),
        room("Doubles", ["Domain"]),
        .executableTarget(
            name: "Server",
            dependencies: [
                "Accounts", "Channels", "Crypto", "Domain", "EventLoop", "HTTP", "JSON", "Store", "Templates",
                "Tokens", "Web",
            ],
            swiftSettings: strict),
        // Measured by `make bench`, shipped to nobody.
        .executableTarget(
            name: "BenchServer", dependencies: ["EventLoop", "HTTP", "JSON", "Web"], path: "bench/Server",
            swiftSettings: strict),

        // The checks that every store must pass, for the test target of each.
        .target(
            name: "StoreContract", dependencies: ["Domain"], path: "Tests/StoreContract",
            swiftSettings: strict),
        tests("DomainTests", ["Domain", "Doubles", "StoreContract"]),
        tests("AccountsTests", ["Accounts", "Domain", "Doubles", "StoreContract"]),
        // A program that writes and is killed, for the tests of the store.
        .executableTarget(
            name: "StoreProbe", dependencies: ["Store", "EventLoop", "Domain"], path: "Tests/StoreProbe",
            swiftSettings: strict),
        tests(
            "StoreTests",
            ["Store", "StoreContract", "StoreProbe", "Doubles", "EventLoop", "Domain", "CSQLite"]),
        tests("JSONTests", ["JSON"]),
        tests("TemplatesTests", ["Templates"]),
        tests("CryptoTests", ["Crypto", "Domain", "Doubles", "COpenSSL"]),
        tests("TokensTests", ["Tokens", "Crypto", "Domain", "Doubles"]),
        tests("EventLoopTests", ["EventLoop"]),
        tests("HTTPTests", ["HTTP", "EventLoop"]),
        tests("ChannelsTests", ["Channels", "Domain", "Doubles"]),
        tests("WebTests", ["Web", "HTTP", "EventLoop", "JSON", "Accounts", "Domain", "Doubles"]),
        tests("ServerTests", ["Server", "Crypto", "Domain", "Doubles", "EventLoop", "Tokens"]),
    ]
)

/// A program that libFuzzer drives (`scripts/fuzz`). Any other build knows nothing of these.
func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies, path: "Tests/Fuzz/\(name)",
        swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
}

if Context.environment["LATCHKEY_FUZZ"] != nil {
    package.targets += [
        fuzzer("FuzzHTTP", ["HTTP"]),
        fuzzer("FuzzJSON", ["JSON"]),
        fuzzer("FuzzForwarding", ["HTTP", "EventLoop"]),
    ]
}
