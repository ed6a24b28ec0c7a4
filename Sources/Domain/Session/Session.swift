/// A signed-in device.
public struct Session: Hashable, Sendable {
    public let id: SessionID
    public let user: UserID
    public let createdAt: Timestamp
    /// How it signed in.
    public var methods: [AuthenticationMethod]
    /// When its holder last showed who he is.
    public var authenticatedAt: Timestamp
    /// When it last confirmed with a code, and when with one of 8 digits or more.
    public var confirmedAt: Timestamp?
    public var stronglyConfirmedAt: Timestamp?
    /// The number of the newest refresh token.
    public var generation: UInt32
    public var rotatedAt: Timestamp
    /// Who was given the newest refresh token.
    public var userAgent: UserAgent
    public var seenAt: Timestamp
    public var expiresAt: Timestamp
    public var origin: Origin
    /// What the caller named the device, its own word.
    public let deviceName: DisplayName?
    /// The known device it runs on; none when it came by QR.
    public let device: DeviceID?

    public init(
        id: SessionID, user: UserID, createdAt: Timestamp, methods: [AuthenticationMethod],
        authenticatedAt: Timestamp, confirmedAt: Timestamp? = nil, stronglyConfirmedAt: Timestamp? = nil,
        generation: UInt32 = 1, rotatedAt: Timestamp, userAgent: UserAgent, seenAt: Timestamp,
        expiresAt: Timestamp, origin: Origin, deviceName: DisplayName? = nil, device: DeviceID?
    ) {
        self.id = id
        self.user = user
        self.createdAt = createdAt
        self.methods = methods
        self.authenticatedAt = authenticatedAt
        self.confirmedAt = confirmedAt
        self.stronglyConfirmedAt = stronglyConfirmedAt
        self.generation = generation
        self.rotatedAt = rotatedAt
        self.userAgent = userAgent
        self.seenAt = seenAt
        self.expiresAt = expiresAt
        self.origin = origin
        self.deviceName = deviceName
        self.device = device
    }

    /// A session that somebody opens now.
    public init(
        opening id: SessionID, for user: UserID, by methods: [AuthenticationMethod], from origin: Origin,
        userAgent: UserAgent, device: DeviceID?, now: Timestamp, under policy: SessionPolicy
    ) {
        self.init(
            id: id, user: user, createdAt: now, methods: methods, authenticatedAt: now, rotatedAt: now,
            userAgent: userAgent, seenAt: now, expiresAt: now + min(policy.refreshLifetime, policy.longest),
            origin: origin, device: device)
    }

    public func isExpired(at now: Timestamp) -> Bool {
        now >= expiresAt
    }

    /// Whether its holder showed lately who he is. One that came by QR has shown nothing before it confirms.
    public func isFresh(at now: Timestamp, under policy: SessionPolicy) -> Bool {
        if methods.contains(.qr), confirmedAt == nil { return false }
        return now.since(authenticatedAt) <= policy.freshFor
    }

    /// Whether the admin API opens: a code of 8 digits or more in the last 12 hours.
    public func isStronglyConfirmed(at now: Timestamp, under policy: SessionPolicy) -> Bool {
        guard let stronglyConfirmedAt else { return false }
        return now.since(stronglyConfirmedAt) <= policy.strongFor
    }

    /// The session after its holder has confirmed with a code: no new generation.
    public func confirmed(by method: AuthenticationMethod, shape: CodeShape, at now: Timestamp) -> Session {
        var session = self
        session.authenticatedAt = now
        session.confirmedAt = now
        if shape >= .digits8 { session.stronglyConfirmedAt = now }
        if !session.methods.contains(method) { session.methods.append(method) }
        return session
    }
}

/// From where somebody calls, in words that can be shown.
public struct Origin: Hashable, Sendable {
    public var device: Device
    public var address: String
    public var place: String?

    public init(device: Device, address: String, place: String? = nil) {
        self.device = device
        self.address = address
        self.place = place
    }
}

/// The user agent as it was sent, cut to what is worth comparing. It is shown nowhere.
public struct UserAgent: Hashable, Sendable {
    private static let longest = 512

    public let text: String

    public init(_ text: String?) {
        self.text = String(decoding: (text ?? "").utf8.prefix(Self.longest), as: UTF8.self)
    }
}
