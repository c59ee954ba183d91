#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# day.sh BINARY: plays a Friday at a small shop, each command before its output, on a database that is gone afterwards.
set -euo pipefail

binary=$(readlink -f -- "$1")
demo=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")

folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
cp -- "$demo/complaints.csv" "$demo/shop.toml" "$folder"
cd -- "$folder"

# Nothing of the user's own settings, and a present time that fits the dates of the complaints.
unset "${!REKLAMAATIO_@}"
export XDG_CONFIG_HOME=$folder REKLAMAATIO_DB=$folder/day.db REKLAMAATIO_AS=maria

at() {
    printf '\n# Friday 20 November 2026, %s: %s\n' "$1" "$2"
    export REKLAMAATIO_NOW="2026-11-20 $1"
}

reklamaatio() {
    printf '$ reklamaatio'
    local word
    for word; do
        [[ $word =~ ^[[:alnum:]_.:/+-]+$ ]] || word="\"$word\""
        printf ' %s' "$word"
    done
    printf '\n'
    "$binary" "$@"
}

at 10:30 "the web shop has sent its complaints"
reklamaatio import complaints.csv --profile shop.toml

at 10:40 "the phone rings"
reklamaatio open "Kahvinkeitin vuotaa pöydälle" -c "Sami Öhman <sami.ohman@example.fi>" --channel phone \
    -m "Ostin eilen, ja vesi valuu pohjasta." --wish "Ehjä keitin maanantaiksi"
reklamaatio classify R-13 --kind claim --category damage --product "Keitin Kuura"
reklamaatio assign R-13 maria
reklamaatio contact R-13 --out -m "Olen pahoillani. Uusi keitin lähtee tänään, vanhaa ei tarvitse palauttaa."

at 11:55 "the courier has it, and the customer is content"
reklamaatio resolve R-13 --outcome upheld --settled yes --remedy replacement --amount 59.90 --cause "leaking seal"

at 12:00 "how did yesterday go?"
reklamaatio report

at 12:00 "what is next?"
reklamaatio list

at 12:00 "what became of the coffee maker?"
reklamaatio show R-13
