# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the shell tests share; sourced with the program's path as its argument. Makes a folder of its own, which goes when
# the test ends, and enters it.
#   $binary, $folder    both absolute
#   check NAME command...    counts, and tells what failed, and what the file `err` holds
#   status_of EXPECTED command...    whether it ends so; what it says is in `out` and `err`
#   await FILE    waits until it is there, for twenty seconds at most
#   kill_program PID    kills the program with -9; whether it died of that. Its status is in `status`. Begin "$binary" itself
#       for this: a shell function in the background is a process of its own, whose death the program survives
#   finish    the last line of a test: the counts, and the status
set -u
binary=$(realpath "$1")
folder=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$folder"' EXIT
cd "$folder" || exit 2
passed=0
failed=0
check() {
    local name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $name"
        [ ! -s err ] || sed 's/^/    /' err
    fi
}
status_of() {
    local expected=$1
    shift
    "$@" >out 2>err </dev/null
    local status=$?
    [ "$status" -eq "$expected" ] || { echo "  status $status, not $expected: $*"; return 1; }
}
await() {
    local tries
    for ((tries = 0; tries < 1000; tries++)); do
        [ -e "$1" ] && return
        sleep 0.02
    done
    return 1
}
kill_program() {
    local is_program=false
    [ "/proc/$1/exe" -ef "$binary" ] && is_program=true
    kill -9 "$1" 2>/dev/null
    wait "$1" 2>/dev/null
    status=$?
    $is_program && [ "$status" -eq 137 ]
}
finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
