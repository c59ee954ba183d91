#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether the compiler and the linker have put into the program what makes faults of memory harmless.
#   hardening.sh BINARY
set -u
binary=$1
command -v readelf >/dev/null || { echo "hardening: there is no readelf; left out" >&2; exit 77; }
faults=0
has() { # has WHAT PATTERN READELF-OPTION...
    local what=$1 pattern=$2
    shift 2
    readelf -W "$@" "$binary" | grep -qE "$pattern" && return
    echo "hardening: $binary $what" >&2
    faults=$((faults + 1))
}
has "lies where everybody knows: it is not position-independent" '^ *Type: +DYN \(Position-Independent Executable' --file-header
has "keeps its tables of addresses writable" '^ *GNU_RELRO ' --program-headers
has "looks up functions as it goes, so that these tables must stay writable" 'FLAGS_1.* NOW( |$)' --dynamic
has "may run what is on its stack" '^ *GNU_STACK +([^ ]+ +){5}RW ' --program-headers
has "does not guard its stack" ' __stack_chk_fail@' --dyn-syms
has "does not check the lengths of what it copies" ' __(memcpy|memmove|read|pread|vsnprintf|snprintf|strcpy|fprintf)_chk@' --dyn-syms
[[ $faults -eq 0 ]]
