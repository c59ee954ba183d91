#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The recipes of reklamaatio-cron(7), taken from its text and run as cron, systemd and Nagios run them: an empty
# environment, no HOME, no standard input. So that page cannot lie.
#   recipes.sh BINARY CRON.TXT
page=$(realpath "$2")
source "$(dirname "$0")/checks.sh" "$1"

# The places of the page, in this folder; `mail` keeps what it is given.
mkdir -p bin db prom backups www
ln -s "$binary" bin/reklamaatio
cat >bin/mail <<MAIL
#!/bin/sh
{ printf '%s\n' "\$@"; cat; } >>"$folder/sent"
MAIL
here() {
    sed -e "s|/var/lib/reklamaatio|$folder/db|g; s|/usr/bin/|$folder/bin/|g; s|/usr/local/bin/|$folder/bin/|g" \
        -e "s|/usr/sbin/|$folder/bin/|g; s|/srv/www/complaints|$folder/www|g" \
        -e "s|/var/lib/prometheus/node-exporter|$folder/prom|g; s|/var/backups|$folder/backups|g"
}
cat >bin/sendmail <<MAIL
#!/bin/sh
cat >"$folder/letter"
MAIL
lines() { sed -n 's/^    //p' "$page" | here; }
lines | sed -n '/^#!\/bin\/sh$/,/^exec/p; /^exec/q' >bin/send-alert
lines | sed -n '/^text=.*skip-empty/,/mail/p' >bin/send-report
script() { printf '#!/bin/sh\n' && lines | sed -n "/^# $1:/,/$2\$/p"; }
script mail-month 'sendmail -t' >bin/mail-month
script publish-months 'index.html' >bin/publish-months
chmod +x bin/mail bin/sendmail bin/send-alert bin/mail-month bin/publish-months
check "the page has the script that sends" grep -q REKLAMAATIO_EMAIL bin/send-alert

# The commands of its crontab, without their five fields of time.
lines | sed -n 's/^[0-9*\/,-]\+ [0-9*\/,-]\+ [0-9*\/,-]\+ [0-9*\/,-]\+ [0-9*\/,-]\+ \+//p' >commands
check "the page has ten lines of a crontab" [ "$(wc -l <commands)" -eq 10 ]

cat >p.toml <<'TOML'
[organisation]
timezone = "Europe/Helsinki"
[calendar.office]
hours.mon = ["08:00-16:00"]
hours.tue = ["08:00-16:00"]
[[sla]]
name = "all"
response = "1h"
resolution = "2h"
[retention]
erase_after = "3y"
[person.maria]
email = "maria@example.fi"
TOML
export REKLAMAATIO_DB=$folder/db/reklamaatio.db
monday=2026-11-16T08:00:00Z
tuesday=2026-11-17T08:00:00Z
bin/reklamaatio --no-config --now $monday policy apply p.toml >/dev/null || exit 2
bin/reklamaatio --no-config --now $monday open "Kiuas halkesi, ja sen lasi meni rikki, kun se oli ollut kaksi viikkoa käytössä" --assign maria >/dev/null || exit 2

