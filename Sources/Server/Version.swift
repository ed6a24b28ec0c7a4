/// The version of this source tree; releases are tagged with it.
let version = "0.1.0"
