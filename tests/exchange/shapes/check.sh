#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Imports each file of a folder as its profile says, and compares what `export` gives with what was expected; then once
# more, which changes nothing; then with the profile that --detect proposes, which need not be right, but is counted.
#   check.sh BINARY FOLDER
# The command is the one in the head of the profile, so that an example cannot lie; with --keep-going in it some rows do
# not fit, and are those that the expected ones lack.
shapes=$(realpath "$2")
source "$(dirname "$0")/../../cli/checks.sh" "$1"
export TZ=Europe/Helsinki REKLAMAATIO_NOW=2026-12-01T12:00:00Z
reklamaatio() { "$binary" --no-config --db "$db" "$@"; }

# The words between `import` and --profile of the command in a profile's head.
options_of() { sed -n "s/^#   reklamaatio import \(.*\)--profile $1\.toml $1\.csv\$/\1/p" "$1.toml"; }
shows_command() { grep -q "^#   reklamaatio import .*--profile $1\.toml $1\.csv\$" "$1.toml"; }
is_as_expected() {
    reklamaatio export --columns "$(head -n 1 "$1.expected.csv")" >got 2>err && diff -u "$1.expected.csv" got
}
# Adds_nothing STATUS import...
adds_nothing() {
    reklamaatio export --events >before
    status_of "$@" && reklamaatio export --events | cmp - before
}

check_shape() {
    local name=$1 options status=0
    db=$name.db
    check "$name: its profile shows the command" shows_command "$name"
    read -ra options <<<"$(options_of "$name")"
    [[ ${options[*]} != *--keep-going* ]] || status=3
    local import=(reklamaatio import "${options[@]}" --profile "$name.toml" "$name.csv")
    check "$name: a new database" status_of 0 reklamaatio init
    check "$name: import" status_of "$status" "${import[@]}"
    check "$name: the rows" is_as_expected "$name"
    check "$name: the same again changes nothing" adds_nothing "$status" "${import[@]}"
    check "$name: verify" status_of 0 reklamaatio verify
}

# Which column each field has, `field = "Column"`; joined ones, which are never proposed, are left out.
columns_of() { sed -n '/^\[columns\]/,/^\[[^c]/s/^\([a-z_]* = "[^"]*"\).*/\1/p' "$1" | sort; }

# Counts which of our columns are proposed, and tells which fields are proposed to have another one.
compare_proposal() {
    columns_of "$1.toml" >ours
    columns_of "$1.proposed.toml" >theirs
    wanted=$((wanted + $(wc -l <ours)))
    found=$((found + $(comm -12 ours theirs | wc -l)))
    comm -13 ours theirs | sed "s/^/$1: proposed otherwise: /"
}

# What a person has to say: which of the formats of times is meant; or to leave out rows that are wrong in themselves.
one_edit() {
    local first=MM
    if grep -q '^# date_format = ' "$1.proposed.toml"; then
        ! grep -q '^date_format = "\(D\|%d\)' "$1.toml" || first=DD
        sed -i "s/^# \(date_format = \"$first\)/\1/" "$1.proposed.toml"
        reklamaatio import --profile "$1.proposed.toml" "$1.csv"
    else
        status_of 3 reklamaatio import --keep-going --profile "$1.proposed.toml" "$1.csv"
    fi
}

# What is proposed may need a person; a file that cannot be read without a word of his is refused.
try_proposal() {
    local name=$1 status
    db=$name.proposed.db
    reklamaatio import --detect "$name.csv" --save "$name.proposed.toml" >out 2>err &&
        compare_proposal "$name" &&
        reklamaatio init >/dev/null &&
        reklamaatio import --profile "$name.proposed.toml" "$name.csv" >out 2>err
    status=$?
    check "$name: what is proposed is imported or refused" [ "$status" -eq 0 -o "$status" -eq 65 ]
    if [ "$status" -eq 0 ]; then
        at_once+=("$name")
    elif one_edit "$name" >out 2>err; then
        after_one_edit+=("$name")
    fi
}

at_once=()
after_one_edit=()
wanted=0
found=0
cp "$shapes"/*.csv "$shapes"/*.toml .
names=(*.expected.csv)
names=("${names[@]%.expected.csv}")
for name in "${names[@]}"; do
    check_shape "$name"
    try_proposal "$name"
done
echo "columns proposed as in the profiles: $found of $wanted"
echo "imported at once as proposed: ${#at_once[@]} of ${#names[@]}: ${at_once[*]}"
echo "imported after one edit: ${#after_one_edit[@]}: ${after_one_edit[*]}"
# What was once proposed stays so: raise these when more is.
check "no fewer columns are proposed than before" [ "$found" -ge 178 ]
check "no fewer files are imported as proposed" [ "${#at_once[@]}" -ge 19 ]
check "all are imported at once or after one edit" [ "$((${#at_once[@]} + ${#after_one_edit[@]}))" -eq "${#names[@]}" ]
check "there are twenty shapes or more" [ "${#names[@]}" -ge 20 ]
finish
