#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check_readme.sh [--update] BINARY README: replays the ```console blocks of the README, in order, in a temporary
# folder with a fixed time, and compares what is printed with what is written there; likewise the table of commands
# with the help. A line that is only … stands for any lines. With --update what differs is written again.
set -uo pipefail

update=false
if [[ ${1-} == --update ]]; then
    update=true
    shift
fi
binary=$(readlink -f -- "$1")
readme=$(readlink -f -- "$2")
demo=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")

folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
mkdir -p "$folder/bin" "$folder/home" "$folder/work/tests/demo"
ln -s "$binary" "$folder/bin/reklamaatio"
cp -- "$demo/complaints.csv" "$demo/shop.toml" "$folder/work/tests/demo"
cd -- "$folder/work" || exit 1

unset "${!REKLAMAATIO_@}" "${!XDG_@}"
export HOME=$folder/home PATH=$folder/bin:$PATH LC_ALL=C.UTF-8
# The width is that of a page; the people at work are those of the text.
export REKLAMAATIO_NOW="2026-11-20 12:00" REKLAMAATIO_WIDTH=96 REKLAMAATIO_AS=maria

# Where it lies is told when it is made, and differs from reader to reader.
reklamaatio init -q || exit 1

differences=0
commands=0
written=$folder/README.md
: >"$written"

# The expected lines as a pattern of bash.
pattern_of() {
    sed -e 's/[][\\*?+@!()|]/\\&/g' -e 's/^…$/*/' <<<"$1"
}

# settle PLACE WHAT EXPECTED ACTUAL: writes the one that holds, and tells when they differ.
settle() {
    local place=$1 what=$2 expected=$3 actual=$4 pattern
    pattern=$(pattern_of "$expected")
    # shellcheck disable=SC2053 # a pattern is meant
    if [[ $actual == $pattern ]]; then
        actual=$expected
    else
        differences=$((differences + 1))
        if ! $update; then
            printf '%s:%s: %s\n' "$readme" "$place" "$what" >&2
            diff -u --label written --label printed <(printf '%s\n' "$expected") <(printf '%s\n' "$actual") |
                sed 's/^/    /' >&2
        fi
    fi
    [[ -z $actual ]] || printf '%s\n' "$actual" >>"$written"
}

# Leaves the status as `$?` for the next command, as a shell does.
with_status() {
    return "$1"
}

# In this shell, so that exported variables stay.
replay() {
    with_status "$last_status"
    eval "$1" >"$folder/printed" 2>&1 </dev/null
    last_status=$?
}

command_rows() {
    reklamaatio help | awk '/^  [a-z]/ { name = $1; sub(/^ +[a-z]+ +/, ""); print "| `" name "` | " $0 " |" }'
}

mapfile -t lines <"$readme"
last_status=0
in_block=false
i=0
while ((i < ${#lines[@]})); do
    line=${lines[i]}
    printf '%s\n' "$line" >>"$written"
    i=$((i + 1))
    case $line in
        '```console') in_block=true ;;
        '```') in_block=false ;;
        '| Command | '*)
            printf '%s\n' "${lines[i]}" >>"$written"
            i=$((i + 1))
            place=$i
            expected=
            while [[ ${lines[i]-} == '|'* ]]; do
                expected+=${expected:+$'\n'}${lines[i]}
                i=$((i + 1))
            done
            settle "$place" "the table of commands is not that of the help" "$expected" "$(command_rows)"
            ;;
        '$ '*)
            $in_block || continue
            place=$i
            command=${line#'$ '}
            while [[ $command == *\\ ]]; do
                printf '%s\n' "${lines[i]}" >>"$written"
                command=${command%\\}${lines[i]}
                i=$((i + 1))
            done
            expected=
            while [[ ${lines[i]-'```'} != '```' && ${lines[i]} != '$ '* ]]; do
                expected+=${expected:+$'\n'}${lines[i]}
                i=$((i + 1))
            done
            # An empty line before the next command is layout.
            spacer=
            if [[ $expected == *$'\n' ]]; then
                expected=${expected%$'\n'}
                spacer=$'\n'
            fi
            commands=$((commands + 1))
            replay "$command"
            settle "$place" "$command" "$expected" "$(<"$folder/printed")"
            printf '%s' "$spacer" >>"$written"
            ;;
    esac
done

if ((commands == 0)); then
    printf '%s: there is no command in it\n' "$readme" >&2
    exit 1
fi
if $update; then
    cat -- "$written" >"$readme"
    printf '%s commands replayed, %s places written again\n' "$commands" "$differences"
    exit 0
fi
printf '%s commands replayed, %s places differ\n' "$commands" "$differences"
((differences == 0))
