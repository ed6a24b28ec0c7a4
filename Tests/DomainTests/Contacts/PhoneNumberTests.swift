import Domain
import Testing

@Suite struct PhoneNumberTests {
    let plan: NumberingPlan

    init() throws {
        plan = try NumberingPlan.builtIn()
    }

    @Test(arguments: [
        "+61412345678", "+61 412 345 678", "+61-412-345-678", "+61 (0)412 345 678", "+61 0412.345.678",
        "+610412345678", "+ 61 412345678 ",
    ])
    func `one number is one, however it is written`(_ typed: String) throws {
        let number = try PhoneNumber(parsing: typed, in: plan)
        #expect(number.canonical == "+61412345678")
        #expect(number.countryCode == 61)
        #expect(number.national == "412345678")
        #expect(plan.region(of: number) == "AU")
        #expect(number == (try PhoneNumber(parsing: "+61412345678", in: plan)))
        #expect(number.masked == "+61•••78")
    }

    static let refused: [PhoneNumberError: [String]] = [
        .missingPlus: [
            "", "0061412345678", "61412345678", " +61412345678", "\u{FF0B}61412345678",
        ],
        .character: [
            "+61412345678x", "+61412345678;ext=1", "+6141234567\u{FF18}", "+\u{661}\u{662}025550123",
            "+61412345678\r\n", "+61412345678\0", "+61/412345678", "++61412345678", "+61\u{A0}412345678",
            "+1800FLOWERS",
        ],
        .tooLong: [
            "+1202555012345678", "+61412345678" + String(repeating: " ", count: 53),
        ],
        .countryCode: [
            "+", "+0", "+00461412345", "+012025550123", "+0012025550123", "+061412345678", "+2101234567",
            "+999123456789", "+870773111632", "+881612345678",
            "+883510012345", "+97912345678",
        ],
        .notMobile: [
            "+1", "+61", "+6141234567", "+614123456789", "+61212345678", "+611900123456", "+611300123456",
            "+611800123456", "+61000", "+6100412345678", "+12025550", "+19002345678", "+18002345678",
            "+4930123456", "+447640123456", "+447012345678", "+39063123456", "+3903123456789", "+1911",
        ],
    ]

    @Test(arguments: refused.flatMap { reason, texts in texts.map { ($0, reason) } })
    func `what is no mobile number is refused with its reason`(_ typed: String, _ reason: PhoneNumberError) {
        #expect(throws: reason) { try PhoneNumber(parsing: typed, in: plan) }
    }

    @Test(arguments: 0...99)
    func `the numbers set aside for films are taken`(_ last: Int) throws {
        let digits = "+120255501" + (last < 10 ? "0" : "") + String(last)
        #expect(try PhoneNumber(parsing: digits, in: plan).canonical == digits)
    }

    @Test(arguments: [
        ("+12025550123", "US"), ("+14165550123", "CA"), ("+18765230123", "JM"), ("+79123456789", "RU"),
        ("+77710009998", "KZ"), ("+447400123456", "GB"), ("+447781123456", "GG"), ("+393123456789", "IT"),
        ("+61412345678", "AU"), ("+212650123456", "MA"), ("+262692123456", "RE"), ("+262639012345", "YT"),
    ])
    func `countries that share a code are told apart`(_ typed: String, _ region: String) throws {
        #expect(try plan.region(of: PhoneNumber(parsing: typed, in: plan)) == region)
    }

    @Test(arguments: [
        ("+7 8 912 345-67-89", "+79123456789"), ("+36 06 20 123 4567", "+36201234567"),
        ("+1 1 202 555 0123", "+12025550123"), ("+49 (0)1512 3456789", "+4915123456789"),
        ("+44 (0)7400 123456", "+447400123456"),
    ])
    func `a trunk prefix is dropped where the plan has one`(_ typed: String, _ canonical: String) throws {
        #expect(try PhoneNumber(parsing: typed, in: plan).canonical == canonical)
    }

    @Test func `a zero that belongs to the number stays`() throws {
        // Mobile numbers of Ivory Coast begin with a zero, and the plan has no trunk prefix.
        let number = try PhoneNumber(parsing: "+225 01 23 45 67 89", in: plan)
        #expect(number.canonical == "+2250123456789")
        #expect(number.national == "0123456789")
    }

    @Test func `a stored number comes back whatever the plan says of it now`() throws {
        let fixedLine = try PhoneNumber(stored: "+61212345678")
        #expect(fixedLine.canonical == "+61212345678")
        #expect(fixedLine.countryCode == 61)
        #expect(plan.region(of: fixedLine) == nil)
        for text in ["+61 212345678", "61212345678", "+61", "+0212345678", "+", ""] {
            #expect(throws: PhoneNumberError.self) { try PhoneNumber(stored: text) }
        }
    }

    @Test func `a hostile text costs no more than a look at its length`() {
        let text = "+" + String(repeating: "(", count: 1_000_000)
        #expect(throws: PhoneNumberError.tooLong) { try PhoneNumber(parsing: text, in: plan) }
    }
}
