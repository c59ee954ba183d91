#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# up_to_date.sh DOCGEN SOURCE: whether man/ and completions/ are what the program's tables say now, whether the pages
# are clean, and whether completion in bash offers what it should.
set -u

docgen=$1
source=$2
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
faults=0

fail() {
    printf 'up_to_date: %s\n' "$*" >&2
    faults=$((faults + 1))
}

"$docgen" "$folder" || { fail "docgen failed; nothing else can be checked"; exit 1; }

# --- the files in the source tree ---------------------------------------------------------------------------------

for part in man completions; do
    diff -ru "$source/$part" "$folder/$part" >&2 ||
        fail "$part/ is not what docgen writes; run: cmake --build --preset release --target docs"
done

# --- pages --------------------------------------------------------------------------------------------------------

if command -v mandoc >/dev/null; then
    for page in "$folder"/man/*; do
        lint=$(mandoc -T lint -W warning "$page" 2>&1)
        [[ -z $lint ]] || fail "mandoc finds faults: $lint"
    done
else
    echo "up_to_date: mandoc is not installed; the pages were not linted (skipped)"
fi

# Braces are for placeholders, but in what is typed as it stands they are braces.
if command -v mandoc >/dev/null; then
    mandoc -T utf8 "$folder"/man/* | sed 's/.\x08//g' | tr -d '[:space:]' >"$folder/pages"
    while read -r typed; do
        grep -qF -- "${typed//[[:space:]]/}" "$folder/pages" || fail "no page has '$typed' as it stands"
    done < <(awk -F'`' '{ for (i = 2; i < NF; i += 2) if ($i ~ /[{}]/) print $i }' "$source"/src/docgen/prose/*.txt)
fi

# Every command has its row in its own file, with its name in front.
commands=$(cat "$source"/src/cli/commands/*.cpp | grep -A1 'CommandRow k_[a-z]*{' | sed -n 's/^[^"]*"\([a-z]*\)",.*/\1/p')
[[ $(wc -w <<<"$commands") -ge 15 ]] || fail "the commands were not found in src/cli/commands; mend the search here"
for command in $commands; do
    [[ -s $folder/man/reklamaatio-$command.1 ]] || fail "the command $command has no page"
done

# Lines of EXAMPLES, with continued ones put together: what a reader may paste into a shell.
for page in "$folder"/man/*; do
    wrong=$(awk '
        /^\.S[HS] / { examples = ($0 == ".SH EXAMPLES") }
        /^\.EX/ { inside = examples; next }
        /^\.EE/ { inside = 0 }
        inside { if (!continued && $0 !~ /^reklamaatio /) print; continued = /\\e$/ }' "$page")
    [[ -z $wrong ]] || fail "an example of ${page##*/} does not begin with reklamaatio: $wrong"
done

# No table tells what the reader of the policy and the program's environment ask for; the texts must keep up with them.
mentions() { # PAGE WORD
    grep -qF -- "${2//-/\\-}" "$folder/man/$1"
}
keys=$(grep -rhoE '(string|strings|number|subtable|find|with_each|read_words|read_texts)\((reader, )?"[a-z_]+"' "$source"/src/policy/*.cpp |
    sed 's/.*"\(.*\)"/\1/' | sort -u)
[[ $(wc -w <<<"$keys") -ge 15 ]] || fail "the keys were not found in src/policy; mend the search here"
for key in $keys; do
    mentions reklamaatio-policy.5 "$key" || fail "reklamaatio-policy.5 says nothing of the key $key"
done
variables=$(grep -rhoE '"REKLAMAATIO_[A-Z_]+"|variable\("[A-Z_]+"|"XDG_[A-Z_]+"' "$source"/src/cli | sed 's/.*"\(.*\)"/\1/' | sort -u)
for variable in $variables; do
    [[ $variable == REKLAMAATIO_DRAFT ]] && continue # between the program and the editor
    mentions reklamaatio.1 "$variable" || fail "reklamaatio.1 says nothing of the variable $variable"
done

# --- completion in bash -------------------------------------------------------------------------------------------

# Sourced without the package bash-completion.
source "$folder/completions/reklamaatio.bash" || fail "reklamaatio.bash cannot be sourced"
bash -n "$folder/completions/reklamaatio.bash" || fail "reklamaatio.bash has a syntax error"
mkdir -p "$folder/files" && touch "$folder/files/orders.csv" "$folder/files/old orders.csv"
cd "$folder/files" || exit 1

# completed WORD...: what TAB offers behind them; the last one is what was typed so far.
completed() {
    COMP_WORDS=(reklamaatio "$@")
    COMP_CWORD=$#
    COMPREPLY=()
    _reklamaatio
    printf '%s\n' "${COMPREPLY[@]-}"
}

offers() { # EXPECTED WORD...: that is offered, among others
    local expected=$1
    shift
    completed "$@" | grep -qxF -- "$expected" ||
        fail "completion of 'reklamaatio $*' does not offer '$expected' but: $(completed "$@" | tr '\n' ' ')"
}

gives() { # EXPECTED WORD...: exactly that is offered
    local expected=$1
    shift
    local given
    given=$(completed "$@" | paste -sd' ')
    [[ $given == "$expected" ]] || fail "completion of 'reklamaatio $*' gives '$given' instead of '$expected'"
}

for command in $commands; do
    offers "$command" ""
done
gives "import" im
gives "contact config" co
gives "" xyzzy
offers --customer open --
offers --db open --
offers --db --d
gives "--keep-going" import --keep-g
gives "" import --answ
gives "praise" open --kind pr
gives "claim" classify R-1 -k cl
gives "complaint claim" open --kind = c
gives "new,open" list --status new,op
gives "-due" list --sort -du
gives "csv" --format c
gives "open" --db x.db op
gives "open" --db = x.db op
gives "open" --now "2026-11-21 14" : "05" op
gives "--priority" --db x.db --format csv open --prio
gives "urgent" --db x.db -q list --priority u
gives "sla" report sl
gives "flow" --json report --by month fl
gives "check" policy ch
gives "orders.csv" policy apply or
gives "orders.csv" import --profile or
offers "old orders.csv" import o
offers "orders.csv" import o
gives "old orders.csv" import orders.csv ol
gives "orders.csv" list -o or
gives "classify" help cl
gives "" note R-1 -m o
gives "" show R-

# The real thing: TAB in an interactive bash, where the file with a blank is to be quoted.
if command -v script >/dev/null && script -qec true /dev/null >/dev/null 2>&1; then
    typed=$(printf "source '%s'; reklamaatio() { printf '<%%s>' \"\$@\" >'%s'; }\nreklamaatio imp\t old\t\nexit\n" \
        "$folder/completions/reklamaatio.bash" "$folder/typed")
    printf '%s\n' "$typed" | TERM=dumb script -qec 'bash --norc --noprofile -i' /dev/null >/dev/null 2>&1
    [[ $(cat "$folder/typed" 2>/dev/null) == '<import><old orders.csv>' ]] ||
        fail "TAB in an interactive bash gave: $(cat "$folder/typed" 2>/dev/null)"
else
    echo "up_to_date: there is no terminal to be had; completion was not tried at a terminal (skipped)"
fi

[[ $faults -eq 0 ]] || { printf 'up_to_date: %s faults\n' "$faults" >&2; exit 1; }
