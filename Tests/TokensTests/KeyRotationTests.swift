import Crypto
import Domain
import Testing

@testable import Tokens

@Suite struct KeyRotationTests {
    static let day: Int64 = 86_400_000
    let (a, b, c): (KeyID, KeyID, KeyID)
    let rotation: KeyRotation

    init() throws {
        (a, b, c) = try (
            KeyID(Digest.sha256(of: [1])), KeyID(Digest.sha256(of: [2])), KeyID(Digest.sha256(of: [3]))
        )
        rotation = try #require(KeyRotation())
    }

    func at(_ days: Double) -> Timestamp {
        Timestamp(milliseconds: Fixtures.now.milliseconds + Int64(days * Double(Self.day)))
    }

    func plan(_ keys: [(KeyID, Double)], _ now: Double) -> KeyPlan {
        rotation.plan(for: keys.map { KeyRecord(id: $0, signsFrom: at($1)) }, at: at(now))
    }

    @Test func `the first key is made at once and signs at once`() {
        #expect(plan([], 0) == KeyPlan(published: [], signing: nil, make: at(0), drop: []))
        #expect(plan([(a, 0)], 0) == KeyPlan(published: [a], signing: a, make: nil, drop: []))
    }

    @Test func `the next key is made and published a day before it signs`() {
        let justBefore = 29 - 1.0 / 86_400_000
        #expect(plan([(a, 0)], justBefore).make == nil)
        #expect(plan([(a, 0)], 29) == KeyPlan(published: [a], signing: a, make: at(30), drop: []))
        #expect(plan([(a, 0), (b, 30)], 29) == KeyPlan(published: [a, b], signing: a, make: nil, drop: []))
    }

    @Test func `after 30 days the new key signs and the old one stays published for a day`() {
        let justBefore = 1.0 / 86_400_000
        let keys = [(a, 0.0), (b, 30.0)]
        #expect(plan(keys, 30 - justBefore).signing == a)
        #expect(plan(keys, 30) == KeyPlan(published: [a, b], signing: b, make: nil, drop: []))
        #expect(plan(keys, 31 - justBefore) == KeyPlan(published: [a, b], signing: b, make: nil, drop: []))
        #expect(plan(keys, 31) == KeyPlan(published: [b], signing: b, make: nil, drop: [a]))
    }

    @Test func `a server that slept too long still announces a key a day before it signs`() {
        #expect(plan([(a, 0)], 100) == KeyPlan(published: [a], signing: a, make: at(101), drop: []))
        #expect(plan([(a, 0), (b, 101)], 100.5).signing == a)
    }

    @Test func `a clock that went back leaves the oldest key signing`() {
        #expect(plan([(a, 0), (b, 30)], -5) == KeyPlan(published: [a, b], signing: a, make: nil, drop: []))
    }

    @Test func `two servers that each made a key agree which one signs`() {
        let one = plan([(a, 0), (b, 30), (c, 30)], 31)
        let other = plan([(c, 30), (b, 30), (a, 0)], 31)
        #expect(one == other)
        #expect(one.signing == [b, c].max { $0.description < $1.description })
    }

    @Test func `rotating now drops every key and makes one that signs at once`() {
        let keys = [KeyRecord(id: a, signsFrom: at(0)), KeyRecord(id: b, signsFrom: at(30))]
        #expect(
            rotation.planReplacingAll(keys, at: at(12))
                == KeyPlan(published: [], signing: nil, make: at(12), drop: [a, b]))
    }

    @Test func `announcing makes the next key sign in a day, once`() {
        let a = KeyRecord(id: a, signsFrom: at(0))
        let announced = rotation.planAnnouncing([a], at: at(12))
        #expect(announced == KeyPlan(published: [a.id], signing: a.id, make: at(13), drop: []))
        let both = [a, KeyRecord(id: b, signsFrom: at(13))]
        #expect(rotation.planAnnouncing(both, at: at(12.5)).make == nil)
        #expect(rotation.planAnnouncing(both, at: at(13)).make == at(14))
        #expect(rotation.planAnnouncing([], at: at(12)).make == at(12))
        #expect(rotation.planAnnouncing([a], at: at(29)).make == at(30))
    }

    @Test func `an old key stays as long as its tokens live`() throws {
        let long = try #require(KeyRotation(accessTokenSeconds: 2 * 86_400))
        let keys = [KeyRecord(id: a, signsFrom: at(0)), KeyRecord(id: b, signsFrom: at(30))]
        #expect(long.plan(for: keys, at: at(31.5)).drop == [])
        #expect(long.plan(for: keys, at: at(32)).drop == [a])
    }

    @Test(arguments: [Int64(0), 86_400, 2 * 86_400 - 1, -1, .max])
    func `a period too short to announce a key in, or absurd, is refused`(seconds: Int64) {
        #expect(KeyRotation(periodSeconds: seconds) == nil)
    }

    @Test func `in a walk over a year one key signs, was announced a day before, and is published`() throws {
        var keys: [(id: KeyID, signsFrom: Timestamp, made: Timestamp)] = []
        var lastSigned: [KeyID: Timestamp] = [:]
        var number = UInt8(0)
        for hour in 0..<(366 * 24) {
            let now = at(Double(hour) / 24)
            let plan = rotation.plan(
                for: keys.map { KeyRecord(id: $0.id, signsFrom: $0.signsFrom) }, at: now)
            if let start = plan.make {
                number += 1
                keys.append((KeyID(try Digest.sha256(of: [number])), start, now))
            }
            for id in plan.drop {
                let last = try #require(lastSigned[id])
                #expect(now.milliseconds - last.milliseconds >= Self.day)
            }
            keys.removeAll { plan.drop.contains($0.id) }
            guard let signing = plan.signing else { continue }
            let key = try #require(keys.first { $0.id == signing })
            #expect(plan.published.contains(signing))
            #expect(
                lastSigned.isEmpty
                    || key.made <= Timestamp(milliseconds: key.signsFrom.milliseconds - Self.day)
                    || key.made == at(0))
            lastSigned[signing] = now
        }
        #expect(lastSigned.count == 13)
    }
}
