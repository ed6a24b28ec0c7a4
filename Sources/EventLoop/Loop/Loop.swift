import CLinux
import Glibc
import Synchronization

/// An event loop on one thread: descriptors, timers and Swift jobs, one turn after the other.
///
/// As a task executor it runs every plain `async` function of the tasks that prefer it, without a change of
/// thread. What is not marked as callable from anywhere stops the process when called on another thread.
public final class Loop: TaskExecutor {
    @usableFromInline let thread = ThreadIdentity()
    private let inbox: Inbox
    private let state: LoopBound<LoopState>
    public let clock: any LoopClock

    public init(clock: any LoopClock = SystemClock()) throws(SystemError) {
        self.clock = clock
        inbox = try Inbox()
        let state = try LoopState(now: clock.now())
        try state.epoll.add(inbox.descriptor, .input, data: LoopState.inboxTag)
        self.state = LoopBound(handing: state, to: thread)
    }

    /// Whether the caller runs on this loop's thread. Callable from anywhere.
    public var isCurrent: Bool { thread.isCurrent }

    @usableFromInline func assertCurrent() {
        precondition(isCurrent, "a loop was used on another thread")
    }

    /// The time at which this turn began to work: cheap, and good enough for deadlines.
    public var now: MonotonicTime { state.value.now }

    // MARK: Jobs

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if isCurrent {
            state.value.jobs.append(job)
        } else {
            inbox.post(.job(job))
        }
    }

    /// Runs `work` on the loop, soon. Callable from anywhere.
    public func execute(_ work: @escaping @Sendable () -> Void) {
        inbox.post(.work(work))
    }

    // MARK: Timers

    @discardableResult
    public func at(_ due: MonotonicTime, _ action: @escaping () -> Void) -> TimerID {
        state.value.timers.add(at: due, action)
    }

    @discardableResult
    public func after(_ delay: Duration, _ action: @escaping () -> Void) -> TimerID {
        at(now + delay, action)
    }

    public func cancel(_ timer: TimerID) {
        state.value.timers.cancel(timer)
    }

    // MARK: Turns

    /// Does `work` once, before the loop waits for the next time: to end what is shared by all that runs in
    /// one turn.
    public func atTurnEnd(_ work: @escaping () -> Void) {
        state.value.turnEnds.append(work)
    }

    // MARK: Descriptors

    /// Tells `handler` when `fd` becomes ready, until it is unwatched. The caller keeps the descriptor open.
    public func watch(
        _ fd: Int32, for readiness: IOEvents, _ handler: any DescriptorHandler
    ) throws(SystemError) {
        let state = state.value
        let tag = state.watches.enter(fd, handler)
        do throws(SystemError) {
            try state.epoll.add(fd, readiness, data: tag)
        } catch {
            state.watches.leave(fd)
            throw error
        }
    }

    /// Changes what a watched descriptor is watched for.
    public func rewatch(_ fd: Int32, for readiness: IOEvents) throws(SystemError) {
        let state = state.value
        try state.epoll.change(fd, readiness, data: state.watches.tag(fd))
    }

    /// Call before closing the descriptor.
    public func unwatch(_ fd: Int32) {
        let state = state.value
        state.epoll.remove(fd)
        state.watches.leave(fd)
    }

    // MARK: Turning

    /// Turns on the calling thread until `stop`.
    public func run() {
        thread.becomeCurrent()
        defer { thread.endCurrent() }
        let executor = unsafe asUnownedTaskExecutor()
        let state = state.value
        while !state.isStopped {
            state.now = clock.now()
            fireTimers(state)
            unsafe runJobs(state, on: executor)
            endTurn(state)
            let count = state.epoll.wait(milliseconds: patience(state))
            state.now = clock.now()
            for index in 0..<count {
                let event = state.epoll.event(at: index)
                if event.data == LoopState.inboxTag {
                    takeInbox(state)
                } else {
                    state.watches.handler(for: event.data)?.ready(event.readiness)
                }
            }
        }
    }

    /// Ends `run` after the turn in which this arrives. Callable from anywhere.
    public func stop() {
        execute { self.state.value.isStopped = true }
    }

    /// Fires as many timers as there are now: those that they set for at once wait for the next turn.
    private func fireTimers(_ state: LoopState) {
        for _ in 0..<state.timers.count {
            guard let action = state.timers.popDue(by: state.now) else { return }
            action()
        }
    }

    /// Runs the jobs that are there now; those that they enqueue wait for the next turn, so that jobs which
    /// breed jobs cannot starve the descriptors.
    private func runJobs(_ state: LoopState, on executor: UnownedTaskExecutor) {
        guard !state.jobs.isEmpty else { return }
        swap(&state.jobs, &state.runningJobs)
        for job in state.runningJobs { unsafe job.runSynchronously(on: executor) }
        state.runningJobs.removeAll(keepingCapacity: true)
    }

    private func endTurn(_ state: LoopState) {
        while let work = state.turnEnds.popLast() { work() }
    }

    private func takeInbox(_ state: LoopState) {
        for letter in inbox.take() {
            switch letter {
            case .job(let job): state.jobs.append(job)
            case .work(let work): work()
            }
        }
    }

    /// How long this turn may wait, in milliseconds rounded up so that a timer is due when the wait ends.
    private func patience(_ state: LoopState) -> Int32 {
        guard state.jobs.isEmpty else { return 0 }
        guard let due = state.timers.nextDue else { return -1 }
        guard due > state.now else { return 0 }
        let nanoseconds = due.nanoseconds - state.now.nanoseconds
        return Int32(min((nanoseconds + 999_999) / 1_000_000, 60_000))
    }
}
