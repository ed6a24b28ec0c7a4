import CLinux

/// The processors of the machine, as far as they are ours.
public enum Processors {
    public static var available: Int { Int(latchkey_available_processors()) }
}
