# Sourced: which Debian packages each task needs, and how the missing ones come in.

building=(ca-certificates git libcurl4-openssl-dev libqrencode-dev libsqlite3-dev libssl-dev make pkg-config zlib1g-dev)
testing=(iproute2 nginx-light openssl procps prometheus python3 python3-venv slowhttptest strace testssl.sh wrk)

installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# need_packages NAME…: installs what is missing; asks the network for nothing when all is there.
need_packages() {
    command -v dpkg-query >/dev/null || stop "this needs Debian 12; elsewhere install by hand what corresponds to: $*"
    local name missing=()
    for name; do
        installed "$name" || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    [ "$(id -u)" -eq 0 ] || stop "missing Debian packages and not root; run: sudo apt-get install --no-install-recommends ${missing[*]}"
    step apt-update 300 "Package lists" apt-get update -o Acquire::Retries=3
    step apt-install 900 "Install ${missing[*]}" scripts/install-packages "${missing[@]}"
}
