import JSON

/// The reason for which a text is refused; nil when it is accepted.
func refusal(of text: [UInt8], depth: Int = JSONValue.usualDepth) -> JSONError? {
    do throws(JSONError) {
        _ = try JSONValue(parsing: text, depth: depth)
        return nil
    } catch {
        return error
    }
}

func refusal(of text: String, depth: Int = JSONValue.usualDepth) -> JSONError? {
    refusal(of: Array(text.utf8), depth: depth)
}

func value(_ text: String) throws -> JSONValue {
    try JSONValue(parsing: Array(text.utf8))
}

func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
}

/// Numbers that repeat for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
