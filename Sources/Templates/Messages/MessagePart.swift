/// What a message is made of.
enum MessagePart: CaseIterable, Hashable {
    /// The first line of the text file: `Subject: …`.
    case subject
    case text
    case html
    case sms

    /// The end of the name of the file that holds it.
    var ending: String {
        switch self {
        case .subject, .text: ".txt"
        case .html: ".html"
        case .sms: ".sms.txt"
        }
    }
}

/// How long an SMS may be: the longest that fits one segment is sent.
enum SMSForm: CaseIterable {
    case full
    case brief
    /// In Latin letters, so that 160 characters fit and not 70.
    case latin

    var variable: MessageVariable {
        switch self {
        case .full: .full
        case .brief: .brief
        case .latin: .latin
        }
    }
}
