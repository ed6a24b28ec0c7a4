import HTTP

extension Problem {
    /// What the transport refused, in the words of the contract.
    init(_ refusal: Refusal) {
        switch refusal {
        case .malformed(let reason): self.init(ProblemCode.malformedRequest, reason.description)
        case .headTooLarge: self.init(ProblemCode.headTooLarge)
        case .targetTooLong: self.init(ProblemCode.targetTooLong)
        case .bodyTooLarge: self.init(ProblemCode.bodyTooLarge)
        case .timeout: self.init(ProblemCode.requestTimeout)
        case .busy: self.init(ProblemCode.busy)
        }
    }
}
