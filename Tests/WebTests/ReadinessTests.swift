import HTTP
import Synchronization
import Testing

@testable import Web

@Suite struct ReadinessTests {
    @Test func `ready means that every check holds and nothing drains`() async throws {
        let holds = Atomic<Bool>(true)
        let readiness = Readiness([Readiness.Check("store") { holds.load(ordering: .relaxed) }])
        let site = try Asking(OperationsRoutes.table(readiness))
        #expect(await site.ask(.get, "/readyz").status.code == 200)
        holds.store(false, ordering: .relaxed)
        let broken = await site.ask(.get, "/readyz")
        #expect(broken.status.code == 503)
        #expect(broken.fields["Retry-After"] == ["1"])
        holds.store(true, ordering: .relaxed)
        readiness.drain()
        #expect(await site.ask(.get, "/readyz").status.code == 503)
        #expect(await site.ask(.get, "/livez").status.code == 200)
    }
}
