import EventLoop

/// The durations of the limits in nanoseconds: a `Duration` is divided out once, not for every request.
struct Delays {
    let head: UInt64
    let body: UInt64
    let idle: UInt64
    let stalledWrite: UInt64
    let linger: UInt64

    init(_ limits: ServerLimits) {
        head = limits.headWithin.clampedNanoseconds
        body = limits.bodyWithin.clampedNanoseconds
        idle = limits.idle.clampedNanoseconds
        stalledWrite = limits.stalledWrite.clampedNanoseconds
        linger = limits.linger.clampedNanoseconds
    }
}
