#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Messages written in an editor: what it is shown, what comes back, and that no draft is ever lost.
#   editor.sh BINARY
set -u
binary=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 2
mkdir config tmp
export XDG_CONFIG_HOME=$folder/config TMPDIR=$folder/tmp
drafts=$folder/config/reklamaatio/drafts
unset VISUAL EDITOR
passed=0
failed=0
check() { # check NAME CONDITION...
    local name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $name"
        [ ! -e err ] || sed 's/^/    /' err
    fi
}
run() { "$binary" --no-config --db x.db "$@" >out 2>err </dev/null; }
draft_count() { find "$drafts" "$folder/tmp" -type f 2>/dev/null | wc -l; }
fails_with() { # fails_with STATUS command...
    local expected=$1
    shift
    run "$@"
    [ $? -eq "$expected" ]
}
# An editor that keeps what it was shown, and writes what $words say in front of it.
cat >editor <<'END'
#!/bin/sh
cp "$1" "${seen:-/dev/null}"
{ printf '%b\n' "$words"; cat "$seen"; } >"$1"
exit "${status:-0}"
END
chmod +x editor
export EDITOR="$folder/editor" seen=$folder/seen words status

run open "Kiuas halkesi" -c "Maija Meikäläinen <maija@example.fi>"

words='Pahoittelen.\n# not this\n\nUusi tulee.'
check "words come from the editor" run contact R-1 -e
check "it is shown the complaint" grep -q '^# R-1  Kiuas halkesi, Maija Meikäläinen$' seen
check "and what is to be written" grep -q '^# Write above this line: what was said' seen
run show R-1
check "lines that begin with # are left out" grep -q 'Pahoittelen.$' out
check "the rest is kept" grep -q 'Uusi tulee.$' out
check "nothing else is" [ "$(grep -c 'not this\|left out' out)" -eq 0 ]
check "no draft stays behind" [ "$(draft_count)" -eq 0 ]
check "drafts have a private folder" [ "$(stat -c %a "$drafts")" = 700 ]

words=''
check "an empty text aborts" fails_with 1 note R-1 -e
check "in a sentence" grep -qx 'reklamaatio: nothing was written in the editor, so nothing was done' err
check "and leaves no draft" [ "$(draft_count)" -eq 0 ]

rm seen
words='never asked'
check "for a complaint that is not there no editor is started" fails_with 1 note R-9 -e
check "it was not" [ ! -e seen ]

words='in vain'
check "a command that is refused" fails_with 1 reopen R-1 -e
check "names the draft" grep -q "; what you wrote is kept in $drafts/reklamaatio-" err
file=$(sed 's/.* is kept in //' err)
check "which is there" grep -q '^in vain$' "$file"
check "and private" [ "$(stat -c %a "$file")" = 600 ]
check "JSON errors name it as well" fails_with 1 reopen R-1 -e --json
check "in their message" grep -q '^{"error":".*what you wrote is kept in .*","status":1}$' err
rm -f "$drafts"/*

words='half a'
status=3
check "an editor that fails" fails_with 1 note R-1 -e
check "says where the text is" grep -q "failed; what was written is kept in $drafts/" err
check "which is kept" [ "$(draft_count)" -eq 1 ]
rm -f "$drafts"/*
words=''
check "without a text" fails_with 1 note R-1 -e
check "nothing is kept" [ "$(draft_count)" -eq 0 ]
status=0

words='\0377'
check "what is no text is refused" fails_with 2 note R-1 -e
check "and kept" [ "$(draft_count)" -eq 1 ]
rm -f "$drafts"/*

words='to see'
check "a dry run" run note R-1 -e --dry-run
check "keeps the words, and says where" grep -q "what you wrote is kept in $drafts/" err
rm -f "$drafts"/*

export VISUAL=false
check "VISUAL is asked before EDITOR" fails_with 1 note R-1 -e
check "by its name" grep -q "the editor 'false' failed" err
unset VISUAL EDITOR
check "without terminal and editor it is an error of usage" fails_with 2 note R-1 -e
check "that says what to do" grep -q 'name an editor in VISUAL' err
export EDITOR="$folder/editor"
unset XDG_CONFIG_HOME HOME
words='anywhere'
check "without a home" fails_with 1 reopen R-1 -e
check "drafts are in TMPDIR" grep -q "is kept in $folder/tmp/reklamaatio-" err

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
