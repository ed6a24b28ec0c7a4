import HTTP
import JSON
import Testing

@testable import Web

@Suite struct ProblemTests {
    private let site = SiteFields(.security(isHTTPS: true))

    @Test(arguments: ProblemCode.allCases)
    func `a problem has all that RFC 9457 and the contract ask for`(code: ProblemCode) throws {
        let response = Problem(code).response(site)
        let json = try #require(response.json)
        #expect((400...599).contains(response.status.code))
        #expect(json["status"]?.asInt == Int64(response.status.code))
        #expect(json["code"] == .string(code.rawValue))
        #expect(json["type"] == .string("/docs#\(code.rawValue)"))
        #expect(json["title"]?.asString?.isEmpty == false)
        #expect(json["detail"]?.asString?.isEmpty == false)
        #expect(response.fields["Content-Type"] == ["application/problem+json"])
        #expect(response.fields["Cache-Control"] == ["no-store"])
    }

    @Test(
        arguments: [
            (Refusal.malformed("A line ends without CR."), 400, "malformed_request"),
            (.timeout, 408, "request_timeout"), (.bodyTooLarge, 413, "body_too_large"),
            (.targetTooLong, 414, "target_too_long"), (.headTooLarge, 431, "head_too_large"),
            (.busy, 503, "busy"),
        ] as [(Refusal, Int, String)])
    func `what the transport refuses is a problem`(refusal: Refusal, status: Int, code: String) throws {
        let response = try Asking([]).router.refuse(refusal)
        #expect(response.status.code == status)
        #expect(response.problemCode == code)
    }

    @Test func `what a case needs is in the body and in the head`() {
        var problem = Problem(.tooManyRequests)
        problem.retryAfter = 30
        problem.rule = "start_per_contact"
        problem.errors = [JSONFieldError(field: "profile.name", reason: "must be a string")]
        let response = problem.response(site)
        #expect(response.fields["Retry-After"] == ["30"])
        #expect(response.json?["retry_after"]?.asInt == 30)
        #expect(response.json?["rule"] == .string("start_per_contact"))
        guard case .array(let errors)? = response.json?["errors"], case .object(let first)? = errors.first
        else {
            Issue.record("no errors")
            return
        }
        #expect(first["field"] == .string("profile.name"))
    }

    @Test func `every 503 says when to come back and every 401 how to sign in`() {
        #expect(Problem(.busy).response(site).fields["Retry-After"] == ["1"])
        #expect(Problem(.storeUnavailable).response(site).fields["Retry-After"] == ["1"])
        #expect(Problem(.tokenInvalid).response(site).fields["WWW-Authenticate"] == ["Bearer"])
        #expect(Problem(.notFound).response(site).fields["WWW-Authenticate"] == [])
    }
}
