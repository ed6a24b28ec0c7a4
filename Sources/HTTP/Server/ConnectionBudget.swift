import Synchronization

/// How many connections the server may hold, over all loops, so that descriptors are left for everything else.
public final class ConnectionBudget: Sendable {
    public let capacity: Int
    private let taken = Atomic<Int>(0)

    public init(capacity: Int) {
        self.capacity = capacity
    }

    /// A budget under a limit of `descriptors`: a quarter of it, but at most 256, stays for the store, outgoing
    /// mail and files.
    public convenience init(descriptors: Int) {
        self.init(capacity: max(1, descriptors - min(256, max(32, descriptors / 4))))
    }

    func take() -> Bool {
        guard taken.wrappingAdd(1, ordering: .relaxed).newValue <= capacity else {
            giveBack()
            return false
        }
        return true
    }

    func giveBack() {
        taken.wrappingSubtract(1, ordering: .relaxed)
    }
}
