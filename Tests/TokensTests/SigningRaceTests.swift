import Domain
import Testing

@testable import Tokens

/// Readers, signers and rotation at once; run it under the thread sanitizer too.
@Suite struct SigningRaceTests {
    @Test(.timeLimit(.minutes(10)))
    func `a token of a published key is never refused, one of a dropped key always`() async throws {
        let sets = try (0..<4).map { _ in try SigningKey() }
        let keys = SigningKeys()
        keys.replace(with: KeySet(signing: sets[0], published: []))
        let signer = AccessTokenSigner(
            issuer: "https://id.example.com", audience: "latchkey", keys: keys, remembered: 64)
        let dropped = try signer.sign(AccessTokenSignerTests.grant()).reveal()
        _ = try signer.read(dropped, at: Fixtures.now)
        let others = sets[1...].map(\.publicKey)
        keys.replace(with: KeySet(signing: sets[1], published: others))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for round in 0..<200 {
                    keys.replace(with: KeySet(signing: sets[1 + round % 3], published: others))
                    await Task.yield()
                }
            }
            for _ in 0..<4 {
                let grants = (0..<40).map { _ in AccessTokenSignerTests.grant() }
                group.addTask {
                    for grant in grants {
                        let token = try signer.sign(grant).reveal()
                        for _ in 0..<3 { #expect(try signer.read(token, at: Fixtures.now) == grant) }
                        #expect(throws: TokenFault.invalid) { try signer.read(dropped, at: Fixtures.now) }
                        #expect(!keys.document.isEmpty)
                        await Task.yield()
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
