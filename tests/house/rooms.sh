#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The plan of the house: which room may include which, and what stands in one place only.
#   rooms.sh SOURCE_FOLDER
set -u
cd "$1/src" || exit 2
faults=0
fault() {
    echo "$1"
    faults=$((faults + 1))
}

# What a room may include, the row that CONTRIBUTING.md has for it, and its page: long enough for what it is for, what
# holds in it and where to begin, and too short for what belongs beside the code.
longest_page=20
declare -A allowed
while IFS='|' read -r room what uses _; do
    room=${room// /}
    allowed[$room]="$room $uses"
    shown=$(printf '%s' "$uses" | sed 's/^ *//; s/ *$//; s/[a-z][a-z]*/`&`/g')
    row="| \`$room\` | $(printf '%s' "$what" | sed 's/^ *//; s/ *$//') | ${shown:-nothing of ours} |"
    grep -qxF -- "$row" ../CONTRIBUTING.md || fault "CONTRIBUTING.md: the row of the room $room is to be: $row"
    page=$room/README.md
    if [ ! -s "$page" ]; then
        fault "src/$page: every room has a page that says what it is for and where to begin"
    elif [ "$(wc -l <"$page")" -gt "$longest_page" ]; then
        fault "src/$page: $(wc -l <"$page") lines; at most $longest_page, the rest belongs beside the code"
    fi
done < <(grep -E '^[a-z]+ \|' rooms.txt)
for room in */; do
    [ -n "${allowed[${room%/}]-}" ] || fault "src/$room: this room is not in src/rooms.txt"
done
for room in "${!allowed[@]}"; do
    [ -d "$room" ] || continue
    while IFS=: read -r file line include; do
        used=${include#*\"}
        used=${used%%/*}
        case " ${allowed[$room]} " in
        *" $used "*) ;;
        *) fault "src/$file:$line: the room $room may not use the room $used" ;;
        esac
    done < <(grep -rnE '^#include "' "$room" --include='*.hpp' --include='*.cpp')
    while IFS=: read -r file line _; do
        fault "src/$file:$line: an include names its room, as in \"store/events.hpp\""
    done < <(grep -rnE '^#include "[^/"]*"' "$room" --include='*.hpp' --include='*.cpp')
done

# only PATTERN WHERE WHY: the pattern may stand in that place alone.
only() {
    while IFS=: read -r file line _; do
        case $file in
        $2) ;;
        *) fault "src/$file:$line: $3" ;;
        esac
    done < <(grep -rnE "$1" . --include='*.hpp' --include='*.cpp' | sed 's|^\./||')
}
only '#include <(SQLiteCpp|sqlite3)' 'store/*' 'only the room store knows SQLite'
only 'system_clock::now|[^_a-z:]time\(nullptr\)|[^"]localtime[(_]' 'time/system_clock.cpp' 'only time/system_clock.cpp asks for the time'
only 'std::(cout|cerr|cin)|getenv\(|isatty\(|[^_a-z]exit\(' '*main.cpp' 'only main.cpp meets the outside world'
only 'posix_spawn|[^_a-z](fork|popen|system|exec[lv][a-z]*)\(' 'host/shell.cpp' 'only host/shell.cpp begins processes'
only '#include <CLI/' 'cli/parser.cpp' 'only cli/parser.cpp knows CLI11'
only '#include <dtl/' 'text/diff.cpp' 'only text/diff.cpp knows dtl'
only '#include <idn2' 'text/domain.cpp' 'only text/domain.cpp knows libidn2'
only '#include <toml\+\+' 'toml/*' 'only the room toml knows toml++'
only '#include <libical/' 'policy/*' 'only the room policy knows libical'
only '#include <nlohmann/' 'store/*' 'only the room store reads JSON; the room render writes it'

# Every file says its licence; no file is too long to read.
while read -r file; do
    head -1 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' || fault "src/$file: the first line names the licence"
    lines=$(wc -l <"$file")
    [ "$lines" -le 300 ] || fault "src/$file: $lines lines; 300 are a smell"
done < <(find . -name '*.?pp' | sed 's|^\./||')

for name in utils common helpers manager core; do
    find . -iname "*$name*" | grep -q . && fault "nothing is called $name: say what it is"
done

[ "$faults" -eq 0 ] && echo "the house stands as planned"
exit $((faults > 0))
