import Crypto
import Domain
import Doubles
import Testing

@Suite struct PasswordHashTests {
    static let scrypt =
        "$scrypt$ln=15,r=8,p=3$AAECAwQFBgcICQoLDA0ODw$ANYWwrwG9exM4wRn3uDhnkTuLMG27uj4k9dz5KrBPkg"
    static let django = "pbkdf2_sha256$600000$Zk3vQ1m0aXcT$YGb0KKvhQFyBf6icppmrXSxAerVX5xNj/cuUUvhwSPM="
    static let passlib =
        "$pbkdf2-sha256$29000$8PHy8/T19vf4.fr7/P3./w$6J733WrEmm/KGKaPaF7vRA9GjLxoDoirFgxUGdlfeBM"

    struct ScryptVector {
        let password: String
        let salt: String
        let cost: (logN: Int, r: Int, p: Int)
        let key: String
    }

    /// RFC 7914, 12, but for the one that takes a gigabyte.
    static let vectors = [
        ScryptVector(
            password: "", salt: "", cost: (4, 1, 1),
            key: """
                77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442\
                fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906
                """),
        ScryptVector(
            password: "password", salt: "NaCl", cost: (10, 8, 16),
            key: """
                fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162\
                2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640
                """),
        ScryptVector(
            password: "pleaseletmein", salt: "SodiumChloride", cost: (14, 8, 1),
            key: """
                7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2\
                d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887
                """),
    ]

    @Test func `scrypt gives the vectors of RFC 7914`() throws {
        for vector in Self.vectors {
            let cost = try ScryptCost(logN: vector.cost.logN, r: vector.cost.r, p: vector.cost.p)
            let derived = try cost.derive(
                from: Array(vector.password.utf8), salt: Array(vector.salt.utf8), length: 64)
            #expect(Hex.encode(derived) == vector.key)
        }
    }

    @Test func `PBKDF2 gives the first blocks of the vectors of RFC 7914`() throws {
        for (salt, iterations, password, key) in [
            ("salt", 1, "passwd", "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"),
            ("NaCl", 80000, "Password", "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"),
        ] {
            let hash = Base64.standard.encode(try Hex.decode(key))
            let stored = try PasswordHash(parsing: "pbkdf2_sha256$\(iterations)$\(salt)$\(hash)")
            #expect(try stored.accepts(Secret(password)))
        }
    }

    @Test(.tags(.slow), arguments: [scrypt, django])
    func `a stored hash of another program accepts its password alone`(text: String) throws {
        let hash = try PasswordHash(parsing: text)
        #expect(try hash.accepts(Secret("correct horse")))
        #expect(try !hash.accepts(Secret("correct Horse")))
        #expect(hash.text == text)
    }

    @Test func `a hash of passlib accepts its password, letters beyond ASCII too`() throws {
        let hash = try PasswordHash(parsing: Self.passlib)
        #expect(try hash.accepts(Secret("pässwörd")))
        #expect(try !hash.accepts(Secret("passwörd")))
        #expect(try !hash.accepts(Secret("")))
        #expect(hash.text == Self.passlib)
    }

    @Test func `a new hash has a salt of its own and reads back`() throws {
        let cost = try ScryptCost(logN: 4, r: 8, p: 1)
        let random = SeededRandom(seed: 3)
        let first = try PasswordHash.make(of: Secret("pass\0word"), cost: cost, random: random)
        let second = try PasswordHash.make(of: Secret("pass\0word"), cost: cost, random: random)
        #expect(first.text != second.text)
        let read = try PasswordHash(parsing: first.text)
        #expect(read == first)
        #expect(try read.accepts(Secret("pass\0word")))
        // A NUL is a character like any other, not the end.
        #expect(try !read.accepts(Secret("pass")))
    }

    @Test func `only a hash of today's cost is kept`() throws {
        #expect(try !PasswordHash(parsing: Self.scrypt).needsRehash())
        #expect(try PasswordHash(parsing: Self.scrypt).needsRehash(for: ScryptCost(logN: 16, r: 8, p: 3)))
        #expect(try PasswordHash(parsing: Self.django).needsRehash())
        #expect(try PasswordHash(parsing: Self.passlib).needsRehash())
    }

    @Test(arguments: [
        "", "$", "$$$$", "plain", "$scrypt$ln=15,r=8,p=3$AAECAwQFBgcICQoLDA0ODw",
        "$scrypt$ln=15,r=8$AAECAwQFBgcICQoLDA0ODw$ANYWwrwG9exM4wRn3uDhnkTuLMG27uj4k9dz5KrBPkg",
        "$scrypt$r=8,ln=15,p=3$AAECAwQFBgcICQoLDA0ODw$ANYWwrwG9exM4wRn3uDhnkTuLMG27uj4k9dz5KrBPkg",
        "$scrypt$ln=015,r=8,p=3$AAECAwQFBgcICQoLDA0ODw$ANYWwrwG9exM4wRn3uDhnkTuLMG27uj4k9dz5KrBPkg",
        "$scrypt$ln=+15,r=8,p=3$AAECAwQFBgcICQoLDA0ODw$ANYWwrwG9exM4wRn3uDhnkTuLMG27uj4k9dz5KrBPkg",
        scrypt + "=", scrypt + "$", "x" + scrypt, " " + scrypt,
        // An empty or a short hash would fit too much.
        "$scrypt$ln=15,r=8,p=3$AAECAwQFBgcICQoLDA0ODw$", "$scrypt$ln=15,r=8,p=3$AAECAwQFBgcICQoLDA0ODw$AAAA",
        "pbkdf2_sha256$600000$salt$", "pbkdf2_sha256$600000$$YGb0KKvhQFyBf6icppmrXSxAerVX5xNj/cuUUvhwSPM=",
        "pbkdf2_sha1$1$salt$YGb0KKvhQFyBf6icppmrXSxAerVX5xNj/cuUUvhwSPM=",
        "pbkdf2_sha256$600000$salt$YGb0KKvhQFyBf6icppmrXSxAerVX5xNj/cuUUvhwSPM",
        "pbkdf2_sha256$-1$salt$YGb0KKvhQFyBf6icppmrXSxAerVX5xNj/cuUUvhwSPM=",
        "pbkdf2_sha256$600000$" + String(repeating: "s", count: 600),
    ])
    func `a stored text in any other form is refused`(text: String) {
        #expect(throws: CryptoError.malformed) { try PasswordHash(parsing: text) }
    }

    @Test(arguments: [
        "$scrypt$ln=21,r=1,p=1$AAAA$AAAA", "$scrypt$ln=20,r=8,p=1$AAAA$AAAA",
        "$scrypt$ln=15,r=33,p=1$AAAA$AAAA",
        "$scrypt$ln=18,r=8,p=64$AAAA$AAAA", "pbkdf2_sha256$10000001$salt$AAAA",
        "$pbkdf2-sha256$99999999$AAAA$AAAA",
    ])
    func `a stored hash cannot ask for a minute or a gigabyte`(text: String) {
        #expect(throws: CryptoError.unreasonableCost) { try PasswordHash(parsing: text) }
    }
}

extension Tag {
    @Tag static var slow: Self
}
