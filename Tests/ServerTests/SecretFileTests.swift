import Crypto
import Domain
import FoundationEssentials
import Glibc
import Synchronization
import Testing

@testable import Server

@Suite final class SecretFileTests {
    let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/latchkey-\(UUID())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    var path: String { folder + "/data/secret" }

    func mode(_ path: String) throws -> UInt32 {
        var status = stat()
        try #require(unsafe stat(path, &status) == 0)
        return status.st_mode & 0o7777
    }

    func write(_ content: String, mode: mode_t = 0o600) throws {
        try FileManager.default.createDirectory(atPath: folder + "/data", withIntermediateDirectories: true)
        try #require(FileManager.default.createFile(atPath: path, contents: Data(content.utf8)))
        try #require(unsafe chmod(path, mode) == 0)
    }

    /// The bytes that a secret derives: two files with one secret derive the same.
    func print(of secret: ServerSecret) throws -> [UInt8] {
        try secret.keyRing(for: .loginCode).authenticate([1]).bytes
    }

    func refusal(isNeeded: Bool = false) throws -> StartError {
        try #require(throws: StartError.self) { try SecretFile(path: self.path).load(isNeeded: isNeeded) }
    }

    @Test func `the first start makes the file for its owner alone, the next reads it`() throws {
        let first = try SecretFile(path: path).load(isNeeded: false)
        #expect(try mode(path) == 0o600)
        #expect(try mode(folder + "/data") == 0o700)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/data") == ["secret"])
        let second = try SecretFile(path: path).load(isNeeded: true)
        #expect(try print(of: first) == print(of: second))
    }

    @Test func `folders are made as deep as needed, each for its owner alone`() throws {
        _ = try SecretFile(path: folder + "/a/b/secret").load(isNeeded: false)
        #expect(try mode(folder + "/a") == 0o700)
        #expect(try mode(folder + "/a/b") == 0o700)
    }

    @Test func `many that start at once agree on one secret`() async throws {
        let path = path
        let prints = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<16 {
                group.addTask {
                    try SecretFile(path: path).load(isNeeded: false).keyRing(for: .loginCode).authenticate([1]
                    )
                    .bytes
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(prints.count == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/data") == ["secret"])
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o602, 0o610] as [mode_t])
    func `a file that others may read or change is refused`(mode: mode_t) throws {
        try write(ServerSecret.newLine().reveal(), mode: mode)
        let refusal = try refusal()
        #expect(refusal.code == .configuration)
        #expect(refusal.text.contains("chmod 600"))
    }

    @Test func `a file that its owner may only read is fine`() throws {
        try write(ServerSecret.newLine().reveal(), mode: 0o400)
        _ = try SecretFile(path: path).load(isNeeded: true)
    }

    @Test(arguments: [
        "", "\n\n", "# old\n", "abc", "not base64!", String(repeating: "A", count: 42),
        String(repeating: "A", count: 70_000),
        String(repeating: "A", count: 43) + "\n"
            + String(repeating: "A", count: 43), "\u{0}",
    ])
    func `a file without good secrets is refused and stays as it is`(content: String) throws {
        try write(content)
        let refusal = try refusal()
        #expect(refusal.code == .configuration)
        #expect(refusal.text.contains("secret_file"))
        #expect(content.count < 3 || !refusal.text.contains(content))
        #expect(FileManager.default.contents(atPath: path) == Data(content.utf8))
    }

    @Test func `an empty file is called empty`() throws {
        try write("\n")
        #expect(try refusal().text.contains("it is empty"))
    }

    @Test func `a missing file that is needed is a loss, and none is made`() throws {
        let refusal = try refusal(isNeeded: true)
        #expect(refusal.code == .missingInput)
        #expect(refusal.text.contains("Restore the file from a backup"))
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `a folder in its place is refused`() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        #expect(try refusal().text.contains("not a file"))
    }

    @Test func `a link to a secret is followed`() throws {
        try write(ServerSecret.newLine().reveal())
        try #require(unsafe symlink(path, folder + "/link") == 0)
        _ = try SecretFile(path: folder + "/link").load(isNeeded: true)
    }
}
