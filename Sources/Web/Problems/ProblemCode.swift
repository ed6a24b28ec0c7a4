public import HTTP

/// The stable names of what can go wrong: callers decide by these. Each has one status, and that is an error's.
public enum ProblemCode: String, CaseIterable, Sendable {
    case malformedRequest = "malformed_request"
    case wrongCode = "wrong_code"
    case wrongPassword = "wrong_password"
    case tokenInvalid = "token_invalid"
    case tokenExpired = "token_expired"
    case refreshInvalid = "refresh_invalid"
    case refreshReused = "refresh_reused"
    case confirmationRequired = "confirmation_required"
    case roleMissing = "role_missing"
    case accountDisabled = "account_disabled"
    case wrongNumber = "wrong_number"
    case originRefused = "origin_refused"
    case notFound = "not_found"
    case flowNotFound = "flow_not_found"
    case methodNotAllowed = "method_not_allowed"
    case requestTimeout = "request_timeout"
    case wrongStep = "wrong_step"
    case codeUpgraded = "code_upgraded"
    case contactTaken = "contact_taken"
    case tooManyContacts = "too_many_contacts"
    case lastContact = "last_contact"
    case roleExists = "role_exists"
    case roleReserved = "role_reserved"
    case lastAdmin = "last_admin"
    case codeExpired = "code_expired"
    case triesSpent = "tries_spent"
    case bodyTooLarge = "body_too_large"
    case targetTooLong = "target_too_long"
    case unsupportedMediaType = "unsupported_media_type"
    case headTooLarge = "head_too_large"
    case invalidEmail = "invalid_email"
    case invalidPhone = "invalid_phone"
    case invalidField = "invalid_field"
    case weakPassword = "weak_password"
    case tooManyRequests = "too_many_requests"
    case resendTooEarly = "resend_too_early"
    case tooManyCodes = "too_many_codes"
    case internalError = "internal_error"
    case busy
    case storeUnavailable = "store_unavailable"

    public var status: Status {
        switch self {
        case .malformedRequest: Status(400)
        case .wrongCode, .wrongPassword, .tokenInvalid, .tokenExpired, .refreshInvalid, .refreshReused:
            Status(401)
        case .confirmationRequired, .roleMissing, .accountDisabled, .wrongNumber, .originRefused: Status(403)
        case .notFound, .flowNotFound: Status(404)
        case .methodNotAllowed: Status(405)
        case .requestTimeout: Status(408)
        case .wrongStep, .codeUpgraded, .contactTaken, .tooManyContacts, .lastContact, .roleExists,
            .roleReserved, .lastAdmin:
            Status(409)
        case .codeExpired, .triesSpent: Status(410)
        case .bodyTooLarge: Status(413)
        case .targetTooLong: Status(414)
        case .unsupportedMediaType: Status(415)
        case .invalidEmail, .invalidPhone, .invalidField, .weakPassword: Status(422)
        case .tooManyRequests, .resendTooEarly, .tooManyCodes: Status(429)
        case .headTooLarge: Status(431)
        case .internalError: Status(500)
        case .busy, .storeUnavailable: Status(503)
        }
    }

    var title: String {
        switch self {
        case .malformedRequest: "The request is malformed."
        case .wrongCode: "The code is wrong."
        case .wrongPassword: "The password is wrong."
        case .tokenInvalid: "The access token is not valid."
        case .tokenExpired: "The access token has expired."
        case .refreshInvalid: "The refresh token is not valid."
        case .refreshReused: "The refresh token was used before, so its session has ended."
        case .confirmationRequired: "Please confirm who you are first."
        case .roleMissing: "The account does not have the role."
        case .accountDisabled: "The account is disabled."
        case .wrongNumber: "The number is wrong."
        case .originRefused: "The request comes from another site."
        case .notFound: "There is nothing here."
        case .flowNotFound: "There is no such flow, or its key is old."
        case .methodNotAllowed: "The method is not allowed here."
        case .requestTimeout: "The request took too long to arrive."
        case .wrongStep: "Another step comes first."
        case .codeUpgraded: "A longer code is needed and was sent."
        case .contactTaken: "The contact belongs to another account."
        case .tooManyContacts: "The account has as many contacts as it can have."
        case .lastContact: "The last contact cannot be removed."
        case .roleExists: "There is a role with this name."
        case .roleReserved: "The role is reserved."
        case .lastAdmin: "The last admin must stay."
        case .codeExpired: "The code has expired."
        case .triesSpent: "All tries are spent."
        case .bodyTooLarge: "The body is too large."
        case .targetTooLong: "The address is too long."
        case .unsupportedMediaType: "The body has another type than expected."
        case .headTooLarge: "The head of the request is too large."
        case .invalidEmail: "The e-mail address is not valid."
        case .invalidPhone: "The phone number is not valid or not served."
        case .invalidField: "A field is not valid."
        case .weakPassword: "The password is too weak."
        case .tooManyRequests: "Too many requests."
        case .resendTooEarly: "It is too early for another code."
        case .tooManyCodes: "No more codes are sent in this flow."
        case .internalError: "Something went wrong on our side."
        case .busy: "The server is busy."
        case .storeUnavailable: "The store cannot be reached."
        }
    }
}
