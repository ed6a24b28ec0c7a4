/// The method of a request. Methods are case-sensitive (RFC 9110, 9.1).
public enum Method: Hashable, Sendable {
    case get, head, post, put, patch, delete, options
    case other(String)
}

extension Method: CustomStringConvertible {
    public var description: String {
        switch self {
        case .get: "GET"
        case .head: "HEAD"
        case .post: "POST"
        case .put: "PUT"
        case .patch: "PATCH"
        case .delete: "DELETE"
        case .options: "OPTIONS"
        case .other(let name): name
        }
    }
}
