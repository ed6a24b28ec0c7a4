/// A mail, ready to be put into MIME.
public struct EmailContent: Equatable, Sendable {
    /// One line.
    public let subject: String
    public let text: String
    public let html: String
}

/// An SMS in one segment, as far as the linter could tell.
public struct SMSContent: Equatable, Sendable {
    public let text: String
}
