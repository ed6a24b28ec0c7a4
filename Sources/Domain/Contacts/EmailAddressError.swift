/// Why a text is no e-mail address that Latchkey sends to.
public enum EmailAddressError: Error, Hashable, CaseIterable {
    /// More than 254 bytes in all (RFC 5321, 4.5.3.1.3, less the angle brackets).
    case tooLong
    /// No `@`, or nothing on one side of it.
    case incomplete
    /// A space, a control character, CR, LF or NUL, or a local part outside ASCII.
    case unprintable
    /// `"a b"@example.com`: hardly any mailbox has one, and every mail program reads the quotes differently.
    case quotedLocalPart
    /// Not atoms with single dots between them (RFC 5322, 3.2.3).
    case localPart
    /// A local part of more than 64 bytes (RFC 5321, 4.5.3.1.1).
    case localPartTooLong
    /// `a@[192.0.2.1]`: nobody owns an address in a network the way one owns a name.
    case addressLiteral
    /// A label that is not 1 to 63 letters, digits and inner hyphens, or a dot at the end.
    case domain
    /// The domain is not in ASCII: the edge has to convert it to A-labels first.
    case domainNotConverted
    /// A domain of one label, such as `localhost`.
    case singleLabel
    /// The last label is a number, as in `a@192.0.2.1`.
    case numericTopLevel
}
