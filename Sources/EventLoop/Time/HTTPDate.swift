/// Times as HTTP writes them (RFC 9110 section 5.6.7, IMF-fixdate): `Sun, 06 Nov 1994 08:49:37 GMT`. Times
/// outside the years 1970 to 9999 are written as the nearest second inside.
public enum HTTPDate {
    private static let weekdays: StaticString = "SunMonTueWedThuFriSat"
    private static let months: StaticString = "JanFebMarAprMayJunJulAugSepOctNovDec"

    public static func string(_ time: WallTime) -> String {
        var bytes: [UInt8] = []
        append(time, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the text, 29 bytes of ASCII.
    public static func append(_ time: WallTime, to bytes: inout [UInt8]) {
        let civil = CivilTime(seconds: time.seconds)
        append(name: civil.weekday, of: weekdays, to: &bytes)
        bytes.append(ascii: ", ")
        bytes.append(civil.day, width: 2)
        bytes.append(ascii: " ")
        append(name: civil.month - 1, of: months, to: &bytes)
        bytes.append(ascii: " ")
        bytes.append(civil.year, width: 4)
        bytes.append(ascii: " ")
        bytes.append(civil.hour, width: 2)
        bytes.append(ascii: ":")
        bytes.append(civil.minute, width: 2)
        bytes.append(ascii: ":")
        bytes.append(civil.second, width: 2)
        bytes.append(ascii: " GMT")
    }

    private static func append(name index: Int, of names: StaticString, to bytes: inout [UInt8]) {
        names.withUTF8Buffer { names in
            unsafe bytes.append(contentsOf: names[(3 * index)..<(3 * index + 3)])
        }
    }
}
