# Sourced by the scripts beside it: one headline a step, its time, and the end of its log where it fails.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
logs=.build/logs
mkdir -p "$logs"

# Ends the script with one plain line that says what is missing.
stop() {
    printf 'latchkey: %s\n' "$1" >&2
    exit 1
}

# step NAME SECONDS HEADLINE COMMAND…: runs the command into NAME's log, at most so long.
step() {
    local name=$1 limit=$2 headline=$3 begun=$SECONDS status=0
    shift 3
    printf '%-52s' "$headline …"
    timeout --kill-after=20 "$limit" "$@" >"$logs/$name.log" 2>&1 </dev/null || status=$?
    if [ "$status" -eq 0 ]; then
        printf ' %4d s\n' $((SECONDS - begun))
        return
    fi
    printf ' failed after %d s\n' $((SECONDS - begun))
    # The reasons first: a long log may end far behind them.
    grep -E -m 40 ' error: |^error: |✘|^FAILED |^ERROR ' "$logs/$name.log" || true
    printf -- '--- the end of %s\n' "$logs/$name.log"
    tail -n 60 "$logs/$name.log"
    [ "$status" -ne 124 ] || stop "\"$headline\" took longer than $limit s and was ended."
    stop "\"$headline\" failed; all of it is in $logs/$name.log."
}
