import Crypto
import Domain
import Glibc

/// The file with the server secret: made at first start, for its owner alone.
struct SecretFile {
    /// More than a thousand secrets; a larger file is another one.
    private static let maximumLength = 1 << 16

    let path: String

    /// The secrets of the file.
    /// - Parameter isNeeded: whether the database holds keys that were sealed under it. A missing file is then
    ///   a loss, and a new one would open none of them.
    func load(isNeeded: Bool) throws(StartError) -> ServerSecret {
        if let content = try read() { return try parse(content) }
        guard !isNeeded else { throw missing }
        try make()
        guard let content = try read() else { throw problem("it vanished as soon as it was made") }
        return try parse(content)
    }

    // MARK: Reading

    /// Nothing when there is no such file.
    private func read() throws(StartError) -> [UInt8]? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw failure("it cannot be opened")
        }
        defer { close(descriptor) }
        // Of the open descriptor, not of the path: nobody can change files in between.
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw failure("it cannot be examined") }
        guard status.st_mode & S_IFMT == S_IFREG else { throw problem("it is not a file") }
        guard status.st_mode & 0o077 == 0 else {
            throw problem(
                "other users may read or change it; run `chmod 600 \(path)`, and if somebody may have read it, "
                    + "put a new secret in front (docs/decisions/0011-secret-rotation.md)")
        }
        let own = geteuid()
        guard own == 0 || status.st_uid == own || status.st_uid == 0 else {
            throw problem(
                "it belongs to another user, who can read it; run `chown` so that it is the server's")
        }
        return try content(of: descriptor)
    }

    private func content(of descriptor: Int32) throws(StartError) -> [UInt8] {
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failure("it cannot be read") }
            if count == 0 { return content }
            content += buffer.prefix(count)
            guard content.count <= Self.maximumLength else { throw problem("it is larger than 64 KiB") }
        }
    }

    private func parse(_ content: [UInt8]) throws(StartError) -> ServerSecret {
        let advice = "restore it from a backup; a new secret ends every session and opens no stored key"
        guard let text = String(validating: content, as: UTF8.self) else {
            throw problem("it is not a text; \(advice)")
        }
        guard content.contains(where: { $0 > 0x20 }) else { throw problem("it is empty; \(advice)") }
        do {
            return try ServerSecret(parsing: text)
        } catch {
            throw problem(
                "each line must be one secret of 32 bytes in base64url, none twice, and there must be one; "
                    + advice)
        }
    }

    // MARK: Making

    /// Makes the file unless another process was faster; then that one's stays.
    private func make() throws(StartError) {
        let folder = try makeFolder()
        let suffix = Base64.url.encode(SystemRandom().bytes(9))
        let draft = "\(path).\(suffix).new"
        defer { unsafe unlink(draft) }
        try write(Array((ServerSecret.newLine().reveal() + "\n").utf8), to: draft)
        // `rename` would put ours in the place of one that another process made and already uses.
        guard unsafe link(draft, path) == 0 || errno == EEXIST else { throw failure("it cannot be made") }
        try synchronize(folder)
    }

    private func write(_ content: [UInt8], to draft: String) throws(StartError) {
        let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("it cannot be made") }
        defer { close(descriptor) }
        var rest = content[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw failure("it cannot be written") }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw failure("it cannot be made safe on the disk") }
    }

    /// The folder of the file, made for its owner alone where it is missing.
    private func makeFolder() throws(StartError) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        var made = ""
        for part in folder.split(separator: "/") {
            let parent = made.isEmpty ? (folder.hasPrefix("/") ? "/" : ".") : made
            made = made.isEmpty && !folder.hasPrefix("/") ? String(part) : "\(made)/\(part)"
            if unsafe mkdir(made, 0o700) == 0 {
                try synchronize(parent)
            } else if errno != EEXIST {
                throw failure("its folder cannot be made")
            }
        }
        return folder
    }

    /// A name is on the disk when its folder is.
    private func synchronize(_ folder: String) throws(StartError) {
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("its folder cannot be opened") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("its folder cannot be made safe on the disk") }
    }

    // MARK: Words

    private var missing: StartError {
        StartError(
            .missingInput,
            "secret_file: \(path) is missing, but the database holds keys that were sealed under it. Without it "
                + "the sessions, the signing keys and the counts of wrong guesses cannot be used, and a new secret "
                + "would open none of them. Restore the file from a backup, or set secret_file to where it is."
        )
    }

    private func problem(_ text: String) -> StartError {
        StartError(.configuration, "secret_file: \(path): \(text)")
    }

    private func failure(_ text: String) -> StartError {
        let reason = unsafe String(cString: strerror(errno))
        return StartError(.inputOutput, "secret_file: \(path): \(text): \(reason)")
    }
}
