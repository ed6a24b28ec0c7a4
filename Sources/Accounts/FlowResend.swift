import Domain

/// The step that sends a code again, or the next one.
struct FlowResend: Sendable {
    let key: UInt32
    let channel: Contact.Kind?
    let terms: Terms
    let writer: RowWriter

    func decide(_ facts: FlowFacts) -> Decision<Result<Flow, AccountsError>> {
        var flow = facts.flow
        let destination: FlowDestination =
            channel.flatMap { $0 == flow.typed.kind ? nil : .other($0) } ?? .contact
        let step: FlowStep
        do throws(FlowError) {
            step = try flow.machine(under: terms.flow).step(
                flow.state, .resend(key: key, destination), now: writer.now)
        } catch {
            return Decision(.failure(AccountsError(error)))
        }
        guard let state = step.state else { return Decision(.failure(.flowNotFound)) }
        flow.state = state
        var changes: [Change] = [.saveFlow(flow)]
        for case .sendCode(let generation, let shape, _, let expiresAt) in step.effects {
            changes.append(
                writer.message(
                    writer.codeTemplate(of: flow), for: flow, to: recipient(facts, destination),
                    generation: generation,
                    shape: shape, expiresAt: expiresAt))
        }
        return Decision(.success(flow), saving: changes)
    }

    /// Looked up anew: the contact may have left the account, and another one may have come.
    private func recipient(_ facts: FlowFacts, _ destination: FlowDestination) -> Contact? {
        switch destination {
        case .contact: facts.flow.recipient
        case .other(let kind):
            facts.user?.reachable(kind, for: facts.flow.purpose, at: writer.now)?.contact
        }
    }
}
