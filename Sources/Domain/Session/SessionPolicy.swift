/// The numbers of sessions, from the configuration.
public struct SessionPolicy: Hashable, Sendable {
    public var accessLifetime: Duration
    /// Sliding: each refresh starts it anew.
    public var refreshLifetime: Duration
    /// From the sign-in on, however often it is refreshed.
    public var longest: Duration
    /// How long the refresh token before the newest is answered with the newest again.
    public var grace: Duration
    public var freshFor: Duration
    public var strongFor: Duration

    public init(
        accessLifetime: Duration = .minutes(15), refreshLifetime: Duration = .days(7),
        longest: Duration = .days(30), grace: Duration = .seconds(30), freshFor: Duration = .minutes(10),
        strongFor: Duration = .hours(12)
    ) {
        self.accessLifetime = accessLifetime
        self.refreshLifetime = refreshLifetime
        self.longest = longest
        self.grace = grace
        self.freshFor = freshFor
        self.strongFor = strongFor
    }
}
