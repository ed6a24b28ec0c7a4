import EventLoop
import Foundation
import Glibc

/// A certificate of the test's own, with its key, in a folder that goes with it.
final class Certificate: Sendable {
    let certificate: String
    let key: String
    private let folder: URL

    init(name: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "latchkey-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        certificate = folder.appending(path: "certificate.pem").path
        key = folder.appending(path: "key.pem").path
        try renew(name: name)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Writes another certificate and key into the same files.
    func renew(name: String) throws {
        let tool = try OpenSSLTool([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", "/CN=\(name)", "-keyout", key, "-out", certificate,
        ])
        _ = tool.rest()
    }

    /// Writes what is no certificate.
    func spoil() throws {
        try Data("no certificate".utf8).write(to: URL(filePath: certificate))
    }
}

/// The openssl program, as a client that this project has not written. Blocks: for a thread of the test's own.
final class OpenSSLTool {
    private let process = Process()
    private let input = Foundation.Pipe()
    private let output = Foundation.Pipe()
    private var received = Data()

    init(_ arguments: [String], input file: Data? = nil) throws {
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = output
        process.standardInput = input
        try process.run()
        if let file {
            let input = input.fileHandleForWriting
            writer = try SystemThread(name: "writer") { try? input.write(contentsOf: file) }
        }
    }

    private var writer: SystemThread?

    deinit {
        // A child inherits which signals are blocked; this one never is.
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        writer?.join()
    }

    /// `openssl s_client`; with a `request` it is sent, and the connection is read to its end.
    static func client(
        _ address: SocketAddress, _ options: [String] = [], request: Data? = nil
    ) throws
        -> OpenSSLTool
    {
        try OpenSSLTool(
            ["s_client", "-connect", "127.0.0.1:\(address.port)", "-ign_eof"] + options, input: request)
    }

    func send(_ text: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    }

    /// Reads until `text` comes, and forgets all up to it; false at the end.
    func reads(_ text: String) -> Bool {
        while true {
            if let range = received.range(of: Data(text.utf8)) {
                received.removeSubrange(..<range.upperBound)
                return true
            }
            guard receive() else { return false }
        }
    }

    func rest() -> Data {
        while receive() {}
        return received
    }

    /// False at the end, or when nothing comes for long.
    private func receive() -> Bool {
        let handle = output.fileHandleForReading
        var request = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&request, 1, 10_000) > 0 else { return false }
        let more = handle.availableData
        received += more
        return !more.isEmpty
    }

    func text() -> String { String(decoding: rest(), as: UTF8.self) }
}
