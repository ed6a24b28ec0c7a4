# Sourced: the one tool that no Debian package brings.

need_swift() {
    command -v swift >/dev/null || stop "no swift on PATH; install Swift 6.3 for Debian 12 from swift.org."
    local found
    found=$(swift --version 2>&1 | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
    [ -n "$found" ] || stop "swift --version did not answer; Latchkey needs Swift 6.3."
    [ "$(printf '%s\n' 6.3 "$found" | sort -V | head -n 1)" = 6.3 ] || stop "Swift $found is too old; Latchkey needs 6.3."
}
