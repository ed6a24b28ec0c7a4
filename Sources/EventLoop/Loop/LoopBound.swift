/// A value that belongs to one loop and may travel through other threads, though nobody can touch it there.
///
/// Why `@unchecked` is right: the value is reached only through `value`, which stops the process on any
/// thread but the loop's. All accesses are therefore made by one thread, one after the other.
public struct LoopBound<Value>: @unchecked Sendable {
    @usableFromInline let thread: ThreadIdentity
    @usableFromInline let bound: Value

    // Inlinable, so that other modules pay for no generic code at run time.

    /// Binds `value` on the loop itself; from here on it is used there alone.
    @inlinable public init(_ value: Value, to loop: Loop) {
        loop.assertCurrent()
        self.thread = loop.thread
        self.bound = value
    }

    /// Hands a value that nobody else knows to a loop, from any thread.
    public init(_ value: sending Value, handedTo loop: Loop) {
        self.init(handing: value, to: loop.thread)
    }

    /// Hands a value that nobody else knows to a loop that may not run yet.
    init(handing value: sending Value, to thread: ThreadIdentity) {
        self.thread = thread
        self.bound = value
    }

    public func isBound(to loop: Loop) -> Bool {
        thread === loop.thread
    }

    @inlinable public var value: Value {
        precondition(thread.isCurrent, "a loop's value was touched on another thread")
        return bound
    }
}
