import Accounts
import Domain
import EventLoop
import Synchronization

/// Keeps a courier going: at once when a message was written, and every second for those that wait.
final class CourierRun: Sendable {
    private static let rhythm: Duration = .seconds(1)

    private let courier: Courier
    private let loop: Loop
    private let bell: Bell
    private let log: EventLoop.Log
    private let task = Mutex<Task<Void, Never>?>(nil)

    /// - Parameter bell: rung when a message was written.
    init(_ courier: Courier, on loop: Loop, bell: Bell, log: EventLoop.Log) {
        self.courier = courier
        self.loop = loop
        self.bell = bell
        self.log = log
    }

    func start() {
        let (courier, loop, bell, log) = (courier, loop, bell, log)
        let started = Task(executorPreference: loop) {
            while !Task.isCancelled {
                var carried = 0
                do throws(StoreError) {
                    carried = try await courier.carry()
                } catch {
                    log.warning("the outbox cannot be read", .field("reason", "\(error)"))
                }
                if carried == 0 { try? await loop.sleep(for: Self.rhythm, or: bell) }
            }
        }
        task.withLock { $0 = started }
    }

    /// Ends after the message that is under way.
    func stop() {
        task.withLock { $0 }?.cancel()
    }
}
