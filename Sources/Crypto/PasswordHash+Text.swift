extension PasswordHash {
    /// Reads a stored hash:
    /// `$scrypt$ln=15,r=8,p=3$SALT$HASH` (PHC base64),
    /// `pbkdf2_sha256$600000$SALT$HASH` (Django: the salt is text, the hash base64),
    /// `$pbkdf2-sha256$29000$SALT$HASH` (passlib: both in its own base64).
    ///
    /// Fails with `.malformed`, or `.unreasonableCost` when the hash would take too long or nothing to check.
    public init(parsing text: String) throws(CryptoError) {
        guard text.utf8.count <= 512 else { throw .malformed }
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        switch parts.count {
        case 5 where parts[0].isEmpty && parts[1] == "scrypt":
            self.init(
                scheme: .scrypt(try Self.cost(parts[2])), salt: try Base64.phc.decode(parts[3]),
                hash: try Base64.phc.decode(parts[4]))
        case 5 where parts[0].isEmpty && parts[1] == "pbkdf2-sha256":
            self.init(
                scheme: .pbkdf2(iterations: try Self.iterations(parts[2]), .passlib),
                salt: try Base64.passlib.decode(parts[3]), hash: try Base64.passlib.decode(parts[4]))
        case 4 where parts[0] == "pbkdf2_sha256":
            self.init(
                scheme: .pbkdf2(iterations: try Self.iterations(parts[1]), .django),
                salt: Array(parts[2].utf8), hash: try Base64.standard.decode(parts[3]))
        default: throw .malformed
        }
        // A short hash would be easy to hit, an empty one would fit every password.
        guard hash.count == 32, !salt.isEmpty else { throw .malformed }
    }

    /// The text that `init(parsing:)` reads.
    public var text: String {
        switch scheme {
        case .scrypt(let cost):
            "$scrypt$ln=\(cost.logN),r=\(cost.r),p=\(cost.p)$" + Base64.phc.encode(salt) + "$"
                + Base64.phc.encode(hash)
        case .pbkdf2(let iterations, .django):
            "pbkdf2_sha256$\(iterations)$" + String(decoding: salt, as: UTF8.self) + "$"
                + Base64.standard.encode(hash)
        case .pbkdf2(let iterations, .passlib):
            "$pbkdf2-sha256$\(iterations)$" + Base64.passlib.encode(salt) + "$" + Base64.passlib.encode(hash)
        }
    }

    private static func cost(_ text: Substring) throws(CryptoError) -> ScryptCost {
        var values: [Int] = []
        let fields = text.split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count == 3 else { throw .malformed }
        for (field, name) in zip(fields, ["ln=", "r=", "p="]) {
            guard field.hasPrefix(name) else { throw .malformed }
            values.append(try number(field.dropFirst(name.count)))
        }
        return try ScryptCost(logN: values[0], r: values[1], p: values[2])
    }

    private static func iterations(_ text: Substring) throws(CryptoError) -> Int {
        let iterations = try number(text)
        guard (1...10_000_000).contains(iterations) else { throw .unreasonableCost }
        return iterations
    }

    /// Decimal digits alone, without a sign or a leading zero.
    private static func number(_ text: Substring) throws(CryptoError) -> Int {
        guard text.utf8.count <= 9, text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
            text.utf8.first != UInt8(ascii: "0"), let number = Int(text)
        else { throw .malformed }
        return number
    }
}
