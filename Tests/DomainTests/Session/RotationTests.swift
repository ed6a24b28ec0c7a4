import Domain
import Testing

@Suite struct RotationTests {
    let policy = SessionPolicy()
    let start = Timestamp(milliseconds: 1_800_000_000_000)
    let browser = UserAgent("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")

    func session(generation: UInt32 = 5) -> Session {
        Session(
            id: SessionID(at: start, random: Array(0..<10)), user: UserID(at: start, random: Array(0..<10)),
            createdAt: start, methods: [.email], authenticatedAt: start, generation: generation,
            rotatedAt: start, userAgent: browser, seenAt: start, expiresAt: start + .days(7),
            origin: Origin(device: .unknown, address: "192.0.2.1"), device: nil)
    }

    func decide(_ presented: UInt32, after: Duration = .seconds(1), by agent: UserAgent? = nil) -> Rotation {
        Rotation.decide(
            session(), presented: presented, by: agent ?? browser, at: start + after, under: policy)
    }

    @Test func `the current one gives the next`() throws {
        guard case .rotated(let next) = decide(5, after: .hours(1)) else {
            Issue.record("not rotated")
            return
        }
        #expect(next.generation == 6)
        #expect(next.rotatedAt == start + .hours(1))
        #expect(next.expiresAt == start + .hours(1) + .days(7))
        #expect(next.authenticatedAt == start)
    }

    @Test(arguments: [
        (Duration.zero, Rotation.repeated), (.seconds(30), .repeated), (.seconds(-5), .repeated),
        (.milliseconds(30_001), .reused), (.seconds(-31), .reused), (.days(6), .reused),
    ])
    func `the one before is answered again for 30 seconds`(_ after: Duration, _ rotation: Rotation) {
        #expect(decide(4, after: after) == rotation)
    }

    @Test func `another user agent has no second answer`() {
        #expect(decide(4, by: UserAgent("curl/8.5.0")) == .reused)
        #expect(decide(4, by: UserAgent(nil)) == .reused)
    }

    @Test(arguments: [UInt32(3), 1, 0])
    func `anything older ends the session`(_ presented: UInt32) {
        #expect(decide(presented) == .reused)
    }

    @Test func `one that was never given out is refused`() {
        #expect(decide(6) == .refused)
        #expect(decide(.max) == .refused)
    }

    @Test func `it ends when its time is over`() {
        #expect(decide(5, after: .days(7)) == .refused)
        guard case .rotated = decide(5, after: .days(7) - .milliseconds(1)) else {
            Issue.record("ended early")
            return
        }
    }

    @Test func `it ends after 30 days however often it is used`() throws {
        var session = session()
        var days = 0
        while days <= 30,
            case .rotated(let next) = Rotation.decide(
                session, presented: session.generation, by: browser, at: start + .days(days), under: policy)
        {
            session = next
            days += 1
        }
        #expect(days == 30)
        #expect(session.expiresAt == start + .days(30))
    }
}

@Suite struct SessionTests {
    let policy = SessionPolicy()
    let start = Timestamp(milliseconds: 1_800_000_000_000)

    func session(_ methods: [AuthenticationMethod]) -> Session {
        Session(
            opening: SessionID(at: start, random: Array(0..<10)),
            for: UserID(at: start, random: Array(0..<10)), by: methods,
            from: Origin(device: .unknown, address: "192.0.2.1"), userAgent: UserAgent(nil), device: nil,
            now: start, under: policy)
    }

    @Test func `a sign-in is fresh for ten minutes`() {
        #expect(session([.email]).isFresh(at: start + .minutes(10), under: policy))
        #expect(!session([.email]).isFresh(at: start + .minutes(10) + .milliseconds(1), under: policy))
    }

    @Test func `a session that came by QR is not fresh before it confirms`() {
        let session = session([.qr])
        #expect(!session.isFresh(at: start, under: policy))
        let confirmed = session.confirmed(by: .email, shape: .digits4, at: start + .hours(1))
        #expect(confirmed.isFresh(at: start + .hours(1), under: policy))
        #expect(confirmed.generation == session.generation)
        #expect(confirmed.methods == [.qr, .email])
    }

    @Test func `only eight digits open the admin API`() {
        let weak = session([.email]).confirmed(by: .email, shape: .digits6, at: start)
        #expect(!weak.isStronglyConfirmed(at: start, under: policy))
        let strong = session([.email]).confirmed(by: .email, shape: .digits8, at: start)
        #expect(strong.isStronglyConfirmed(at: start + .hours(12), under: policy))
        #expect(!strong.isStronglyConfirmed(at: start + .hours(12) + .milliseconds(1), under: policy))
        #expect(!session([.email]).isStronglyConfirmed(at: start, under: policy))
    }
}
