/// Which telephone numbers of the world are mobile, as an automaton over decimal digits.
///
/// It is a value: whoever starts the server makes one from the table inside (`builtIn`) and hands it on.
public struct NumberingPlan: Sendable {
    struct Country: Sendable {
        var code: Int
        /// What is dialled at home before the number: `0` in most countries, `8` in Russia, `06` in Hungary.
        var trunk: [Int]
        /// The state in which the number behind the calling code begins.
        var start: Int
        /// The countries and territories that share the code.
        var regions: [String]
    }

    /// Where in a number the calling code ends, and how much behind it is a trunk prefix.
    struct Match {
        var codeLength: Int
        var trunkLength: Int
        var region: String
    }

    /// The version of the data it was made from.
    public let version: String
    let countries: [Country]
    /// The place in `countries` of each calling code, -1 for none.
    private let places: [Int16]
    let automaton: DigitAutomaton

    init(version: String, countries: [Country], automaton: DigitAutomaton) {
        var places = [Int16](repeating: -1, count: 1000)
        for (place, country) in countries.enumerated() { places[country.code] = Int16(place) }
        self.version = version
        self.countries = countries
        self.places = places
        self.automaton = automaton
    }

    /// The plan inside the program. Fails only if the table was damaged where it is kept.
    public static func builtIn() throws(NumberingPlanError) -> NumberingPlan {
        try NumberingPlan(
            version: NumberingTable.version, countries: NumberingTable.countries,
            states: NumberingTable.states)
    }

    /// The two letters of the country or territory that a number belongs to (ISO 3166-1), such as "AU"; nil
    /// when this plan does not know it as a mobile number.
    public func region(of number: PhoneNumber) -> String? {
        guard let dialled = try? DialledDigits(parsing: number.canonical),
            let (country, codeLength) = try? country(of: dialled)
        else { return nil }
        return region(dialled, from: codeLength, in: country)
    }

    func match(_ dialled: DialledDigits) throws(PhoneNumberError) -> Match {
        let (country, codeLength) = try country(of: dialled)
        if let region = region(dialled, from: codeLength, in: country) {
            return Match(codeLength: codeLength, trunkLength: 0, region: region)
        }
        let trunkLength = country.trunk.count
        if trunkLength > 0, dialled.has(country.trunk, at: codeLength),
            let region = region(dialled, from: codeLength + trunkLength, in: country)
        {
            return Match(codeLength: codeLength, trunkLength: trunkLength, region: region)
        }
        throw .notMobile
    }

    /// No calling code begins with another one, so the first that fits is the one. None begins with a zero:
    /// else `+0120…` would be read as `+120…`.
    private func country(of dialled: DialledDigits) throws(PhoneNumberError) -> (Country, codeLength: Int) {
        guard dialled.count > 0, dialled[0] != 0 else { throw .countryCode }
        var code = 0
        for position in 0..<min(3, dialled.count) {
            code = code * 10 + dialled[position]
            if places[code] >= 0 { return (countries[Int(places[code])], position + 1) }
        }
        throw .countryCode
    }

    private func region(_ dialled: DialledDigits, from start: Int, in country: Country) -> String? {
        var state = country.start
        for position in start..<dialled.count {
            state = automaton.next(state, dialled[position])
        }
        let label = automaton.label(state)
        return label > 0 && label <= country.regions.count ? country.regions[label - 1] : nil
    }
}
