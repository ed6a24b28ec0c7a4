public import Accounts
public import JSON

extension StepResult: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        switch self {
        case .step(let step): step.write(to: &writer)
        case .signedIn(let signedIn): signedIn.write(to: &writer)
        }
    }
}
