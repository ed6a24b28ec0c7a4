public import Accounts
import Domain
public import JSON

extension StepView: JSONWritable {
    /// The step of the contract.
    public func write(to writer: inout JSONWriter) {
        writer.object { write(to: &$0) }
    }

    private func write(to object: inout JSONObjectWriter) {
        object.field("flow_id", progress.flow.description)
        object.field("flow_key", flowKey?.reveal())
        object.field("purpose", progress.purpose.rawValue)
        object.field("next", progress.next.rawValue)
        object.field("channel", progress.channel.rawValue)
        object.fieldOrNull("sent_to", progress.sentTo)
        object.field("delivery", progress.delivery?.rawValue)
        if let code = progress.code {
            object.object("code") {
                $0.field("length", code.shape.length)
                $0.field("alphabet", code.shape.alphabet.rawValue)
                $0.field("tries_left", code.triesLeft)
            }
        }
        object.field("expires_in", progress.expiresIn)
        object.field("resend_in", progress.resendIn)
    }
}
