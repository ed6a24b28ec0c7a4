import Glibc

// For threads that share a client's descriptor: one sends while another reads.

/// False when the server is gone.
func sendAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
        let count = unsafe bytes.withUnsafeBytes { memory in
            unsafe send(
                descriptor, memory.baseAddress.map { unsafe $0 + sent }, bytes.count - sent,
                Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { return false }
        sent += count
    }
    return true
}

func shutdownSending(_ descriptor: Int32) {
    shutdown(descriptor, Int32(SHUT_WR))
}

/// Reads to the end.
func discardAll(_ descriptor: Int32) {
    var buffer = [UInt8](repeating: 0, count: 256 * 1024)
    while unsafe recv(descriptor, &buffer, buffer.count, 0) > 0 {}
}

/// Whether `condition` comes true within ten seconds. For what no descriptor tells of.
func eventually(_ condition: () -> Bool) -> Bool {
    for _ in 0..<5000 {
        if condition() { return true }
        _ = poll(nil, 0, 2)
    }
    return condition()
}
