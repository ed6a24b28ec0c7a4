public import Domain
import JSON

/// Reads the contact that somebody typed.
public struct ContactReader: Sendable {
    /// The A-labels of a domain that may hold letters of any script; nil when it is no domain.
    public typealias DomainConverter = @Sendable (String) -> String?

    private let plan: NumberingPlan
    private let allowedPrefixes: AllowedPrefixes
    private let toASCII: DomainConverter

    public init(plan: NumberingPlan, allowedPrefixes: AllowedPrefixes, toASCII: @escaping DomainConverter) {
        self.plan = plan
        self.allowedPrefixes = allowedPrefixes
        self.toASCII = toASCII
    }

    /// Fails with `malformed_request` unless exactly one of them is there, else with `invalid_email` or
    /// `invalid_phone`.
    func contact(email: String?, phone: String?) throws(Problem) -> Contact {
        switch (email, phone) {
        case (let email?, nil): .email(try self.email(email))
        case (nil, let phone?): .phone(try self.phone(phone))
        case (nil, nil), (_?, _?):
            throw Problem(ProblemCode.malformedRequest, "Send either email or phone.")
        }
    }

    private func email(_ text: String) throws(Problem) -> EmailAddress {
        do throws(EmailAddressError) {
            let parts = try EmailAddress.split(text)
            let domain = parts.needsConversion ? toASCII(parts.domain) : parts.domain
            if let domain { return try EmailAddress(local: parts.local, domain: domain) }
        } catch {
            // Which rule it breaks helps nobody who reads the answer.
        }
        throw Problem(field: "email", "is not an e-mail address that can be served", .invalidEmail)
    }

    private func phone(_ text: String) throws(Problem) -> PhoneNumber {
        let number: PhoneNumber
        do throws(PhoneNumberError) {
            number = try PhoneNumber(parsing: text, in: plan)
        } catch {
            throw Problem(
                field: "phone", "is not a mobile number with its country code, such as +12025550123",
                .invalidPhone)
        }
        guard allowedPrefixes.contains(number) else {
            throw Problem(field: "phone", "is in a country that is not served", .invalidPhone)
        }
        return number
    }
}
