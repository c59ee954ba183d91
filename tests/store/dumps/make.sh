#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The dump of the layout that a binary has, out of the one before it: to be run before a migration is added.
#   make.sh BINARY
set -euo pipefail
binary=$(realpath "$1")
folder=$(realpath "$(dirname "$0")")
newest=$(ls "$folder"/schema_*.sql | sort -V | tail -1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sqlite3 "$work/r.db" <"$newest"
sqlite3 "$work/r.db" "PRAGMA journal_mode = WAL" >/dev/null
chmod 600 "$work/r.db"
# Whoever writes upgrades, also who is refused then.
"$binary" --no-config --db "$work/r.db" --now 2026-11-10T08:00:00Z reopen 999 2>/dev/null || true
version=$(sqlite3 "$work/r.db" "PRAGMA user_version")
dump=$folder/schema_$version.sql
[[ $dump != "$newest" ]] || { echo "make.sh: $dump is there already" >&2; exit 1; }
{
    echo "-- A database of layout $version as sqlite3 dumps it, with a little of everything in it."
    echo "PRAGMA application_id = $(sqlite3 "$work/r.db" "PRAGMA application_id");"
    echo "PRAGMA user_version = $version;"
    sqlite3 "$work/r.db" .dump
} >"$dump"
echo "$dump"
