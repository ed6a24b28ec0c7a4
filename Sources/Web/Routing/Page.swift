import HTTP
import JSON

/// Which part of a list a caller wants.
struct Page {
    static let usualLimit = 50
    static let mostLimit = 100
    static let query: Set<String> = ["limit", "after"]

    let limit: Int
    let after: String?

    /// Fails with `malformed_request`.
    init(_ call: Call) throws(Problem) {
        after = call.query["after"]
        guard let text = call.query["limit"] else {
            limit = Self.usualLimit
            return
        }
        guard text.utf8.count <= 3, let number = Int(text), (1...Self.mostLimit).contains(number) else {
            throw Problem(field: "limit", "must be a number from 1 to \(Self.mostLimit)", .malformedRequest)
        }
        limit = number
    }

    /// The cursor as an identifier. Fails with `malformed_request`.
    func cursor<ID>(_ parse: (String) -> ID?) throws(Problem) -> ID? {
        guard let after else { return nil }
        guard let id = parse(after) else {
            throw Problem(field: "after", "is not a cursor of this list", .malformedRequest)
        }
        return id
    }
}

extension Call {
    /// A list as the contract has it. `rows` holds one more than the page if there is a next page.
    func list<Row>(
        _ rows: [Row], _ page: Page, cursor: (Row) -> String, _ value: (Row) -> some JSONWritable
    ) -> Response {
        let shown = rows.prefix(page.limit)
        return json { answer in
            answer.array("items") { array in
                for row in shown { array.element(value(row)) }
            }
            answer.field("next", rows.count > page.limit ? shown.last.map(cursor) : nil)
        }
    }
}
