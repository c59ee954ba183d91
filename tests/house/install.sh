#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether what is installed stands where Debian's tools look for it.
#   install.sh BUILD_FOLDER
set -u
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
DESTDIR=$folder cmake --install "$1" --prefix /usr/local --component Unspecified >/dev/null || exit 1
faults=0
for file in bin/reklamaatio share/man/man1/reklamaatio.1 share/man/man5/reklamaatio-policy.5 share/man/man7/reklamaatio-cron.7 \
    share/bash-completion/completions/reklamaatio share/zsh/site-functions/_reklamaatio \
    share/fish/vendor_completions.d/reklamaatio.fish share/doc/reklamaatio/README.md share/doc/reklamaatio/LICENSE \
    share/doc/reklamaatio/reklamaatio.spdx.json lib/systemd/system/reklamaatio-alerts.timer lib/systemd/system/reklamaatio-backup.service; do
    [[ -s $folder/usr/local/$file ]] || { echo "install: there is no $file" >&2; faults=$((faults + 1)); }
done
"$folder/usr/local/bin/reklamaatio" --version >/dev/null || faults=$((faults + 1))
[[ $faults -eq 0 ]]
