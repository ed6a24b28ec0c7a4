import Testing

@testable import Domain

@Suite struct NumberingPlanTests {
    @Test func `the table inside is whole and small`() throws {
        let plan = try NumberingPlan.builtIn()
        #expect(plan.version == NumberingTable.version)
        #expect(plan.countries.count > 200)
        #expect(plan.automaton.size < 300_000)
    }

    @Test func `every calling code has the length that its zone says`() throws {
        for country in try NumberingPlan.builtIn().countries {
            let dialled = try DialledDigits(parsing: "+\(country.code)12345")
            #expect(dialled.countryCodeLength == String(country.code).count, "+\(country.code)")
        }
    }

    /// State 1 takes every number that ends there; state 2 leads to it by a 4 alone.
    private let states = "BAAAMAABAAA="

    @Test func `a table of two states takes what it says`() throws {
        let plan = try NumberingPlan(version: "1", countries: "98 0 2 XA\n", states: states)
        let number = try PhoneNumber(parsing: "+98 (0)4", in: plan)
        #expect(number.canonical == "+984")
        #expect(plan.region(of: number) == "XA")
        #expect(throws: PhoneNumberError.notMobile) { try PhoneNumber(parsing: "+9844", in: plan) }
        #expect(throws: PhoneNumberError.notMobile) { try PhoneNumber(parsing: "+985", in: plan) }
    }

    @Test(arguments: [
        "", "98 0 3 XA", "98 0 -1 XA", "0 0 2 XA", "1000 0 2 XA", "x 0 2 XA", "98 x 2 XA", "98 0 2 X",
        "98 0 2",
        "98 0 2 XA more",
    ])
    func `a damaged line of countries is named`(_ line: String) {
        #expect(throws: NumberingPlanError.country(line: 2)) {
            try NumberingPlan(
                version: "1", countries: "20 0 2 XA\n\(line.isEmpty ? " " : line)", states: states)
        }
    }

    @Test(arguments: [
        ("B*AA", NumberingPlanError.encoding), ("BAAA", .encoding),
        ("BAAAMA==", .state(2)), ("BAAAMAACAAA=", .state(2)), ("BAAAMP//AAA=", .state(2)),
    ])
    func `damaged states are named`(_ states: String, _ reason: NumberingPlanError) {
        #expect(throws: reason) { try NumberingPlan(version: "1", countries: "", states: states) }
    }
}
