/// The numbers of a flow, from the configuration.
public struct FlowPolicy: Hashable, Sendable {
    public var codeLifetime: Duration
    public var flowLifetime: Duration
    public var tries: Int
    public var sends: Int
    /// Before the first resend; the next one waits twice as long.
    public var resendAfter: Duration
    public var passwordTries: Int
    /// How long an accepted step may be repeated.
    public var repeatWithin: Duration
    /// A code that lives shorter than this is not sent again: the next generation is.
    public var leastLifetimeToResend: Duration

    public init(
        codeLifetime: Duration = .minutes(5), flowLifetime: Duration = .minutes(15), tries: Int = 3,
        sends: Int = 3, resendAfter: Duration = .seconds(30), passwordTries: Int = 3,
        repeatWithin: Duration = .seconds(30), leastLifetimeToResend: Duration = .seconds(60)
    ) {
        self.codeLifetime = codeLifetime
        self.flowLifetime = flowLifetime
        self.tries = tries
        self.sends = sends
        self.resendAfter = resendAfter
        self.passwordTries = passwordTries
        self.repeatWithin = repeatWithin
        self.leastLifetimeToResend = leastLifetimeToResend
    }
}
