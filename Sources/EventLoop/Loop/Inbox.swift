import CLinux
import Glibc
import Synchronization

/// What other threads leave for a loop, and the descriptor that wakes it.
final class Inbox: Sendable {
    enum Letter: Sendable {
        case job(UnownedJob)
        case work(@Sendable () -> Void)
    }

    private let letters = Mutex<[Letter]>([])
    private let bell: FileDescriptor

    init() throws(SystemError) {
        let number = eventfd(0, latchkey_EFD_FLAGS)
        guard number >= 0 else { throw SystemError("eventfd") }
        bell = FileDescriptor(owning: number)
    }

    var descriptor: Int32 { bell.number }

    /// Rings only for the first letter: the loop takes all that are there.
    func post(_ letter: Letter) {
        let isFirst = letters.withLock { letters in
            letters.append(letter)
            return letters.count == 1
        }
        if isFirst { eventfd_write(bell.number, 1) }
    }

    /// Silences the bell before looking, so that a letter that comes in between rings again.
    func take() -> [Letter] {
        var count: eventfd_t = 0
        unsafe eventfd_read(bell.number, &count)
        return letters.withLock { letters in
            defer { letters = [] }
            return letters
        }
    }
}
