import Domain
import Testing

@testable import Server

struct LoadTests {
    @Test func `without the standard file the defaults count`() throws {
        let loaded = try Scenario().load()
        #expect(loaded.file == nil)
        #expect(loaded.warnings.isEmpty)
    }

    @Test func `the standard file is read when it is there`() throws {
        #expect(try Scenario("{}").load().file == "config/latchkey.json5")
    }

    @Test func `a file that was asked for must be there`() {
        #expect(throws: ConfigurationError.self) {
            try Configuration.load(file: "other.json5", in: Scenario("{}").surroundings)
        }
    }

    @Test func `a standard file that cannot be read is not taken for none`() {
        var surroundings = Scenario().surroundings
        surroundings.readFile = { _ throws(Surroundings.FileProblem) in throw .unreadable }
        #expect(throws: ConfigurationError.self) { try Configuration.load(file: nil, in: surroundings) }
    }

    @Test func `the real surroundings tell a missing file from a folder`() {
        let real = Surroundings.real
        #expect(throws: Surroundings.FileProblem.missing) { try real.readFile("/nowhere/at-all") }
        #expect(throws: Surroundings.FileProblem.unreadable) { try real.readFile("/") }
        #expect(real.canRead("/"))
        #expect(!real.canRead("/nowhere/at-all"))
    }

    @Test func `every gateway is read into what it needs`() throws {
        let text = """
            { sms: { allowed_prefixes: ["+49"], gateways: [
              { name: "any", kind: "http", url: "https://x/{{to}}", body: "{{text}}", ok_status: [200], id_field: "a.0" },
              { name: "tw", kind: "twilio", account_sid: "AC", auth_token_file: "/t", from: "MG1", timeout: "5s" },
              { name: "vo", kind: "vonage", api_key: "k", api_secret: "s", from: "X", url: "http://127.0.0.1:1/x" },
              { name: "sc", kind: "smsc", login: "l", password: "p" },
              { name: "ka", kind: "kannel", url: "http://127.0.0.1:2/y", username: "u", password: "p" },
              { name: "ex", kind: "exec", program: "/bin/true", arguments: ["-q"], callback_secret: "c" },
            ] } }
            """
        let gateways = try Scenario(text, files: ["/t": "token\n"]).load().configuration.sms.gateways
        #expect(gateways.map(\.kind) == ["http", "twilio", "vonage", "smsc", "kannel", "exec"])
        guard case .http(let http) = gateways[0].service, case .twilio(let twilio) = gateways[1].service,
            case .vonage(let vonage) = gateways[2].service, case .smsc(let smsc) = gateways[3].service,
            case .kannel(let kannel) = gateways[4].service,
            case .exec(let program, let arguments) = gateways[5].service
        else {
            Issue.record("a gateway was read as another kind")
            return
        }
        #expect(http.url.reveal() == "https://x/{{to}}")
        #expect(http.okStatus == [200])
        #expect(http.method == .post)
        #expect(twilio.authToken.reveal() == "token")
        #expect(twilio.url.description == "https://api.twilio.com")
        #expect(gateways[1].timeout == .seconds(5))
        #expect(vonage.url.description == "http://127.0.0.1:1/x")
        #expect(smsc.url.description == "https://smsc.ru/sys/send.php")
        #expect(kannel.username == "u")
        #expect(program == "/bin/true")
        #expect(arguments == ["-q"])
        #expect(gateways[5].callbackSecret?.reveal() == "c")
    }
}
