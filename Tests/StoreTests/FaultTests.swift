import Foundation
import Testing

@testable import Store

/// What is said to be done is done, whatever happens to the process or the disk.
@Suite(.timeLimit(.minutes(10)), .serialized)
struct FaultTests {
    private static let isProof = ProcessInfo.processInfo.environment["PROVE"] == "1"
    private static let hasStrace = FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")

    private func stored(_ path: String) async throws -> Set<Int64> {
        let scratch = try Scratch()
        let database = try scratch.open(at: path)
        defer { database.close() }
        try Database.check(at: path)
        return try await database.readAtLength { snapshot throws(StoreFault) in
            let tables = try snapshot.first("SELECT count(*) FROM sqlite_schema WHERE name = 'probe'") {
                row throws(StoreFault) in try row.integer(0)
            }
            guard tables == 1 else { return [] }
            return Set(
                try snapshot.all("SELECT number FROM probe") { row throws(StoreFault) in try row.integer(0) })
        }
    }

    @Test func `a process that is killed has kept what it acknowledged`() async throws {
        var generator = SystemRandomNumberGenerator()
        let scratch = try Scratch()
        for round in 0..<(Self.isProof ? 200 : 12) {
            let path = scratch.folder + "/kill-\(round).db"
            let probe = try Probe(["write", path, "100000", "8"])
            let wanted = Int.random(in: 1...400, using: &generator)
            var lines: [String] = []
            while lines.count < wanted, let line = try probe.line() { lines.append(line) }
            probe.kill()
            lines += try probe.lines()
            _ = try probe.end()
            let missing = lines.acknowledged.subtracting(try await stored(path))
            #expect(missing.isEmpty, "killed after \(wanted) lines, lost \(missing)")
            #expect(lines.count >= wanted)
        }
    }

    @Test(.enabled(if: getuid() == 0, "mounting a small disk needs root"))
    func `a full disk fails what it cannot keep, and only that`() async throws {
        let scratch = try Scratch()
        for size in ["128k", "512k", "1m"] {
            let disk = scratch.folder + "/disk-\(size)"
            try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
            guard unsafe mount("none", disk, "tmpfs", 0, "size=\(size)") == 0 else {
                throw POSIXError(.EPERM)
            }
            defer { unsafe umount2(disk, 0) }
            let probe = try Probe(["write", disk + "/full.db", "5000", "4"])
            let lines = try probe.lines()
            _ = try probe.end()
            if let refusal = lines.first(where: { $0.hasPrefix("refused") }) {
                #expect(refusal.hasSuffix("free some, and start again"), "\(refusal)")
                continue
            }
            #expect(lines.contains { $0.hasSuffix(" full") })
            #expect(lines.count == 5000)
            // Room again, as an operator would make it.
            guard unsafe mount("none", disk, "tmpfs", UInt(MS_REMOUNT), "size=8m") == 0 else {
                throw POSIXError(.EPERM)
            }
            let kept = try await stored(disk + "/full.db")
            #expect(lines.acknowledged.subtracting(kept).isEmpty)
            #expect(kept.subtracting(lines.acknowledged).isEmpty)
        }
    }

    @Test(.enabled(if: getuid() == 0, "mounting a disk needs root"))
    func `a disk that cannot be written to is refused`() throws {
        let scratch = try Scratch()
        let disk = scratch.folder + "/data"
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        guard unsafe mount("none", disk, "tmpfs", 0, "size=1m") == 0 else { throw POSIXError(.EPERM) }
        defer { unsafe umount2(disk, 0) }
        try scratch.open().close()
        guard unsafe mount("none", disk, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), "size=1m") == 0 else {
            throw POSIXError(.EPERM)
        }
        #expect(throws: StartFault.readOnly(path: scratch.database)) { try scratch.open() }
    }

    // Counted for each thread: the first eight or so belong to opening, which takes place on another one.
    @Test(
        .enabled(if: hasStrace, "failing a sync needs strace"),
        arguments: [
            "fsync,fdatasync:error=EIO:when=20+9", "fsync,fdatasync:error=EIO:when=25",
            "pwrite64:error=EIO:when=200+151", "pwrite64:error=ENOSPC:when=200+51",
            "fsync,fdatasync:signal=SIGKILL:when=20",
        ])
    func `a disk that fails makes nobody say that it was done`(_ fault: String) async throws {
        let scratch = try Scratch()
        let path = scratch.folder + "/fault.db"
        try scratch.open(at: path).close()
        let probe = try Probe(
            ["write", path, "300", "4"],
            under: [
                "/usr/bin/strace", "-f", "-qq", "-o", "/dev/null", "-e",
                "trace=\(fault.prefix { $0 != ":" })",
                "-e", "inject=\(fault)",
            ])
        let lines = try probe.lines()
        _ = try probe.end()
        let kept = try await stored(path)
        #expect(lines.acknowledged.subtracting(kept).isEmpty)
        // The fault was met, or the test shows nothing; and what can recover has recovered.
        if fault.contains("KILL") {
            #expect(lines.count < 300)
        } else {
            let failed = try #require(lines.firstIndex { $0.hasPrefix("failed") })
            #expect(lines[failed...].contains { $0.hasPrefix("done") })
            // One sync failed, and more than the four that waited for it: nothing is written before recovery.
            if fault.hasSuffix("when=25") {
                #expect(lines.count { $0.hasSuffix(" unavailable") } > 4)
            }
        }
    }
}
