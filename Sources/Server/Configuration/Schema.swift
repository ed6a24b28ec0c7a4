/// Every key there is, in the order of the file. Learned by reading an empty configuration, so it cannot differ from
/// what `Configuration` reads.
struct Schema: Sendable {
    let entries: [SchemaEntry]
    let groups: [SchemaGroup]

    init() {
        let nowhere = Surroundings(
            environment: [:], readFile: { _ throws(Surroundings.FileProblem) in throw .missing },
            canRead: { _ in false })
        var reader = Reader([:], fileName: nil, index: LineIndex(), surroundings: nowhere)
        _ = Configuration(&reader)
        entries = reader.entries
        groups = reader.groups
    }
}
