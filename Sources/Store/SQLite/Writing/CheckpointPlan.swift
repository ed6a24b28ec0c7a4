import CSQLite

/// When to move the log into the file, and how hard to try.
struct CheckpointPlan {
    /// Frames of 4 KiB: from here on when nobody waits, 4 MB.
    static let whenIdle = 1000
    /// From here on even if somebody waits, 16 MB.
    static let whenBusy = 4000
    /// From here on the writer waits for readers to leave the log, so that it starts anew: 64 MB.
    static let whenLong = 16000

    /// Where the last try ended: nothing is tried again before the log has grown from there.
    private var last = 0

    mutating func next(frames: Int, isIdle: Bool) -> Int32? {
        // The log has begun anew.
        if frames < last { last = 0 }
        guard frames - last >= (isIdle ? Self.whenIdle : Self.whenBusy) else { return nil }
        return frames >= Self.whenLong ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE
    }

    mutating func tried(frames: Int) {
        last = frames
    }
}
