/// What a timer is known by until it fires or is cancelled.
public struct TimerID: Hashable, Sendable {
    let slot: Int32
    let generation: UInt32
}

/// Actions ordered by the moment they are due: a binary heap whose entries know their place, so that
/// cancelling leaves nothing behind.
struct TimerQueue {
    private struct Entry {
        let due: MonotonicTime
        let slot: Int32
    }

    private struct Slot {
        var generation: UInt32
        var position: Int
        var action: (() -> Void)?
    }

    private var heap: [Entry] = []
    private var slots: [Slot] = []
    private var free: [Int32] = []

    var count: Int { heap.count }
    var nextDue: MonotonicTime? { heap.first?.due }

    mutating func add(at due: MonotonicTime, _ action: @escaping () -> Void) -> TimerID {
        let slot: Int32
        if let reused = free.popLast() {
            slot = reused
        } else {
            slot = Int32(slots.count)
            slots.append(Slot(generation: 0, position: 0, action: nil))
        }
        slots[Int(slot)].action = action
        heap.append(Entry(due: due, slot: slot))
        slots[Int(slot)].position = heap.count - 1
        siftUp(heap.count - 1)
        return TimerID(slot: slot, generation: slots[Int(slot)].generation)
    }

    /// Forgets a timer; one that has fired or was cancelled already is left alone.
    mutating func cancel(_ id: TimerID) {
        let slot = slots[Int(id.slot)]
        guard slot.generation == id.generation, slot.action != nil else { return }
        remove(at: slot.position)
    }

    /// The action of the earliest timer that is due by `now`; it is a timer no longer.
    mutating func popDue(by now: MonotonicTime) -> (() -> Void)? {
        guard let first = heap.first, first.due <= now else { return nil }
        let action = slots[Int(first.slot)].action
        remove(at: 0)
        return action
    }

    private mutating func remove(at position: Int) {
        let slot = heap[position].slot
        let last = heap.removeLast()
        if position < heap.count {
            place(last, at: position)
            siftDown(position)
            siftUp(slots[Int(last.slot)].position)
        }
        slots[Int(slot)].action = nil
        slots[Int(slot)].generation &+= 1
        free.append(slot)
    }

    private mutating func place(_ entry: Entry, at position: Int) {
        heap[position] = entry
        slots[Int(entry.slot)].position = position
    }

    private mutating func siftUp(_ start: Int) {
        let entry = heap[start]
        var position = start
        while position > 0 {
            let parent = (position - 1) / 2
            guard entry.due < heap[parent].due else { break }
            place(heap[parent], at: position)
            position = parent
        }
        place(entry, at: position)
    }

    private mutating func siftDown(_ start: Int) {
        let entry = heap[start]
        var position = start
        while true {
            var child = 2 * position + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, heap[child + 1].due < heap[child].due { child += 1 }
            guard heap[child].due < entry.due else { break }
            place(heap[child], at: position)
            position = child
        }
        place(entry, at: position)
    }
}
