import Glibc

extension MetricsRegistry {
    /// Registers what Prometheus expects of every process, read from /proc at each scrape and left out where
    /// it cannot be read.
    public func registerProcessMetrics() {
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        let pageSize = Double(sysconf(Int32(_SC_PAGESIZE)))

        counter("process_cpu_seconds_total", help: "User and system CPU time spent, in seconds.") {
            ProcessStatus.read().map { Double($0.cpuTicks) / ticks }
        }
        gauge("process_resident_memory_bytes", help: "Resident memory, in bytes.") {
            ProcessStatus.read().map { Double($0.residentPages) * pageSize }
        }
        gauge("process_open_fds", help: "Open file descriptors.") { openDescriptors() }
        gauge("process_max_fds", help: "The most file descriptors that may be open.") {
            readLines("/proc/self/limits").flatMap(maximumDescriptors)
        }
        let start = ProcessStatus.read().flatMap { status in
            readLines("/proc/stat").flatMap(bootTime).map { $0 + Double(status.startTicks) / ticks }
        }
        gauge("process_start_time_seconds", help: "When the process started, in seconds since 1970.") {
            start
        }
    }
}

/// What /proc/self/stat says (proc(5)).
struct ProcessStatus: Equatable {
    let cpuTicks: UInt64
    /// Since the machine started.
    let startTicks: UInt64
    let residentPages: UInt64

    static func read() -> ProcessStatus? {
        readLines("/proc/self/stat").flatMap { $0.first.flatMap { ProcessStatus(line: $0) } }
    }

    /// The second field is the program's name in brackets, and may hold brackets and spaces itself.
    init?(line: Substring) {
        guard let end = line.lastIndex(of: ")") else { return nil }
        // The first of these is field 3.
        let fields = line[end...].dropFirst().split(separator: " ")
        func field(_ number: Int) -> UInt64? {
            number - 3 < fields.count ? UInt64(fields[number - 3]) : nil
        }
        guard let user = field(14), let system = field(15), let start = field(22), let pages = field(24)
        else { return nil }
        cpuTicks = user &+ system
        startTicks = start
        residentPages = pages
    }
}

/// `Max open files  1024  1048576  files`: the soft limit; nil if there is none.
func maximumDescriptors(_ limits: [Substring]) -> Double? {
    limits.first { $0.hasPrefix("Max open files") }
        .flatMap { $0.split(separator: " ").dropFirst(3).first }
        .flatMap { Double($0) }
}

/// `btime 1700000000`: when the machine started.
func bootTime(_ stat: [Substring]) -> Double? {
    stat.first { $0.hasPrefix("btime ") }.flatMap { Double($0.dropFirst(6)) }
}

private func openDescriptors() -> Double? {
    guard let directory = unsafe opendir("/proc/self/fd") else { return nil }
    defer { unsafe closedir(directory) }
    var count = 0
    while unsafe readdir(directory) != nil { count += 1 }
    // Without ".", ".." and the descriptor that reads the directory.
    return Double(count - 3)
}

private func readLines(_ path: String) -> [Substring]? {
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { return nil }
    let descriptor = FileDescriptor(owning: number)
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
        let count = unsafe read(descriptor.number, &buffer, buffer.count)
        guard count > 0 else { break }
        text.append(contentsOf: buffer[..<count])
    }
    return String(decoding: text, as: UTF8.self).split(separator: "\n")
}
