import Glibc
import Synchronization

/// Which thread a loop runs on, once it runs.
@usableFromInline final class ThreadIdentity: Sendable {
    private let thread = Atomic<UInt>(0)

    @usableFromInline var isCurrent: Bool {
        thread.load(ordering: .relaxed) == UInt(pthread_self())
    }

    func becomeCurrent() {
        thread.store(UInt(pthread_self()), ordering: .relaxed)
    }

    /// The next thread may bear the same handle.
    func endCurrent() {
        thread.store(0, ordering: .relaxed)
    }
}
