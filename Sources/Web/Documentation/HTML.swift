/// A piece of a page. What is put into it is escaped, unless it is such a piece itself.
struct HTML: ExpressibleByStringInterpolation, Sendable {
    let text: String

    /// Takes the text as it is.
    init(unsafeRaw text: String) {
        self.text = text
    }

    // StaticString: what is not escaped was written by us, in the source.
    init(stringLiteral literal: StaticString) {
        self.init(unsafeRaw: "\(literal)")
    }

    init(stringInterpolation interpolation: StringInterpolation) {
        self.init(unsafeRaw: interpolation.text)
    }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity)
        }

        mutating func appendLiteral(_ literal: StaticString) {
            text += "\(literal)"
        }

        mutating func appendInterpolation(_ piece: HTML) {
            text += piece.text
        }

        mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { text += piece.text }
        }

        mutating func appendInterpolation(_ value: String) {
            for scalar in value.unicodeScalars {
                switch scalar {
                case "<": text += "&lt;"
                case ">": text += "&gt;"
                case "&": text += "&amp;"
                case "\"": text += "&quot;"
                case "'": text += "&#39;"
                default: text.unicodeScalars.append(scalar)
                }
            }
        }
    }
}
