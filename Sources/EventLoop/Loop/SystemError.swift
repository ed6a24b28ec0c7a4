import CLinux
import Glibc

/// A system call that failed, with what it was asked to do.
public struct SystemError: Error, Equatable, CustomStringConvertible {
    public let call: String
    public let code: Int32

    /// Takes the reason from `errno`: make it right after the call.
    init(_ call: String) {
        self.init(call, code: errno)
    }

    public init(_ call: String, code: Int32) {
        self.call = call
        self.code = code
    }

    public var description: String {
        "\(call): \(unsafe String(cString: strerror(code)))"
    }
}
