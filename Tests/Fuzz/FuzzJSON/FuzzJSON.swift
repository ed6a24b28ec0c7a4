import JSON

/// What is accepted is written and read again as the same value; what is asked of it by type never traps.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
    readByType(bytes)
    do throws(JSONError) {
        let value = try JSONValue(parsing: bytes)
        check(value)
        guard try JSONValue(parsing: bytes, depth: 128) == value else { fatalError("depth changes a value") }
    } catch {
        guard (0...bytes.count).contains(error.offset) else { fatalError("a fault outside the text") }
    }
    return 0
}

private func check(_ value: JSONValue) {
    let written = value.json
    do throws(JSONError) {
        let again = try JSONValue(parsing: written)
        guard again == value else { fatalError("written and read again, another value") }
        guard again.json == written else { fatalError("written twice, other bytes") }
    } catch {
        fatalError("what was written is refused: \(error)")
    }
}

private func readByType(_ bytes: [UInt8]) {
    do throws(JSONShapeError) {
        _ = try EveryField(json: bytes)
    } catch {
        switch error {
        case .text(let fault):
            guard (0...bytes.count).contains(fault.offset) else { fatalError("a fault outside the text") }
        case .fields(let faults):
            guard (1...JSONFields.mostErrors).contains(faults.count) else {
                fatalError("none or too many faults")
            }
        }
    }
}

/// Asks for each kind of field that a body may have, so that a short input meets many of them.
private struct EveryField: JSONReadable {
    init(from fields: inout JSONFields) {
        _ = (fields.string("s"), fields.optionalString("os"), fields.bool("b"), fields.optionalBool("ob"))
        _ = (fields.int("i"), fields.optionalInt("oi"), fields.value("v"), fields.optionalValue("ov"))
        _ = (fields.change("c"), fields.strings("ss"), fields.optionalStrings("oss"))
        _ = (fields.object("o", as: Inner.self), fields.optionalObject("oo", as: Inner.self))
        _ = (fields.array("a", of: Inner.self), fields.optionalArray("oa", of: Inner.self))
    }
}

private struct Inner: JSONReadable {
    init(from fields: inout JSONFields) {
        _ = (fields.string("s"), fields.optionalInt("oi"), fields.optionalArray("oa", of: Inner.self))
        _ = (fields.optionalObject("oo", as: Inner.self), fields.optionalStrings("oss"))
    }
}
