/// Something that is told when its descriptor becomes ready, on the loop that watches it.
public protocol DescriptorHandler: AnyObject {
    func ready(_ readiness: IOEvents)
}

/// Who is to be told about which descriptor. An event that was fetched before its descriptor was closed and
/// its number reused carries an old generation, and finds nobody.
struct WatchTable {
    private struct Row {
        var generation: UInt32 = 0
        var handler: (any DescriptorHandler)?
    }

    private var rows: [Row] = []

    /// Enters a handler and gives the tag that its events carry.
    mutating func enter(_ fd: Int32, _ handler: any DescriptorHandler) -> UInt64 {
        let index = Int(fd)
        if index >= rows.count {
            rows.append(contentsOf: repeatElement(Row(), count: index + 1 - rows.count))
        }
        rows[index].generation &+= 1
        rows[index].handler = handler
        return tag(fd)
    }

    func tag(_ fd: Int32) -> UInt64 {
        UInt64(rows[Int(fd)].generation) << 32 | UInt64(UInt32(bitPattern: fd))
    }

    mutating func leave(_ fd: Int32) {
        guard Int(fd) < rows.count else { return }
        rows[Int(fd)].handler = nil
    }

    func handler(for tag: UInt64) -> (any DescriptorHandler)? {
        let index = Int(UInt32(truncatingIfNeeded: tag))
        guard index < rows.count, rows[index].generation == UInt32(truncatingIfNeeded: tag >> 32) else {
            return nil
        }
        return rows[index].handler
    }
}
