import JSON

/// A problem response of the description: its codes and its example come from what the server really sends.
struct ProblemAnswer {
    let name: String
    let description: String
    let codes: [ProblemCode]
    let details: (inout Problem) -> Void

    init(
        _ name: String, _ description: String, _ codes: [ProblemCode],
        _ details: @escaping (inout Problem) -> Void = { _ in }
    ) {
        self.name = name
        self.description = description
        self.codes = codes
        self.details = details
    }

    static var all: [ProblemAnswer] {
        [
            ProblemAnswer("Malformed", "The request cannot be read.", [.malformedRequest]) {
                $0.errors = [JSONFieldError(field: "email", reason: "must be a string")]
            },
            ProblemAnswer("TokenRefused", "No good access token.", [.tokenInvalid, .tokenExpired]),
            ProblemAnswer("RefreshRefused", "No good refresh token.", [.refreshInvalid, .refreshReused]),
            ProblemAnswer("WrongCode", "The code is wrong.", [.wrongCode]) { $0.triesLeft = 2 },
            ProblemAnswer("WrongPassword", "The password is wrong.", [.wrongPassword]) { $0.triesLeft = 9 },
            ProblemAnswer("AccountDisabled", "The account is disabled.", [.accountDisabled]),
            ProblemAnswer("ConfirmationRequired", "The session is not fresh.", [.confirmationRequired]),
            ProblemAnswer("RoleMissing", "The account lacks the role.", [.roleMissing]),
            ProblemAnswer("NotFound", "There is nothing here.", [.notFound]),
            ProblemAnswer("FlowNotFound", "No such flow, or an old key.", [.flowNotFound]),
            ProblemAnswer("WrongStep", "Another step comes first.", [.wrongStep]) { $0.next = "code" },
            ProblemAnswer(
                "CodeConflict", "Another step comes first, or the contact cannot be added.",
                [.wrongStep, .codeUpgraded, .contactTaken, .tooManyContacts]
            ) { $0.next = "password" },
            ProblemAnswer("CodeEnded", "No code is good any more.", [.codeExpired, .triesSpent]),
            ProblemAnswer("BodyTooLarge", "The body is too large.", [.bodyTooLarge]),
            ProblemAnswer("UnsupportedMediaType", "The body is not JSON.", [.unsupportedMediaType]),
            ProblemAnswer(
                "ContactRefused", "A contact or a field cannot be used.",
                [.invalidEmail, .invalidPhone, .invalidField]
            ) {
                $0.errors = [
                    JSONFieldError(field: "email", reason: "is not an e-mail address that can be served")
                ]
            },
            ProblemAnswer("FieldRefused", "A field cannot be used.", [.invalidField]) {
                $0.errors = [JSONFieldError(field: "channel", reason: "must be email or phone")]
            },
            ProblemAnswer("WeakPassword", "The password is too weak.", [.weakPassword]),
            ProblemAnswer("TooManyRequests", "A limit is met.", [.tooManyRequests]) {
                $0.rule = "request_per_address"
                $0.retryAfter = 30
            },
            ProblemAnswer(
                "ResendRefused", "Too early, or nothing more is sent.",
                [.resendTooEarly, .tooManyCodes, .tooManyRequests]
            ) { $0.retryAfter = 30 },
            ProblemAnswer("InternalError", "A defect of ours.", [.internalError]),
            ProblemAnswer("Unavailable", "Try again soon.", [.busy, .storeUnavailable]),
            ProblemAnswer(
                "AnyProblem", "What the transport refuses of any call.",
                [.requestTimeout, .bodyTooLarge, .targetTooLong, .headTooLarge, .busy]),
        ]
    }

    /// The schema of every code there is.
    static var codeSchema: String {
        text { $0.object("ProblemCode") { write(ProblemCode.allCases, to: &$0) } }
    }

    static var components: String {
        text { components in
            for answer in all { components.object(answer.name) { answer.write(to: &$0) } }
        }
    }

    private func write(to object: inout JSONObjectWriter) {
        object.field("description", description)
        object.object("content") {
            $0.object("application/problem+json") { content in
                content.object("schema") { schema in
                    schema.array("allOf") { parts in
                        parts.object { $0.field("$ref", "#/components/schemas/Problem") }
                        parts.object {
                            $0.object("properties") { $0.object("code") { Self.write(codes, to: &$0) } }
                        }
                    }
                }
                content.field("example", example)
            }
        }
    }

    private var example: Problem? {
        guard let code = codes.first else { return nil }
        var problem = Problem(code)
        details(&problem)
        return problem
    }

    private static func write(_ codes: [ProblemCode], to schema: inout JSONObjectWriter) {
        schema.field("enum", codes.map(\.rawValue))
    }

    private static func text(_ body: (inout JSONObjectWriter) -> Void) -> String {
        String(decoding: JSONWriter.object(body), as: UTF8.self)
    }
}
