/// How a session was opened: the `amr` of its tokens.
public enum AuthenticationMethod: String, CaseIterable, Sendable {
    case email
    case phone
    case qr
    case password = "pwd"
}
