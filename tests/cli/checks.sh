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
# linger_then_kill PID: lets a program run for a while and kills it; true where it was killed at its work. `status` is what
# it ended with. The while gets shorter with each that had ended, and longer with each that had not: so both come to pass
# however fast the machine is, and most deaths come near the end. `never` is a descriptor from which nothing ever comes.
lifetime=4000 # microseconds
linger_then_kill() {
    local seconds microseconds=$((lifetime * (50 + RANDOM % 100) / 100)) killed=false
    printf -v seconds '%d.%06d' $((microseconds / 1000000)) $((microseconds % 1000000))
    read -rt "$seconds" -u "$never"
    kill_program "$1" && killed=true
    lifetime=$((lifetime * 5 / 4 + 100))
    [ "$status" -eq 137 ] || lifetime=$((lifetime * 3 / 5))
    $killed
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
