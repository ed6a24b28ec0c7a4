import CCurl
import Glibc

/// Domain names of any script (IDNA 2008), as libcurl reads them.
public enum InternationalName {
    /// The A-labels of a name, in lower case; nil when it is no host name. A name that another script can imitate
    /// stays another name: its A-labels differ.
    public static func toASCII(_ name: String) -> String? {
        // Anything that a URL gives a meaning of its own would be read as something else than a host.
        guard !name.isEmpty, name.utf8.count <= 1024,
            name.unicodeScalars.allSatisfy({ !$0.isASCII || isHostCharacter($0) })
        else { return nil }
        // libidn2 reads the name in the character set of the thread's locale, whatever the process was started in.
        let before = unsafe uselocale(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
        defer { unsafe freelocale(uselocale(before)) }
        guard let url = unsafe curl_url() else { return nil }
        defer { unsafe curl_url_cleanup(url) }
        guard unsafe curl_url_set(url, CURLUPART_URL, "https://\(name)/", 0) == CURLUE_OK else { return nil }
        var part: UnsafeMutablePointer<CChar>?
        guard unsafe curl_url_get(url, CURLUPART_HOST, &part, latchkey_CURLU_PUNYCODE) == CURLUE_OK,
            let host = unsafe part
        else { return nil }
        defer { unsafe curl_free(host) }
        let text = unsafe String(cString: host).lowercased()
        // What a label is made of may vanish altogether, such as a joiner between nothing.
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.allSatisfy { $0 < 0x80 } && !labels.contains("") ? text : nil
    }

    private static func isHostCharacter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
            || scalar == "-" || scalar == "."
    }
}
