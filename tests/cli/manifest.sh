#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The manifest of an export, against sha256sum, wc and a strict reader of JSON.
#   manifest.sh BINARY
source "$(dirname "$0")/checks.sh" "$1"
run() { "$binary" --no-config --db x.db --now 2026-11-20T08:00:00Z "$@"; }
fact() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$1" "$2"; }
# is_of MANIFEST FILE: bytes and digest are those of the file.
is_of() {
    [ "$(fact "$1" bytes)" = "$(wc -c <"$2")" ] && [ "$(fact "$1" sha256)" = "$(sha256sum <"$2" | cut -d' ' -f1)" ]
}

run init
for ((i = 1; i <= 300; ++i)); do printf 'Kiuas %d,2026-11-0%d\n' "$i" $((i % 9 + 1)); done | sed '1i subject,received_at' >in.csv
run import in.csv >/dev/null
run open "Two
lines, and ääkköset" --category damage >/dev/null

run export -o e.csv --manifest m
check "a file is as its manifest says" is_of m e.csv
check "it has a row for each complaint" [ "$(fact m rows)" = "$(mlr --icsv --ojson cat e.csv | python3 -c 'import json, sys; print(len(json.load(sys.stdin)))')" ]
check "and says which file" [ "$(fact m file)" = e.csv ]
check "when it was made" [ "$(fact m made_at)" = 2026-11-20T08:00:00Z ]
check "and of which schema" [ "$(fact m schema)" = "$(sqlite3 x.db 'PRAGMA user_version')" ]
run export --manifest m >e.csv
check "standard output is as its manifest says" is_of m e.csv
check "and has no name" [ "$(fact m file)" = None ]
for format in tsv json ndjson ids text; do
    run export --format "$format" --manifest m >e
    check "so is $format" is_of m e
done
run export --csv-dialect excel-fi --category damage --columns id,subject -o fi.csv --manifest m
check "so is a dialect" is_of m fi.csv
check "the manifest has its name" [ "$(fact m csv_dialect)" = excel-fi ]
check "the columns" [ "$(fact m columns)" = "['id', 'subject']" ]
check "the filters" [ "$(fact m filters)" = "[{'option': '--category', 'value': 'damage'}]" ]
check "and one row" [ "$(fact m rows)" = 1 ]
run export --events --cursor c --manifest m >e
check "so is the log" is_of m e
check "which has a line an event" [ "$(fact m rows)" = "$(wc -l <e)" ]
check "and the cursor behind it" [ "$(fact m cursor)" = "$(cat c)" ]
run export --events --cursor c --manifest m >e
check "of nothing new there are no rows" [ "$(fact m rows) $(fact m bytes)" = "0 0" ]
check "and the cursors are the same" [ "$(fact m after)" = "$(fact m cursor)" ]

rm m
check "what nobody took is an error" status_of 74 sh -c "'$binary' --no-config --db x.db export --manifest m >/dev/full"
check "and has no manifest" [ ! -e m ]
check "a manifest that cannot be written is an error" status_of 73 run export --manifest none/m
check "and nothing was printed" [ ! -s out ]
check "it may not be the export" status_of 2 run export -o e.csv --manifest e.csv
check "nor the database" status_of 2 run export --manifest x.db
finish
