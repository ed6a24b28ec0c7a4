import EventLoop
import Testing

@testable import HTTP

@Suite struct UnsentBytesTests {
    @Test func `what is taken piece by piece stays in order, and what was taken is let go`() {
        var unsent = UnsentBytes()
        var expected: [UInt8] = []
        var largest = 0
        let now = MonotonicTime(nanoseconds: 1)
        for round in 0..<1000 {
            let piece = (0..<100).map { UInt8(truncatingIfNeeded: $0 + round) }
            unsent.append(piece, at: now)
            expected += piece
            // Never all of it, so that it is never empty.
            let taken = unsent.count - 50
            unsent.drop(taken, at: now)
            expected.removeFirst(taken)
            #expect(unsafe unsent.withBytes { unsafe Array($0) } == expected)
            largest = max(largest, unsent.held)
        }
        #expect(unsent.count == 50 && largest < 1000)
        unsent.drop(50, at: now)
        #expect(unsent.isEmpty && unsent.held == 0 && unsent.progressedAt == .distantFuture)
    }

    @Test func `the clock of a stalled client starts with what waits, and again when it takes something`() {
        var unsent = UnsentBytes()
        unsent.append([1, 2, 3], at: MonotonicTime(nanoseconds: 5))
        unsent.append([4], at: MonotonicTime(nanoseconds: 7))
        #expect(unsent.progressedAt == MonotonicTime(nanoseconds: 5))
        unsent.drop(1, at: MonotonicTime(nanoseconds: 9))
        #expect(unsent.progressedAt == MonotonicTime(nanoseconds: 9))
    }
}
