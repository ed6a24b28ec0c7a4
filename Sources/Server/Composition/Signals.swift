import Glibc

/// The signals that the main thread waits for. Blocked before any other thread is started, so that all of them
/// inherit the block and none is interrupted.
struct Signals {
    enum Signal {
        case terminate
        case reload
    }

    private var set = sigset_t()

    /// Blocks the signals in this thread and in those that it will start.
    init() {
        unsafe sigemptyset(&set)
        for number in [SIGTERM, SIGINT, SIGHUP] { unsafe sigaddset(&set, number) }
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// Waits for the next one.
    mutating func next() -> Signal {
        var number: Int32 = 0
        while unsafe sigwait(&set, &number) != 0 {}
        return number == SIGHUP ? .reload : .terminate
    }
}
