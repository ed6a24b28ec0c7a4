/// What only the loop's own thread touches.
final class LoopState {
    /// No watch carries this tag: generations of watches begin at 1.
    static let inboxTag: UInt64 = 0

    let epoll: Epoll
    var now: MonotonicTime
    var timers = TimerQueue()
    var watches = WatchTable()
    var jobs: [UnownedJob] = []
    var runningJobs: [UnownedJob] = []
    var turnEnds: [() -> Void] = []
    var isStopped = false

    init(now: MonotonicTime) throws(SystemError) {
        epoll = try Epoll()
        self.now = now
    }
}
