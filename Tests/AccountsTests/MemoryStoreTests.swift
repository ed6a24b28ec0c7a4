import Doubles
import StoreContract
import Testing

@Suite struct MemoryStoreTests {
    @Test(arguments: StoreContract.all + StoreContract.races) func `the memory store keeps`(
        _ promise: StoreContract
    ) async throws {
        try await promise.check(on: MemoryStore())
    }
}
