public struct StoreContract {}
