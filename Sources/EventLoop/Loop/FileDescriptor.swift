import Glibc

/// The one owner of an open descriptor; it closes with its owner.
public struct FileDescriptor: ~Copyable, Sendable {
    public let number: Int32

    /// Takes over `number`; nobody else may close it.
    public init(owning number: Int32) {
        self.number = number
    }

    deinit {
        close(number)
    }
}
