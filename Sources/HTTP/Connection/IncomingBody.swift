/// A body that did not come in one piece with its head.
final class IncomingBody {
    enum Progress {
        case needsMore
        case done
        case refused(Refusal)
    }

    private enum Framing {
        case length(Int)
        case chunked(ChunkedDecoder)
    }

    let head: RequestHead
    private(set) var bytes: [UInt8] = []
    private var framing: Framing

    init(_ head: RequestHead, length: Int) {
        self.head = head
        framing = .length(length)
    }

    init(chunkedAfter head: RequestHead) {
        self.head = head
        framing = .chunked(ChunkedDecoder())
    }

    /// Takes what belongs to this body; gives the number of bytes used and how far it has come.
    func take(_ input: Span<UInt8>, limit: Int) -> (used: Int, progress: Progress) {
        switch framing {
        case .length(let length):
            let used = min(length - bytes.count, input.count)
            bytes.append(from: input, at: 0..<used)
            return (used, bytes.count == length ? .done : .needsMore)
        case .chunked(var decoder):
            let (used, state) = decoder.decode(input, into: &bytes, limit: limit)
            framing = .chunked(decoder)
            switch state {
            case .needsMore: return (used, .needsMore)
            case .done: return (used, .done)
            case .refused(let refusal): return (used, .refused(refusal))
            }
        }
    }
}
