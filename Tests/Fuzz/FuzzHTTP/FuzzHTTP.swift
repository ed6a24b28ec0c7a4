@testable import HTTP

/// What a client sends, read whole and read in pieces, must come to the same.
///
/// The first byte chooses the limits, the second how the rest is cut.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = unsafe Array(UnsafeBufferPointer(start: data, count: count))
    guard input.count > 2 else { return 0 }
    let limits = input[0] & 1 == 0 ? Reading.Limits() : .narrow
    let bytes = input[2...]

    var whole = Reading(limits)
    whole.receive(Array(bytes))

    var pieces = Reading(limits)
    var cuts = Cuts(seed: input[1])
    var rest = bytes
    while !rest.isEmpty {
        let piece = rest.prefix(cuts.next())
        rest = rest.dropFirst(piece.count)
        pieces.receive(Array(piece))
    }
    guard pieces == whole else { fatalError("cut otherwise, read otherwise") }
    return 0
}

/// Lengths of pieces: for some seeds single bytes, for others up to 128 at once.
private struct Cuts {
    private var state: UInt32
    private let longest: UInt32

    init(seed: UInt8) {
        state = UInt32(seed)
        longest = 1 << UInt32(seed & 7)
    }

    mutating func next() -> Int {
        state = state &* 1_664_525 &+ 1_013_904_223
        return Int(1 + (state >> 16) % longest)
    }
}
