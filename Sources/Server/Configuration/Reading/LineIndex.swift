import FoundationEssentials

/// On which line of a JSON5 text each key stands.
///
/// Foundation's decoder keeps no positions and drops doubled keys without a word, so this walks over the text once
/// more, looking only at its structure.
struct LineIndex: Sendable {
    /// A text that is not JSON5, and where that shows.
    struct SyntaxProblem: Error, Equatable {
        let line: Int
        let text: String
    }

    struct Doubled: Equatable, Sendable {
        let path: ConfigPath
        let first: Int
        let again: Int
    }

    private(set) var lines: [ConfigPath: Int] = [:]
    private(set) var doubled: [Doubled] = []

    /// The line of the value at `path`, or of the nearest thing that holds it.
    func line(of path: ConfigPath) -> Int? {
        var place: ConfigPath? = path
        while let here = place {
            if let line = lines[here] { return line }
            place = here.parent
        }
        return nil
    }

    init() {}

    init(_ text: [UInt8]) throws(SyntaxProblem) {
        var scanner = StructureScanner(text)
        try scanner.skipBlanks()
        guard !scanner.isAtEnd else { throw scanner.problem("the file is empty; expected { … }") }
        try value(at: ConfigPath(), depth: 0, &scanner)
        try scanner.skipBlanks()
        guard scanner.isAtEnd else { throw scanner.problem("there is more after the closing brace") }
    }

    private mutating func value(
        at path: ConfigPath, depth: Int, _ scanner: inout StructureScanner
    ) throws(SyntaxProblem) {
        lines[path] = lines[path] ?? scanner.line
        // The file nests four deep; the bound keeps a made-up one from exhausting the stack.
        guard depth < 32 else { throw scanner.problem("nested too deeply") }
        switch scanner.peek {
        case UInt8(ascii: "{"): try object(at: path, depth: depth, &scanner)
        case UInt8(ascii: "["): try list(at: path, depth: depth, &scanner)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = try scanner.quoted()
        default: try scanner.bare()
        }
    }

    private mutating func object(
        at path: ConfigPath, depth: Int, _ scanner: inout StructureScanner
    ) throws(SyntaxProblem) {
        let opened = scanner.line
        var seen: [String: Int] = [:]
        scanner.advance()
        while true {
            try scanner.skipBlanks()
            if scanner.take("}") { return }
            guard !scanner.isAtEnd else { throw scanner.problem("{ of line \(opened) is never closed") }
            let line = scanner.line
            let key = try scanner.key()
            let place = path.key(key)
            if let first = seen[key] {
                doubled.append(Doubled(path: place, first: first, again: line))
            } else {
                seen[key] = line
                lines[place] = line
            }
            try scanner.skipBlanks()
            guard scanner.take(":") else { throw scanner.problem("expected : after the key \(place)") }
            try scanner.skipBlanks()
            try value(at: place, depth: depth + 1, &scanner)
            try scanner.skipBlanks()
            if scanner.take(",") || scanner.peek == UInt8(ascii: "}") { continue }
            guard !scanner.isAtEnd else { throw scanner.problem("{ of line \(opened) is never closed") }
            throw scanner.problem("expected , or } after the value of \(place)")
        }
    }

    private mutating func list(
        at path: ConfigPath, depth: Int, _ scanner: inout StructureScanner
    ) throws(SyntaxProblem) {
        let opened = scanner.line
        var index = 0
        scanner.advance()
        while true {
            try scanner.skipBlanks()
            if scanner.take("]") { return }
            guard !scanner.isAtEnd else { throw scanner.problem("[ of line \(opened) is never closed") }
            try value(at: path.item(index), depth: depth + 1, &scanner)
            index += 1
            try scanner.skipBlanks()
            if scanner.take(",") || scanner.peek == UInt8(ascii: "]") { continue }
            guard !scanner.isAtEnd else { throw scanner.problem("[ of line \(opened) is never closed") }
            throw scanner.problem("expected , or ] in \(path)")
        }
    }
}
