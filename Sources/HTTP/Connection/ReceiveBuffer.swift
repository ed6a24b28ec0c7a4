/// The memory that a loop receives into, for one connection after the other.
@safe final class ReceiveBuffer {
    let capacity: Int
    private let memory: UnsafeMutableRawBufferPointer

    init(capacity: Int = 64 * 1024) {
        self.capacity = capacity
        unsafe memory = .allocate(byteCount: capacity, alignment: 16)
        unsafe memory.initializeMemory(as: UInt8.self, repeating: 0)
    }

    deinit {
        unsafe memory.deallocate()
    }

    func withBytes<R>(_ body: (UnsafeMutableRawBufferPointer) -> R) -> R {
        unsafe body(memory)
    }

    /// Hands out the first `count` bytes, as they are until the next read.
    func withReceived<R>(_ count: Int, _ body: (Span<UInt8>) -> R) -> R {
        let bytes = unsafe UnsafeRawBufferPointer(rebasing: memory[..<count])
        return unsafe bytes.withMemoryRebound(to: UInt8.self) { unsafe body($0.span) }
    }
}
