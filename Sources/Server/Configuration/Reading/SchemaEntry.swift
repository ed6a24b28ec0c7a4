/// One key as people read about it: in `docs/configuration.md` and in the shipped file.
struct SchemaEntry: Sendable {
    let path: ConfigPath
    let kind: String
    /// Absent where an item of a list must state the key.
    let standard: ConfigValue?
    let meaning: String
    /// A value other than the default, as JSON5.
    let example: String?
    /// Leaving the key out means something else than stating the default, so the file shows it in a comment.
    let isLeftOut: Bool
    /// For a list of objects: one example of each sort.
    let samples: [ConfigValue]
}

/// A group of keys and the sentence above it.
struct SchemaGroup: Sendable {
    let path: ConfigPath
    let meaning: String
}
