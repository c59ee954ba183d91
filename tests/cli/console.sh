#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether the player of transcripts passes what is right, and nothing that is misspelt: each line of a transcript that
# means nothing is named with its place.
#   console.sh CONSOLE
source "$(dirname "$0")/checks.sh" "$1"
plays() { status_of 0 "$binary" t.console; } # plays: the transcript on standard input
fails_at() {                                # fails_at LINE WORDS: that line is named, with these words
    status_of 1 "$binary" t.console && grep -qF "t.console:$1: $2" err && grep -q ', 1 misspelt$' out
}

cat >t.console <<'END'
# Everything that there is.
@now 2026-11-20T10:00:00Z
@set REKLAMAATIO_AS=maria
@set REKLAMAATIO_FORMAT=
@file p.txt
|# kept as it is
|

@terminal 80
@pipe
$ reklamaatio open "Kiuas \"halkesi\"" -m - <<< 'Lasi on rikki.'
R-1

$ reklamaatio note R-1 -m - <<< 'x'
# said in between
$ reklamaatio list --columns id,subject --csv
id,subject
R-1,"Kiuas{*}

$ reklamaatio lits
2> reklamaatio: {*}
= 2
END
check "a right transcript passes" plays

# transcript LINE...: these lines, and a command that holds behind them.
transcript() {
    printf '%s\n' "$@" '$ reklamaatio list --db none.db' '2> reklamaatio: {*}' '= 66' >t.console
}
holds=('$ reklamaatio list --db none.db' '2> reklamaatio: {*}')
transcript '# nothing else'
check "so does a command alone" plays
transcript '@nwo 2020-01-01T00:00:00Z'
check "an unknown directive fails" fails_at 1 "this directive means nothing: @nwo"
transcript '@now yesterday'
check "so does a time that is none" fails_at 1 "this directive means nothing: @now yesterday"
transcript '@terminal wide'
check "and a width that is none" fails_at 1 "this directive means nothing: @terminal wide"
transcript '@terminal 80 columns'
check "or has words behind it" fails_at 1 "this directive means nothing: @terminal 80 columns"
transcript '@set REKLAMAATIO_AS'
check "and a variable without a value" fails_at 1 "this directive means nothing: @set"
transcript '@pipe 80'
check "and a value for what has none" fails_at 1 "this directive means nothing: @pipe"
transcript '@file /nonexistent/file' '|x'
check "and a file that cannot be made" fails_at 1 "the file '/nonexistent/file' cannot be made"
transcript '' 'R-1'
check "a stray line before the first command fails" fails_at 2 "this line belongs to no command: R-1"
transcript "${holds[@]}" '= 66' '@pipe' '' 'R-1'
check "so does one behind a directive" fails_at 6 "this line belongs to no command: R-1"
transcript '@file x' '|one' '# two' '|three'
check "and a line of a file that has ended" fails_at 4 "this line belongs to no command: |three"
transcript '$reklamaatio list'
check "and a command without its blank" fails_at 1 'this line belongs to no command: $reklamaatio list'
transcript "${holds[@]}" '= sixty-six'
check "an exit status is a number" fails_at 3 "'sixty-six' is no exit status"
transcript "${holds[@]}" '= 66x'
check "and nothing else" fails_at 3 "'66x' is no exit status"
transcript "${holds[@]}" '= 66' '= 66'
check "there is one" fails_at 4 "a second exit status for one command"
transcript "\$ reklamaatio open 'Kiuas"
check "quotation marks come in pairs" fails_at 1 "a quotation mark has no second one"
transcript '$ reklamaatio open <<< Kiuas -m -'
check "nothing stands after the input" fails_at 1 "<<< stands before the last word"
transcript '$ rekl list'
check "a command is the program" status_of 1 "$binary" t.console
printf '@pipe\n' >t.console
check "a transcript without a command tests nothing" status_of 1 "$binary" t.console

# What is compared: every line of both outputs, and the status.
differs() {
    transcript "$@"
    status_of 1 "$binary" t.console
}
check "a missing line fails" differs '$ reklamaatio help list'
check "a line too many fails" differs "${holds[@]}" 'R-1' '= 66'
check "an unexpected error fails" differs '$ reklamaatio lits' '= 2'
check "another status fails" differs "${holds[@]}" '= 2'

finish
