/// Finds what somebody probably meant.
enum Nearest {
    /// The candidate that takes the fewest edits, when that is few enough for the length of `word`.
    static func to(_ word: String, in candidates: some Collection<String>) -> String? {
        // Longer than any name here: nobody meant one of ours, and the work stays small.
        guard word.utf8.count <= 100 else { return nil }
        let ranked = candidates.sorted().map { ($0, distance(word, $0)) }
        guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= max(1, word.utf8.count / 3) else {
            return nil
        }
        return best.0
    }

    /// Letters to insert, remove, replace or swap with their neighbour (optimal string alignment).
    static func distance(_ left: String, _ right: String) -> Int {
        let a = Array(left.utf8)
        let b = Array(right.utf8)
        var before = [Int](repeating: 0, count: b.count + 1)
        var above = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1] + [Int](repeating: 0, count: b.count)
            for j in b.indices {
                row[j + 1] = min(above[j + 1] + 1, row[j] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    row[j + 1] = min(row[j + 1], before[j - 1] + 1)
                }
            }
            before = above
            above = row
        }
        return above[b.count]
    }
}
