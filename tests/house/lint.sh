#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What clang-tidy finds in the sources of the last commit and in what is not committed yet. It begins no file after the
# time is up, and says how many it has looked at. With COMMITS it looks at so many commits.
#   lint.sh SOURCE_FOLDER BUILD_FOLDER [SECONDS [COMMITS]]
set -u
cd "$1" || exit 2
build=$2
seconds=${3:-900}
commits=${4:-1}

changed_files() {
    { git log -n "$commits" --format= --name-only && git diff --name-only HEAD; } |
        grep '^src/.*\.cpp$' | sort -u | while read -r file; do [ -f "$file" ] && echo "$file"; done
}

if ! command -v clang-tidy >/dev/null; then
    echo "clang-tidy is not installed; nothing was looked at (skipped)"
    exit 77
fi
files=$(changed_files)
[ -n "$files" ] || { echo "no source file changed"; exit 0; }
look_at() { # FILE, unless the time is up
    (($(date +%s) < end)) || return 0
    echo "$1" >>"$looked_at"
    # The compiler of the build may know warnings that clang does not.
    clang-tidy -p "$build" --quiet --extra-arg-before=-Wno-unknown-warning-option "$1" 2>/dev/null
}
export -f look_at
export build
export end=$(($(date +%s) + seconds))
looked_at=$(mktemp)
export looked_at
trap 'rm -f "$looked_at"' EXIT
printf '%s\n' "$files" | xargs -P "$(nproc)" -I{} bash -c 'look_at {}'
status=$?
echo "clang-tidy looked at $(wc -l <"$looked_at") of $(wc -l <<<"$files") files that changed"
[ "$status" -eq 0 ]
