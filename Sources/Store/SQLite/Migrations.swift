/// A step of the schema: applied once, in order, never changed afterwards.
struct Migration: Sendable {
    let number: Int
    let name: String
    let script: [UInt8]

    /// FNV-1a over 64 bits. It finds edits by accident: a file that was changed after it had been applied. An
    /// intruder who can change the program or the database can change the sum too, so a digest that withstands
    /// him would add nothing.
    var checksum: Int64 {
        var sum: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in script { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int64(bitPattern: sum)
    }
}

extension [Migration] {
    /// All of them. Append only.
    static var all: [Migration] {
        [
            Migration(number: 1, name: "epoch", script: PackageResources.v0001_epoch_sql),
            Migration(number: 2, name: "accounts", script: PackageResources.v0002_accounts_sql),
        ]
    }
}
