import COpenSSL

/// The owner of one EC_GROUP: the curve P-256.
@safe struct Curve: ~Copyable {
    private let pointer: OpaquePointer

    init() throws(CryptoError) {
        unsafe pointer = try require(
            EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1), else: .engineFailed)
    }

    deinit {
        unsafe EC_GROUP_free(pointer)
    }

    /// The uncompressed public point of a private scalar. Refuses a scalar outside 1…n-1.
    borrowing func point(of scalar: borrowing BigNumber) throws(CryptoError) -> [UInt8] {
        let order = unsafe try require(EC_GROUP_get0_order(pointer), else: .engineFailed)
        let point = unsafe try require(EC_POINT_new(pointer), else: .engineFailed)
        defer { unsafe EC_POINT_free(point) }
        var bytes = [UInt8](repeating: 0, count: 65)
        try unsafe scalar.lend { scalar throws(CryptoError) in
            guard unsafe BN_is_zero(scalar) == 0, unsafe BN_cmp(scalar, order) < 0 else { throw .invalidKey }
            try require(unsafe EC_POINT_mul(pointer, point, scalar, nil, nil, nil), else: .engineFailed)
        }
        let written = unsafe EC_POINT_point2oct(
            pointer, point, POINT_CONVERSION_UNCOMPRESSED, &bytes, bytes.count, nil)
        guard written == bytes.count else { throw .engineFailed }
        return bytes
    }
}
