#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Messages written in an editor: what it is shown, what comes back, and that no draft is ever lost.
#   editor.sh BINARY
source "$(dirname "$0")/checks.sh" "$1"
mkdir state tmp
export XDG_STATE_HOME=$folder/state TMPDIR=$folder/tmp
drafts=$folder/state/reklamaatio/drafts
unset VISUAL EDITOR
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

run open "Kiuas halkesi" -c "Maija Meikäläinen <maija@example.fi>" -m "Lasi on rikki."
run customer edit C-1 --prefers letter
"$binary" --no-config --db x.db policy show >policy.toml
printf '\n[person.pekka]\nname = "Pekka Nieminen"\nauthority = 50\n' >>policy.toml
run policy apply policy.toml

words='Pahoittelen.\n# not this\n\nUusi tulee.'
check "words come from the editor" run contact R-1 -e
check "it is shown the complaint" grep -q '^# R-1         Kiuas halkesi$' seen
check "whose it is, and how they like to be written to" \
    grep -q '^# Customer    Maija Meikäläinen, maija@example.fi, prefers letter$' seen
check "what the customer says" grep -q '^# Asks        Lasi on rikki.$' seen
check "what is owed" grep -q '^# Owed        the first answer is due ' seen
check "and then" grep -q '^#             resolution is due ' seen
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

# Whatever is in the way is told before a letter is written.
rm -f seen
words='in vain'
check "a refused command starts no editor" fails_with 1 reopen R-1 -e
check "wrong amounts do not either" fails_with 2 offer R-1 refund --amount 5x -e
check "nor times that have passed" fails_with 1 promise R-1 "a new one" --by 2020-01-01 -e
check "nor does what is not permitted" fails_with 1 offer R-1 refund --amount 500 -e --as pekka
check "whose reason is told" grep -q 'pekka may grant up to 50.00 EUR' err
check "nor misspelt steps" fails_with 2 step R-1 apologize -e
check "nor do alerts that are not there" fails_with 1 alerts --ack R-1 -e
check "nor does a message that goes with nothing" fails_with 2 alerts -e
check "nothing was asked" [ ! -e seen ]
words='We pay it back.'
check "an offer is written" run offer R-1 refund --amount 5 -e --as pekka
check "and shown the complaint" grep -q '^# R-1         Kiuas halkesi$' seen
words='A new one.'
check "a promise is written" run promise R-1 "a new stove" --by +2d -e
check "and shown what is owed" grep -q '^#             offer 1, refund 5.00 EUR, waiting for an answer' seen
run open "Ovi" -c "Bob <bob@example.fi>"
words='Both.'
check "of several there is a line each" run note R-1,R-2 -e
check "the first" grep -q '^# R-1  Kiuas halkesi, Maija Meikäläinen (prefers letter)$' seen
check "the second" grep -q '^# R-2  Ovi, Bob$' seen
words='Door.'
check "ids come from standard input" [ "$(echo 2 | "$binary" --no-config --db x.db note - -e 2>&1)" = "" ]
check "to the letter as well" grep -q '^# R-2         Ovi$' seen

# What changes while the letter is written is judged again.
words='too late'
meanwhile="'$binary' --no-config --db x.db resolve R-2 --force -m done"
cat >slow <<END
#!/bin/sh
$meanwhile >/dev/null 2>&1
echo 'too late' >"\$1"
END
chmod +x slow
export VISUAL="$folder/slow"
check "a command that is refused behind the letter" fails_with 1 step R-2 apologise -e
unset VISUAL
check "names the draft" grep -q "; what you wrote is kept in $drafts/reklamaatio-.*; use it with -m - <" err
file=$(sed 's/.* -m - <//' err)
check "which has the words alone" [ "$(cat "$file")" = "too late" ]
check "and is private" [ "$(stat -c %a "$file")" = 600 ]
check "it can be used again" sh -c "'$binary' --no-config --db x.db note R-2 -m - <'$file'"
export VISUAL="$folder/slow"
run reopen R-2 -m again
check "JSON errors name it as well" fails_with 1 step R-2 apologise -e --json
unset VISUAL
check "in their message" grep -q '^{"error":".*what you wrote is kept in .*","status":1,"code":' err
rm -f "$drafts"/*

words='half a'
status=3
check "an editor that fails" fails_with 1 note R-1 -e
check "says where the text is" grep -q "failed; what you wrote is kept in $drafts/" err
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
unset XDG_STATE_HOME HOME
words='anywhere'
check "without a home" run note R-1 -e --dry-run
check "drafts are in TMPDIR" grep -q "is kept in $folder/tmp/reklamaatio-" err

# Others go on while somebody writes: what they did stands, and is told.
cat >meanwhile <<'END'
#!/bin/sh
"$binary" --no-config --db y.db --as pekka edit R-1 --subject "${subject:-Kiuas vuotaa}" </dev/null
printf 'Pahoittelen.\n' >"$1"
END
chmod +x meanwhile
export binary
"$binary" --no-config --db y.db open "Kiuas halkesi" >/dev/null 2>&1
"$binary" --no-config --db y.db open "Ovi vuotaa" >/dev/null
check "a letter is logged, though somebody came before" status_of 0 env VISUAL="$folder/meanwhile" "$binary" --no-config --db y.db --as maria contact R-1 -e
check "of whom is told" grep -qE "^reklamaatio: R-1 was changed while you wrote, last by pekka: edited \(subject .* → Kiuas vuotaa\); reklamaatio log R-1 has it all$" err
check "what they did stands" [ "$("$binary" --no-config --db y.db export --columns subject --no-header | head -n 1)" = "Kiuas vuotaa" ]
check "what others do elsewhere is no matter" status_of 0 env VISUAL="$folder/meanwhile" "$binary" --no-config --db y.db --as maria contact R-2 -e
check "and not told" [ ! -s err ]
check "nor is what one does oneself" status_of 0 env subject="Kiuas vuotaa taas" VISUAL="$folder/meanwhile" "$binary" --no-config --db y.db --as pekka contact R-1 -e
check "of that nothing is said" [ ! -s err ]

finish