# As_cron LINE: cron's own environment and the variables of the page.
as_cron() {
    env -i "REKLAMAATIO_DB=$REKLAMAATIO_DB" "REKLAMAATIO_NOW=$now" "PATH=$folder/bin:/usr/bin:/bin" /bin/sh -c "$1" >out 2>err <&-
}
check "the crontab says that letters are UTF-8" [ "$(lines | grep -c '^LC_ALL=C.UTF-8$')" -eq 1 ]
check "also those of cron itself" [ "$(lines | grep -c '^CONTENT_TYPE="text/plain; charset=UTF-8"$')" -eq 1 ]
check "so does the service" [ "$(lines | grep -c '^Environment=.* LC_ALL=C.UTF-8$')" -eq 1 ]
now=$tuesday
while IFS= read -r line; do
    check "this line of the crontab works: $line" as_cron "$line"
    check "and has nothing to complain of" [ ! -s err ]
    case $line in
    *skip-empty*)
        check "the report says what was late" grep -q "Breached" out
        check "in the width of a letter" [ "$(wc -L <out)" -le 78 ]
        ;;
    *alerts*)
        check "alerts say nothing themselves" [ ! -s out ]
        check "the mail goes to the person in charge" grep -qx "maria@example.fi" sent
        check "and names the complaint" grep -q "R-1" sent
        check "in the width of a letter as well" [ "$(wc -L <sent)" -le 78 ]
        ;;
    *verify*) check "a sound record is no news" [ ! -s out ] ;;
    *--cursor*)
        check "the feed has the log" cmp -s db/feed.ndjson <(bin/reklamaatio --no-config export --events)
        as_cron "$line"
        check "and no line twice" cmp -s db/feed.ndjson <(bin/reklamaatio --no-config export --events)
        ;;
    *backup*)
        copy=$(ls -t backups/* | head -n 1)
        check "the copy has the log" cmp -s <(bin/reklamaatio --no-config --db "$copy" export --events) <(bin/reklamaatio --no-config export --events)
        check "and has nothing beside it" [ -z "$(ls backups | grep -v 'db$')" ]
        ;;
    *mail-month*)
        check "the letter is text and a page" python3 - letter <<'PYTHON'
import email, sys
letter = email.message_from_binary_file(open(sys.argv[1], "rb"))
text, page = letter.get_payload()
assert letter["To"] == "board@example.fi" and text.get_content_type() == "text/plain"
assert "Complaints, October 2026" in text.get_payload(decode=True).decode()
assert page.get_filename() == "complaints.html" and page.get_payload(decode=True).endswith(b"</html>\n")
PYTHON
        ;;
    *publish-months*)
        month=$(date -d yesterday +%Y-%m)
        check "the month is published as a whole" [ "$(tail -1 "www/$month.html")" = "</html>" ]
        check "and the index leads to it" grep -q "<a href=\"$month.html\">" www/index.html
        ;;
    *openmetrics*) check "the file for node_exporter is there, and whole" [ "$(tail -1 prom/reklamaatio.prom)" = "# EOF" ] ;;
    esac
done <commands
mv sent first
as_cron "$(grep alerts commands)"
check "the next run sends nothing again" [ ! -e sent ]
cp -r db quiet
rm -rf db && mkdir db
bin/reklamaatio --no-config --now $monday init -q
as_cron "$(grep skip-empty commands)"
check "an empty day makes no mail" [ ! -s out ]
as_cron ". $folder/bin/send-report"
check "nor does the script of the timer" [ ! -e sent ]
rm -rf db && mv quiet db

as_cron ". $folder/bin/send-report"
check "the script of the timer mails what was late" grep -q "^Overdue" sent
check "to whom it names" grep -qx "liisa@example.fi" sent
rm sent

# The copy of the night, tried out.
lines | sed -n '/^place=/,/--after/p' >bin/try-backup
tries() { TMPDIR=$folder as_cron ". $folder/bin/try-backup"; }
check "the page has the script that tries a copy" [ "$(wc -l <bin/try-backup)" -eq 5 ]
check "which is content with a good one" tries
check "and says nothing" [ ! -s out ]
check "and leaves nothing" [ -z "$(ls -d tmp.* 2>/dev/null)" ]
cp backups/reklamaatio.db whole.db
bin/reklamaatio --no-config --db other.db init -q
bin/reklamaatio --no-config --db other.db backup backups/reklamaatio.db
check "but not with another firm's" status_of 65 tries
rm backups/reklamaatio.db && cp whole.db backups/reklamaatio.db
sqlite3 backups/reklamaatio.db "UPDATE complaint SET subject = 'Kiuas on kunnossa'"
check "nor with one that was changed" status_of 65 tries
rm backups/reklamaatio.db
check "nor with none" status_of 66 tries

# The line of the service, as systemd splits it.
service=$(lines | sed -n 's/^ExecStart=//p')
check "the page has a service" [ -n "$service" ]
# shellcheck disable=SC2086
check "its line works" env -i "REKLAMAATIO_DB=$REKLAMAATIO_DB" "REKLAMAATIO_NOW=$now" "PATH=$folder/bin:/usr/bin:/bin" $service

# Nagios puts in the arguments of each service.
asked_by_nagios() { # asked_by_nagios METRIC
    local command metric warning critical
    IFS='!' read -r _ metric warning critical < <(lines | sed -n 's/^ *check_command *//p' | grep -F "!$1!")
    command=$(lines | sed -n 's/^ *command_line *//p')
    command=${command//\$ARG1\$/$metric}
    command=${command//\$ARG2\$/$warning}
    command=${command//\$ARG3\$/$critical}
    # shellcheck disable=SC2086
    env -i "REKLAMAATIO_NOW=$now" $command >out 2>err <&-
}
asked_by_nagios overdue
check "Nagios gets its warning" [ $? -eq 1 ]
check "on one line" grep -q "^REKLAMAATIO WARNING - 1 overdue, oldest R-1 by .*|.*overdue=1;0;2;0" out
asked_by_nagios undelivered
check "what was told is no news to Nagios" [ $? -eq 0 ]
check "and says so" grep -q "^REKLAMAATIO OK - nothing undelivered |" out
now=2026-11-23T08:00:00Z
bin/reklamaatio --no-config --now $tuesday open "Kiuas vuotaa" --assign maria >/dev/null || exit 2
asked_by_nagios undelivered
check "an alert that reached nobody is critical" [ $? -eq 2 ]
check "and names the complaint" grep -q "^REKLAMAATIO CRITICAL - 1 undelivered, oldest R-2 for .*|" out

finish
