import COpenSSL
public import Domain

/// OpenSSL's generator, seeded by the kernel.
public struct SystemRandom: RandomSource {
    public init() {}

    /// Bytes that may become public: identifiers, salts, nonces.
    public func bytes(_ count: Int) -> [UInt8] {
        unsafe filled(count) { unsafe RAND_bytes_ex(nil, $0, $1, 0) }
    }

    /// Bytes that stay private: they come from a generator of their own, so that whoever sees the public
    /// ones learns nothing about its state.
    public func key(_ count: Int = 32) -> Secret<[UInt8]> {
        unsafe Secret(filled(count) { unsafe RAND_priv_bytes_ex(nil, $0, $1, 0) })
    }

    private func filled(_ count: Int, by fill: (UnsafeMutablePointer<UInt8>, Int) -> Int32) -> [UInt8] {
        guard count > 0 else { return [] }
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            guard let base = buffer.baseAddress, unsafe fill(base, count) == 1 else {
                // Going on without randomness would hand out guessable keys.
                fatalError("the system's random generator failed")
            }
            filled = count
        }
    }
}
