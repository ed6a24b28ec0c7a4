import Testing

@testable import Server

struct LineIndexTests {
    @Test func `keys are found between comments, quotes and nesting`() throws {
        let text = #"""
            // a brace { and a quote " in a comment
            {
              one: 'a "double" } in single', /* } ]
              " ' */ two: "an escaped \" and a brace {",
              "three": { // }
                'four': [1, [2, 3], { five: 5, },
                  {
                    five: .5 },
                ],
                $six_é: "continued \
              here",
                seven: +0x1F,
              },
            }
            """#
        let index = try LineIndex(Array(text.utf8))
        let three = ConfigPath("three")
        let four = three.key("four")
        #expect(index.lines[ConfigPath("one")] == 3)
        #expect(index.lines[ConfigPath("two")] == 4)
        #expect(index.lines[three] == 5)
        #expect(index.lines[four] == 6)
        #expect(index.lines[four.item(1).item(1)] == 6)
        #expect(index.lines[four.item(2).key("five")] == 6)
        #expect(index.lines[four.item(3)] == 7)
        #expect(index.lines[four.item(3).key("five")] == 8)
        #expect(index.lines[three.key("$six_é")] == 10)
        #expect(index.lines[three.key("seven")] == 12)
        #expect(index.line(of: four.item(3).key("none")) == 7)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `every sort of line end counts once`(end: String) throws {
        let text = ["{", "a: 1, // x", "/* y", "*/ b: 2,", "c: 'z\\", "z', d: 3 }"].joined(separator: end)
        let index = try LineIndex(Array(text.utf8))
        #expect(index.lines[ConfigPath("a")] == 2)
        #expect(index.lines[ConfigPath("b")] == 4)
        #expect(index.lines[ConfigPath("c")] == 5)
        #expect(index.lines[ConfigPath("d")] == 6)
    }

    @Test func `a doubled key is found, also when it is spelled with an escape`() throws {
        let text = "{ a: 1,\n b: { c: 1,\n 'c': 2 },\n \"\\u0061\": 3 }"
        let index = try LineIndex(Array(text.utf8))
        #expect(
            index.doubled == [
                LineIndex.Doubled(path: ConfigPath("b", "c"), first: 2, again: 3),
                LineIndex.Doubled(path: ConfigPath("a"), first: 1, again: 4),
            ])
    }

    @Test func `the same key in two items is not doubled`() throws {
        #expect(try LineIndex(Array("[{a: 1}, {a: 2}]".utf8)).doubled.isEmpty)
    }

    @Test(arguments: [
        ("", 1), (" \n // only a comment\n", 3), ("{\n a: 1\n b: 2 }", 3), ("{\n a: @ }", 2),
        ("{ a: 'x\n }", 1),
        ("{\n\n a: 1", 3), ("{ a: [1,\n 2", 2), ("{ } x", 1), ("{ a: 1,, }", 1), ("{,}", 1), ("{ a 1 }", 1),
        ("{ /* \n\n", 3), ("{\n a: open }", 2), ("{ a: 1 ]", 1), ("[1 2]", 1), ("{ a: / }", 1), ("{ a: }", 1),
        ("{ a\\u0062: 1 }", 1), ("{ \"\\q\": 1 }", 1), ("\\", 1), ("'", 1), ("{ 'a\\", 1),
    ])
    func `a slip is found on its line`(text: String, line: Int) throws {
        let problem = try #require(throws: LineIndex.SyntaxProblem.self) { try LineIndex(Array(text.utf8)) }
        #expect(problem.line == line)
    }

    @Test func `a deep nest is refused before it can exhaust the stack`() {
        let text = String(repeating: "[", count: 1_000_000)
        #expect(throws: LineIndex.SyntaxProblem.self) { try LineIndex(Array(text.utf8)) }
    }

    /// The decoder reads the values and the index the lines: they must see the same keys.
    @Test func `a random text that both readers take has the same keys in both`() throws {
        let pieces = [
            "{", "}", "{}", "[", "]", "a:", "'b':", "\"c\":", ",", "1", "'x'", "\"'\"", "/*}*/", "//{\n",
            "\n", " ", "[1]",
        ]
        var state: UInt64 = 7
        var taken = 0
        for _ in 0..<30_000 {
            var text = "{"
            for _ in 0..<8 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            text += "}"
            guard let index = try? LineIndex(Array(text.utf8)), let value = ConfigValue(json5: text.utf8)
            else {
                continue
            }
            taken += 1
            expectKeys(of: value, at: ConfigPath(), in: index, text)
        }
        // A walk that hits nothing would prove nothing.
        #expect(taken > 20)
    }

    private func expectKeys(of value: ConfigValue, at path: ConfigPath, in index: LineIndex, _ text: String) {
        switch value {
        case .object(let members):
            for (key, member) in members {
                #expect(index.lines[path.key(key)] != nil, "\(text)")
                expectKeys(of: member, at: path.key(key), in: index, text)
            }
        case .list(let items):
            for (number, item) in items.enumerated() {
                expectKeys(of: item, at: path.item(number), in: index, text)
            }
        default: break
        }
    }
}
