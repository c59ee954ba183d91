#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every source file looks as clang-format writes it.
#   format.sh SOURCE_FOLDER
# Ends with 77, which means skipped, where there is no clang-format of the version that the rules were made for.
set -u
cd "$1" || exit 2
version=14
formatter=$(command -v "clang-format-$version" || command -v clang-format)
if [ -z "$formatter" ] || ! "$formatter" --version | grep -q "version $version\."; then
    echo "clang-format $version is not installed; the format was not checked (skipped)"
    exit 77
fi
if find src tests -name '*.cpp' -o -name '*.hpp' | sort | xargs "$formatter" --dry-run -Werror; then
    exit 0
fi
echo "the files above are not formatted; run clang-format -i on them"
exit 1
