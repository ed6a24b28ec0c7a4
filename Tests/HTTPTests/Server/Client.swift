import EventLoop
import Glibc

enum ClientError: Error, Equatable {
    case system(String, Int32)
    case timedOut
    /// The server closed before the whole answer had come.
    case closed
    case malformed
}

/// A client that knows bytes alone. It blocks, at most so long, so it lives on a thread of the test's own.
final class Client {
    private static let patience: Int32 = 10_000

    let descriptor: Int32
    private var received: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 256 * 1024)
    private var isOpen = true

    init(_ address: SocketAddress, receiveBuffer: Int32? = nil) throws(ClientError) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .system("socket", errno) }
        if var size = receiveBuffer {
            _ = unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, 4)
        }
        var on: Int32 = 1
        _ = unsafe setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, 4)
        var limit = timeval(tv_sec: Int(Self.patience / 1000), tv_usec: 0)
        _ = unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var kernelForm = sockaddr_in()
        kernelForm.sin_family = sa_family_t(AF_INET)
        kernelForm.sin_port = address.port.bigEndian
        kernelForm.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = unsafe withUnsafePointer(to: kernelForm) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, size)
            }
        }
        guard result == 0 else { throw .system("connect", errno) }
    }

    deinit { close() }

    // MARK: Sending

    func send(_ text: String) throws(ClientError) {
        try send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) throws(ClientError) {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { memory in
                unsafe Glibc.send(
                    descriptor, memory.baseAddress.map { unsafe $0 + sent }, bytes.count - sent,
                    Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw .system("send", errno) }
            sent += count
        }
    }

    /// Says that nothing more will be sent.
    func finishSending() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    func close() {
        guard isOpen else { return }
        isOpen = false
        Glibc.close(descriptor)
    }

    /// Goes away as a machine does that lost its state.
    func reset() {
        var hard = linger(l_onoff: 1, l_linger: 0)
        _ = unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
        close()
    }

    // MARK: Receiving

    /// Reads once, waiting as long as may be; false at the end.
    private func receive() throws(ClientError) -> Bool {
        let count = try receiveIntoBuffer()
        received += buffer[..<count]
        return count > 0
    }

    private func receiveIntoBuffer() throws(ClientError) -> Int {
        guard hears(milliseconds: Self.patience) else { throw .timedOut }
        let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
        guard count >= 0 else { throw .system("recv", errno) }
        return count
    }

    /// Whether something came, or the end, within the time.
    func hears(milliseconds: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&request, 1, milliseconds) > 0
    }

    /// What comes until the server closes.
    func rest() throws(ClientError) -> [UInt8] {
        while try receive() {}
        defer { received = [] }
        return received
    }

    /// Reads and forgets `count` bytes.
    func skip(_ count: Int) throws(ClientError) {
        var left = count - received.count
        if left <= 0 { return received.removeFirst(count) }
        received = []
        while left > 0 {
            let more = try receiveIntoBuffer()
            guard more > 0 else { throw .closed }
            if more > left { received += buffer[left..<more] }
            left -= more
        }
    }

    /// The next answer up to its content.
    func head() throws(ClientError) -> Answer {
        let head = try line(endingIn: Array("\r\n\r\n".utf8))
        guard let answer = Answer(head: String(decoding: head, as: UTF8.self)) else { throw .malformed }
        return answer
    }

    /// The next answer, whole. `toHead`: it has no content, whatever its length says.
    func answer(toHead: Bool = false) throws(ClientError) -> Answer {
        var answer = try head()
        if toHead || answer.status < 200 || answer.status == 204 || answer.status == 304 { return answer }
        if let length = answer["content-length"].flatMap({ Int($0) }) {
            answer.body = try take(length)
        } else if answer["transfer-encoding"] == "chunked" {
            while true {
                let size = try line(endingIn: [0x0D, 0x0A]).dropLast(2)
                guard let count = Int(String(decoding: size, as: UTF8.self), radix: 16) else {
                    throw .malformed
                }
                let piece = try take(count + 2)
                guard piece.suffix(2) == [0x0D, 0x0A] else { throw .malformed }
                if count == 0 { break }
                answer.body += piece.dropLast(2)
            }
        } else {
            answer.body = try rest()
        }
        return answer
    }

    /// Reads `count` answers.
    func answers(_ count: Int) throws(ClientError) -> [Answer] {
        var answers: [Answer] = []
        while answers.count < count { answers.append(try answer()) }
        return answers
    }

    /// Sends a GET and reads its answer.
    func get(_ path: String, _ fields: String = "") throws(ClientError) -> Answer {
        try send("GET \(path) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n")
        return try answer()
    }

    /// Whether the server closes, with nothing before.
    func isClosed() throws(ClientError) -> Bool {
        try rest().isEmpty
    }

    private func take(_ count: Int) throws(ClientError) -> [UInt8] {
        while received.count < count { guard try receive() else { throw .closed } }
        defer { received.removeFirst(count) }
        return Array(received[..<count])
    }

    private func line(endingIn end: [UInt8]) throws(ClientError) -> [UInt8] {
        while true {
            // From one line feed to the next: byte by byte a debug build takes longer than for all the rest.
            var searched = 0
            while let lineFeed = received[searched...].firstIndex(of: 0x0A) {
                searched = lineFeed + 1
                if received[..<searched].suffix(end.count).elementsEqual(end) { return try take(searched) }
            }
            guard try receive() else { throw .closed }
        }
    }
}

/// An answer as it stood on the wire.
struct Answer: Sendable {
    let status: Int
    let fields: [(name: String, value: String)]
    var body: [UInt8] = []

    init?(head: String) {
        let lines = head.split(separator: "\r\n", omittingEmptySubsequences: true)
        guard let first = lines.first, first.hasPrefix("HTTP/1.1 "),
            let status = Int(first.dropFirst(9).prefix(3))
        else { return nil }
        self.status = status
        fields = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return (parts[0].lowercased(), parts.count > 1 ? String(parts[1].drop { $0 == " " }) : "")
        }
    }

    /// The one value of a field; nothing when it is absent or comes twice.
    subscript(name: String) -> String? {
        let values = fields.filter { $0.name == name }
        return values.count == 1 ? values[0].value : nil
    }

    var text: String { String(decoding: body, as: UTF8.self) }
}
