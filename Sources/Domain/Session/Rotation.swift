/// What becomes of a session when somebody presents one of its refresh tokens. The token is known to be ours.
public enum Rotation: Hashable, Sendable {
    /// It was the newest: the session as it goes on, one generation later.
    case rotated(Session)
    /// It was the one before, the answer to which got lost: the same successor again, and it is recorded.
    case repeated
    /// It had been used up: somebody else holds a copy, so the whole session ends.
    case reused
    /// The session is over, or never gave such a token out.
    case refused

    public static func decide(
        _ session: Session, presented: UInt32, by userAgent: UserAgent, at now: Timestamp,
        under policy: SessionPolicy
    ) -> Rotation {
        guard !session.isExpired(at: now), presented <= session.generation else { return .refused }
        if presented == session.generation {
            return .rotated(session.rotated(by: userAgent, at: now, under: policy))
        }
        // Were the successor presented, the generation would be two ahead.
        if presented + 1 == session.generation, now.isWithin(policy.grace, of: session.rotatedAt),
            userAgent == session.userAgent
        {
            return .repeated
        }
        return .reused
    }
}

extension Session {
    fileprivate func rotated(
        by userAgent: UserAgent, at now: Timestamp, under policy: SessionPolicy
    ) -> Session {
        var session = self
        session.generation += 1
        session.rotatedAt = now
        session.userAgent = userAgent
        session.seenAt = max(seenAt, now)
        session.expiresAt = min(now + policy.refreshLifetime, createdAt + policy.longest)
        return session
    }
}
