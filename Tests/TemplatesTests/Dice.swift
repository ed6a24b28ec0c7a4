/// Random numbers that are the same in every run (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Text full of what has a meaning somewhere.
    mutating func nastyText() -> String {
        let nasty: [Unicode.Scalar] = [
            "<", ">", "&", "\"", "'", "`", "=", "/", "\\", "%", "+", "#", "?", ";", ":", " ", "\t", "\n",
            "\r",
            "\0", "\u{08}", "\u{0C}", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{202E}", "\u{2066}", "{",
            "}",
            "a", "Z", "0", "é", "ж", "•", "𝕏", "\u{FEFF}", "\u{FFFF}", "\u{10FFFF}", "\u{0301}",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...24, using: &self) {
            if Bool.random(using: &self), let scalar = nasty.randomElement(using: &self) {
                text.append(scalar)
            } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0xFFFF, using: &self)) {
                text.append(scalar)
            }
        }
        return String(text)
    }
}
