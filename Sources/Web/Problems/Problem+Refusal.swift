import HTTP

extension Problem {
    /// What the transport refused, in the words of the contract.
    init(_ refusal: Refusal) {
        switch refusal {
        case .malformed(let reason): self.init(.malformedRequest, reason.description)
        case .headTooLarge: self.init(.headTooLarge)
        case .targetTooLong: self.init(.targetTooLong)
        case .bodyTooLarge: self.init(.bodyTooLarge)
        case .timeout: self.init(.requestTimeout)
        case .busy: self.init(.busy)
        }
    }
}
