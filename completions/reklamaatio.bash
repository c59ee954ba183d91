# SPDX-License-Identifier: GPL-3.0-or-later
# Made by docgen from the tables of the program; changes here are lost.

_reklamaatio_commands='open classify assign resolve report list show contact note step promise offer extend appeal followup task action reopen void edit merge undo explain alerts log check import export customer person volume policy simulate backup restore retention verify schema init config help'

# The options of the command $1.
_reklamaatio_options() {
    takes='--db --format --json --csv --tsv --csv-dialect -o --output --columns --no-header --color --no-pager --width --config --no-config -q --quiet -v --verbose --as --now --seal-key -h --help -V --version'
    case $1 in
        open) takes+=' -c --customer --phone -R --received --ref --source -k --kind -p --priority --harm -g --category -P --product -b --channel --wish --public --customer-type --set -T --tag -w --assign --no-rules -a --answered --no-answered --if-new -m --message -e --edit --at --took -n --dry-run' ;;
        classify) takes+=' -k --kind -p --priority --harm -g --category -P --product -y --cause -T --tag --untag --set --auto --explain -m --message -e --edit --at --took -n --dry-run' ;;
        assign) takes+=' --auto --nobody -m --message -e --edit --at --took -n --dry-run' ;;
        resolve) takes+=' -d --outcome -s --settled -r --remedy -A --amount --currency --approved-by -y --cause --prevent --step -b --channel --recourse --not-reportable --force -m --message -e --edit --at --took -n --dry-run' ;;
        report) takes+=' --period --since --until --by --compare --as-of --sql -S --status --ref --source -k --kind -p --priority --harm -g --category -P --product -y --cause -b --channel --customer-type -d --outcome -r --remedy -T --tag --where --waiting-for --promised --appealed --appealed-to --public -t --text --team -w --assignee --mine --unassigned -c --customer --resolved-since --resolved-until --overdue --due-before --skip-empty --head' ;;
        list) takes+=' -S --status --ref --source -k --kind -p --priority --harm -g --category -P --product -y --cause -b --channel --customer-type -d --outcome -r --remedy -T --tag --where --waiting-for --promised --appealed --appealed-to --public -t --text --team -w --assignee --mine --unassigned -c --customer --since --until --resolved-since --resolved-until --overdue --due-before --all --closed --sort --limit --fail-empty' ;;
        show) takes+=' ' ;;
        contact) takes+=' --out -i --in -b --channel --await --until --no-await --step --needs-no-answer --recourse --auto -m --message -e --edit --at --took -n --dry-run' ;;
        note) takes+=' --reported --not-reportable -m --message -e --edit --at --took -n --dry-run' ;;
        step) takes+=' --what --where --why -m --message -e --edit --at --took -n --dry-run' ;;
        promise) takes+=' --by -b --channel --kept --broken --withdrawn --number -m --message -e --edit --at --took -n --dry-run' ;;
        offer) takes+=' -A --amount --currency --approved-by --valid-until --await --step -b --channel --accepted --declined --wish --withdrawn --paid --number -m --message -e --edit --at --took -n --dry-run' ;;
        extend) takes+=' --until --reason -b --channel --term -m --message -e --edit --at --took -n --dry-run' ;;
        appeal) takes+=' --to --ref --answer-by -w --assign -a --answered --decided -A --amount --currency --number -m --message -e --edit --at --took -n --dry-run' ;;
        followup) takes+=' --csat --nps --retained --unreachable -m --message -e --edit --at --took -n --dry-run' ;;
        task) takes+=' --for --by --mine --overdue --all -m --message -e --edit --at --took -n --dry-run' ;;
        action) takes+=' -y --cause -P --product --complaint --owner --due --effect --all --overdue -m --message -e --edit --at --took -n --dry-run' ;;
        reopen) takes+=' -m --message -e --edit --at --took -n --dry-run' ;;
        void) takes+=' -m --message -e --edit --at --took -n --dry-run' ;;
        edit) takes+=' -c --customer -R --received --ref --source -k --kind -p --priority --harm -g --category -P --product -y --cause -b --channel --subject -t --text --wish --public --customer-type -d --outcome -s --settled -r --remedy --approved-by --csat --nps --retained --effort-minutes --set -A --amount --currency -m --message -e --edit --at --took -n --dry-run' ;;
        merge) takes+=' -m --message -e --edit --at --took -n --dry-run' ;;
        undo) takes+=' --list --limit -n --dry-run' ;;
        explain) takes+=' ' ;;
        alerts) takes+=' --new --for --mine --exec --timeout --always -n --dry-run --ack -m --message -e --edit' ;;
        log) takes+=' --since --until --by -k --kind --limit' ;;
        check) takes+=' --metric -w --warning -c --critical --older-than -t --timeout' ;;
        import) takes+=' --profile --map --source --delimiter --encoding --skip-lines --on-conflict --rows --keep-other --keep-going --rejects --detect --save --erased -n --dry-run' ;;
        export) takes+=' --events --after --cursor --manifest -S --status --ref --source -k --kind -p --priority --harm -g --category -P --product -y --cause -b --channel --customer-type -d --outcome -r --remedy -T --tag --where --waiting-for --promised --appealed --appealed-to --public -t --text --team -w --assignee --mine --unassigned -c --customer --since --until --resolved-since --resolved-until --overdue --due-before' ;;
        customer) takes+=' --name --email --phone --value --prefers --type -t --text --limit --yes --force -m --message -e --edit --at -n --dry-run' ;;
        person) takes+=' --until --since -n --dry-run' ;;
        volume) takes+=' -P --product -g --category -b --channel --team --where --delimiter --encoding --keep-going -n --dry-run' ;;
        policy) takes+=' -n --dry-run --for --policy --number' ;;
        simulate) takes+=' --policy --period --since --until --by --changes --limit' ;;
        backup) takes+=' ' ;;
        restore) takes+=' --erased' ;;
        retention) takes+=' --apply' ;;
        verify) takes+=' --head --after --key' ;;
        schema) takes+=' --json-schema' ;;
        init) takes+=' --shared' ;;
        config) takes+=' ' ;;
        help) takes+=' ' ;;
    esac
}

# What the option $2 of the command $1 takes; nothing, when it is a flag.
_reklamaatio_option() {
    case $1:$2 in
        open:-c | open:--customer) takes='@anything' ;;
        open:--phone) takes='@anything' ;;
        open:-R | open:--received) takes='@anything' ;;
        open:--ref) takes='@anything' ;;
        open:--source) takes='@anything' ;;
        open:-k | open:--kind) takes='praise remark complaint claim' ;;
        open:-p | open:--priority) takes='low normal high urgent' ;;
        open:--harm) takes='none safety injury' ;;
        open:-g | open:--category) takes='@anything' ;;
        open:-P | open:--product) takes='@anything' ;;
        open:-b | open:--channel) takes='@anything' ;;
        open:--wish) takes='@anything' ;;
        open:--public) takes='@anything' ;;
        open:--customer-type) takes='consumer business authority' ;;
        open:--set) takes='@anything' ;;
        open:-T | open:--tag) takes='@anything' ;;
        open:-w | open:--assign) takes='@anything' ;;
        open:-m | open:--message) takes='@anything' ;;
        open:--at) takes='@anything' ;;
        open:--took) takes='@anything' ;;
        classify:-k | classify:--kind) takes='praise remark complaint claim' ;;
        classify:-p | classify:--priority) takes='low normal high urgent' ;;
        classify:--harm) takes='none safety injury' ;;
        classify:-g | classify:--category) takes='@anything' ;;
        classify:-P | classify:--product) takes='@anything' ;;
        classify:-y | classify:--cause) takes='@anything' ;;
        classify:-T | classify:--tag) takes='@anything' ;;
        classify:--untag) takes='@anything' ;;
        classify:--set) takes='@anything' ;;
        classify:-m | classify:--message) takes='@anything' ;;
        classify:--at) takes='@anything' ;;
        classify:--took) takes='@anything' ;;
        assign:-m | assign:--message) takes='@anything' ;;
        assign:--at) takes='@anything' ;;
        assign:--took) takes='@anything' ;;
        resolve:-d | resolve:--outcome) takes='upheld partly rejected withdrawn' ;;
        resolve:-s | resolve:--settled) takes='yes no unknown' ;;
        resolve:-r | resolve:--remedy) takes='refund replacement repair discount credit upgrade gift apology listening none' ;;
        resolve:-A | resolve:--amount) takes='@anything' ;;
        resolve:--currency) takes='@anything' ;;
        resolve:--approved-by) takes='@anything' ;;
        resolve:-y | resolve:--cause) takes='@anything' ;;
        resolve:--prevent) takes='@anything' ;;
        resolve:--step) takes=',empathise understand apologise fix compensate' ;;
        resolve:-b | resolve:--channel) takes='@anything' ;;
        resolve:--not-reportable) takes='@anything' ;;
        resolve:-m | resolve:--message) takes='@anything' ;;
        resolve:--at) takes='@anything' ;;
        resolve:--took) takes='@anything' ;;
        report:--period) takes='@anything' ;;
        report:--since) takes='@anything' ;;
        report:--until) takes='@anything' ;;
        report:--by) takes='kind priority harm category product channel team assignee assignee-then source status cause outcome remedy customer day week month quarter year' ;;
        report:--compare) takes='previous year' ;;
        report:--as-of) takes='@anything' ;;
        report:--sql) takes='@file' ;;
        report:-S | report:--status) takes=',new open waiting resolved closed void' ;;
        report:--ref) takes='@anything' ;;
        report:--source) takes='@anything' ;;
        report:-k | report:--kind) takes=',praise remark complaint claim' ;;
        report:-p | report:--priority) takes=',low normal high urgent' ;;
        report:--harm) takes=',none safety injury' ;;
        report:-g | report:--category) takes='@anything' ;;
        report:-P | report:--product) takes='@anything' ;;
        report:-y | report:--cause) takes='@anything' ;;
        report:-b | report:--channel) takes='@anything' ;;
        report:--customer-type) takes=',consumer business authority' ;;
        report:-d | report:--outcome) takes=',upheld partly rejected withdrawn' ;;
        report:-r | report:--remedy) takes=',refund replacement repair discount credit upgrade gift apology listening none' ;;
        report:-T | report:--tag) takes='@anything' ;;
        report:--where) takes='@anything' ;;
        report:--waiting-for) takes='@anything' ;;
        report:--appealed-to) takes='@anything' ;;
        report:--public) takes='@anything' ;;
        report:-t | report:--text) takes='@anything' ;;
        report:--team) takes='@anything' ;;
        report:-w | report:--assignee) takes='@anything' ;;
        report:-c | report:--customer) takes='@anything' ;;
        report:--resolved-since) takes='@anything' ;;
        report:--resolved-until) takes='@anything' ;;
        report:--due-before) takes='@anything' ;;
        list:-S | list:--status) takes=',new open waiting resolved closed void' ;;
        list:--ref) takes='@anything' ;;
        list:--source) takes='@anything' ;;
        list:-k | list:--kind) takes=',praise remark complaint claim' ;;
        list:-p | list:--priority) takes=',low normal high urgent' ;;
        list:--harm) takes=',none safety injury' ;;
        list:-g | list:--category) takes='@anything' ;;
        list:-P | list:--product) takes='@anything' ;;
        list:-y | list:--cause) takes='@anything' ;;
        list:-b | list:--channel) takes='@anything' ;;
        list:--customer-type) takes=',consumer business authority' ;;
        list:-d | list:--outcome) takes=',upheld partly rejected withdrawn' ;;
        list:-r | list:--remedy) takes=',refund replacement repair discount credit upgrade gift apology listening none' ;;
        list:-T | list:--tag) takes='@anything' ;;
        list:--where) takes='@anything' ;;
        list:--waiting-for) takes='@anything' ;;
        list:--appealed-to) takes='@anything' ;;
        list:--public) takes='@anything' ;;
        list:-t | list:--text) takes='@anything' ;;
        list:--team) takes='@anything' ;;
        list:-w | list:--assignee) takes='@anything' ;;
        list:-c | list:--customer) takes='@anything' ;;
        list:--since) takes='@anything' ;;
        list:--until) takes='@anything' ;;
        list:--resolved-since) takes='@anything' ;;
        list:--resolved-until) takes='@anything' ;;
        list:--due-before) takes='@anything' ;;
        list:--sort) takes='due id received logged resolved priority harm -due -id -received -logged -resolved -priority -harm' ;;
        list:--limit) takes='@anything' ;;
        contact:-b | contact:--channel) takes='@anything' ;;
        contact:--await) takes='@anything' ;;
        contact:--until) takes='@anything' ;;
        contact:--step) takes=',empathise understand apologise fix compensate' ;;
        contact:-m | contact:--message) takes='@anything' ;;
        contact:--at) takes='@anything' ;;
        contact:--took) takes='@anything' ;;
        note:--reported) takes='@anything' ;;
        note:--not-reportable) takes='@anything' ;;
        note:-m | note:--message) takes='@anything' ;;
        note:--at) takes='@anything' ;;
        note:--took) takes='@anything' ;;
        step:--what) takes='@anything' ;;
        step:--where) takes='@anything' ;;
        step:--why) takes='@anything' ;;
        step:-m | step:--message) takes='@anything' ;;
        step:--at) takes='@anything' ;;
        step:--took) takes='@anything' ;;
        promise:--by) takes='@anything' ;;
        promise:-b | promise:--channel) takes='@anything' ;;
        promise:--number) takes='@anything' ;;
        promise:-m | promise:--message) takes='@anything' ;;
        promise:--at) takes='@anything' ;;
        promise:--took) takes='@anything' ;;
        offer:-A | offer:--amount) takes='@anything' ;;
        offer:--currency) takes='@anything' ;;
        offer:--approved-by) takes='@anything' ;;
        offer:--valid-until) takes='@anything' ;;
        offer:--await) takes='@anything' ;;
        offer:--step) takes=',empathise understand apologise fix compensate' ;;
        offer:-b | offer:--channel) takes='@anything' ;;
        offer:--wish) takes='@anything' ;;
        offer:--number) takes='@anything' ;;
        offer:-m | offer:--message) takes='@anything' ;;
        offer:--at) takes='@anything' ;;
        offer:--took) takes='@anything' ;;
        extend:--until) takes='@anything' ;;
        extend:--reason) takes='@anything' ;;
        extend:-b | extend:--channel) takes='@anything' ;;
        extend:--term) takes='@anything' ;;
        extend:-m | extend:--message) takes='@anything' ;;
        extend:--at) takes='@anything' ;;
        extend:--took) takes='@anything' ;;
        appeal:--to) takes='@anything' ;;
        appeal:--ref) takes='@anything' ;;
        appeal:--answer-by) takes='@anything' ;;
        appeal:-w | appeal:--assign) takes='@anything' ;;
        appeal:--decided) takes='upheld partly rejected settled' ;;
        appeal:-A | appeal:--amount) takes='@anything' ;;
        appeal:--currency) takes='@anything' ;;
        appeal:--number) takes='@anything' ;;
        appeal:-m | appeal:--message) takes='@anything' ;;
        appeal:--at) takes='@anything' ;;
        appeal:--took) takes='@anything' ;;
        followup:--csat) takes='@anything' ;;
        followup:--nps) takes='@anything' ;;
        followup:--retained) takes='yes no' ;;
        followup:-m | followup:--message) takes='@anything' ;;
        followup:--at) takes='@anything' ;;
        followup:--took) takes='@anything' ;;
        task:--for) takes='@anything' ;;
        task:--by) takes='@anything' ;;
        task:-m | task:--message) takes='@anything' ;;
        task:--at) takes='@anything' ;;
        task:--took) takes='@anything' ;;
        action:-y | action:--cause) takes='@anything' ;;
        action:-P | action:--product) takes='@anything' ;;
        action:--complaint) takes='@anything' ;;
        action:--owner) takes='@anything' ;;
        action:--due) takes='@anything' ;;
        action:--effect) takes='@anything' ;;
        action:-m | action:--message) takes='@anything' ;;
        action:--at) takes='@anything' ;;
        action:--took) takes='@anything' ;;
        reopen:-m | reopen:--message) takes='@anything' ;;
        reopen:--at) takes='@anything' ;;
        reopen:--took) takes='@anything' ;;
        void:-m | void:--message) takes='@anything' ;;
        void:--at) takes='@anything' ;;
        void:--took) takes='@anything' ;;
        edit:-c | edit:--customer) takes='@anything' ;;
        edit:-R | edit:--received) takes='@anything' ;;
        edit:--ref) takes='@anything' ;;
        edit:--source) takes='@anything' ;;
        edit:-k | edit:--kind) takes='praise remark complaint claim' ;;
        edit:-p | edit:--priority) takes='low normal high urgent' ;;
        edit:--harm) takes='none safety injury' ;;
        edit:-g | edit:--category) takes='@anything' ;;
        edit:-P | edit:--product) takes='@anything' ;;
        edit:-y | edit:--cause) takes='@anything' ;;
        edit:-b | edit:--channel) takes='@anything' ;;
        edit:--subject) takes='@anything' ;;
        edit:-t | edit:--text) takes='@anything' ;;
        edit:--wish) takes='@anything' ;;
        edit:--public) takes='@anything' ;;
        edit:--customer-type) takes='consumer business authority' ;;
        edit:-d | edit:--outcome) takes='upheld partly rejected withdrawn' ;;
        edit:-s | edit:--settled) takes='yes no unknown' ;;
        edit:-r | edit:--remedy) takes='refund replacement repair discount credit upgrade gift apology listening none' ;;
        edit:--approved-by) takes='@anything' ;;
        edit:--csat) takes='@anything' ;;
        edit:--nps) takes='@anything' ;;
        edit:--retained) takes='yes no' ;;
        edit:--effort-minutes) takes='@anything' ;;
        edit:--set) takes='@anything' ;;
        edit:-A | edit:--amount) takes='@anything' ;;
        edit:--currency) takes='@anything' ;;
        edit:-m | edit:--message) takes='@anything' ;;
        edit:--at) takes='@anything' ;;
        edit:--took) takes='@anything' ;;
        merge:-m | merge:--message) takes='@anything' ;;
        merge:--at) takes='@anything' ;;
        merge:--took) takes='@anything' ;;
        undo:--limit) takes='@anything' ;;
        alerts:--for) takes='@anything' ;;
        alerts:--exec) takes='@anything' ;;
        alerts:--timeout) takes='@anything' ;;
        alerts:-m | alerts:--message) takes='@anything' ;;
        log:--since) takes='@anything' ;;
        log:--until) takes='@anything' ;;
        log:--by) takes='@anything' ;;
        log:-k | log:--kind) takes=',customer_added customer_changed customer_moved opened imported classified assigned contacted noted edited stepped promised promise_ended offered offer_answered appealed extended resolved reopened followed_up merged voided alerted acknowledged action_opened action_changed task_opened task_changed undone policy_applied went_away came_back volume_set erased' ;;
        log:--limit) takes='@anything' ;;
        check:--metric) takes='overdue due_soon unassigned open undelivered legal' ;;
        check:-w | check:--warning) takes='@anything' ;;
        check:-c | check:--critical) takes='@anything' ;;
        check:--older-than) takes='@anything' ;;
        check:-t | check:--timeout) takes='@anything' ;;
        import:--profile) takes='@file' ;;
        import:--map) takes='@anything' ;;
        import:--source) takes='@anything' ;;
        import:--delimiter) takes='@anything' ;;
        import:--encoding) takes='@anything' ;;
        import:--skip-lines) takes='@anything' ;;
        import:--on-conflict) takes='error skip update' ;;
        import:--rows) takes='error last' ;;
        import:--rejects) takes='@file' ;;
        import:--save) takes='@file' ;;
        import:--erased) takes='@file' ;;
        export:--after) takes='@anything' ;;
        export:--cursor) takes='@file' ;;
        export:--manifest) takes='@file' ;;
        export:-S | export:--status) takes=',new open waiting resolved closed void' ;;
        export:--ref) takes='@anything' ;;
        export:--source) takes='@anything' ;;
        export:-k | export:--kind) takes=',praise remark complaint claim' ;;
        export:-p | export:--priority) takes=',low normal high urgent' ;;
        export:--harm) takes=',none safety injury' ;;
        export:-g | export:--category) takes='@anything' ;;
        export:-P | export:--product) takes='@anything' ;;
        export:-y | export:--cause) takes='@anything' ;;
        export:-b | export:--channel) takes='@anything' ;;
        export:--customer-type) takes=',consumer business authority' ;;
        export:-d | export:--outcome) takes=',upheld partly rejected withdrawn' ;;
        export:-r | export:--remedy) takes=',refund replacement repair discount credit upgrade gift apology listening none' ;;
        export:-T | export:--tag) takes='@anything' ;;
        export:--where) takes='@anything' ;;
        export:--waiting-for) takes='@anything' ;;
        export:--appealed-to) takes='@anything' ;;
        export:--public) takes='@anything' ;;
        export:-t | export:--text) takes='@anything' ;;
        export:--team) takes='@anything' ;;
        export:-w | export:--assignee) takes='@anything' ;;
        export:-c | export:--customer) takes='@anything' ;;
        export:--since) takes='@anything' ;;
        export:--until) takes='@anything' ;;
        export:--resolved-since) takes='@anything' ;;
        export:--resolved-until) takes='@anything' ;;
        export:--due-before) takes='@anything' ;;
        customer:--name) takes='@anything' ;;
        customer:--email) takes='@anything' ;;
        customer:--phone) takes='@anything' ;;
        customer:--value) takes='@anything' ;;
        customer:--prefers) takes='@anything' ;;
        customer:--type) takes='consumer business authority ' ;;
        customer:-t | customer:--text) takes='@anything' ;;
        customer:--limit) takes='@anything' ;;
        customer:-m | customer:--message) takes='@anything' ;;
        customer:--at) takes='@anything' ;;
        person:--until) takes='@anything' ;;
        person:--since) takes='@anything' ;;
        volume:-P | volume:--product) takes='@anything' ;;
        volume:-g | volume:--category) takes='@anything' ;;
        volume:-b | volume:--channel) takes='@anything' ;;
        volume:--team) takes='@anything' ;;
        volume:--where) takes='@anything' ;;
        volume:--delimiter) takes='@anything' ;;
        volume:--encoding) takes='@anything' ;;
        policy:--for) takes=',pl-shop pl-finance fi-shop uk-finance uk-housing ie-finance eu-data b2b' ;;
        policy:--policy) takes='@file' ;;
        policy:--number) takes='@anything' ;;
        simulate:--policy) takes='@file' ;;
        simulate:--period) takes='@anything' ;;
        simulate:--since) takes='@anything' ;;
        simulate:--until) takes='@anything' ;;
        simulate:--by) takes='kind priority harm category product channel team assignee assignee-then source status cause outcome remedy customer day week month quarter year' ;;
        simulate:--limit) takes='@anything' ;;
        restore:--erased) takes='@file' ;;
        verify:--after) takes='@anything' ;;
        verify:--key) takes='@file' ;;
        *:--db) takes='@file' ;;
        *:--format) takes='text csv tsv json ndjson ids openmetrics xlsx html' ;;
        *:--csv-dialect) takes='excel excel-fi excel-pl' ;;
        *:-o | *:--output) takes='@file' ;;
        *:--columns) takes='@anything' ;;
        *:--color) takes='auto always never' ;;
        *:--width) takes='@anything' ;;
        *:--config) takes='@file' ;;
        *:--as) takes='@anything' ;;
        *:--now) takes='@anything' ;;
        *:--seal-key) takes='@file' ;;
        *) takes= ;;
    esac
}

# What the command $1 takes after $2 arguments.
_reklamaatio_argument() {
    case $1:$2 in
        report:0) takes='sla flow speed outcomes remedies causes rate recovery customers workload alerts roi hygiene safety monthly' ;;
        step:*) takes=',empathise understand apologise fix compensate' ;;
        offer:*) takes=',refund replacement repair discount credit upgrade gift apology listening none' ;;
        task:*) takes=',list done drop give' ;;
        action:0) takes='list add show done' ;;
        explain:1) takes='response reply update resolution promise followup answer task legal appeal authority' ;;
        import:*) takes='@file' ;;
        customer:0) takes='list show edit merge extract erase' ;;
        person:0) takes='list away back' ;;
        volume:0) takes='list set import' ;;
        policy:0) takes='show check apply diff test example' ;;
        policy:1) takes='@file' ;;
        backup:0) takes='@file' ;;
        restore:0) takes='@file' ;;
        config:0) takes='list path' ;;
        help:0) takes='@command' ;;
        *) takes=@anything ;;
    esac
}

# Offers what takes $1: @file, @command, @anything, or words; a comma in front of them: several, with commas.
_reklamaatio_offer() {
    local takes=$1 cur=$2 before=
    case $takes in
        @file)
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$cur")
            return ;;
        @command) takes=$_reklamaatio_commands ;;
        @*) return ;;
        ,*)
            takes=${takes#,}
            [[ $cur == *,* ]] && before=${cur%,*},
            cur=${cur##*,} ;;
    esac
    mapfile -t COMPREPLY < <(compgen -P "$before" -W "$takes" -- "$cur")
}

_reklamaatio() {
    # Bash parts words at = and : too; --kind=claim is --kind claim, and ref:shop/1 is one word.
    local -a words=()
    local i word glue=
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $word == = && ${words[-1]-} == --* ]]; then
            ((i == COMP_CWORD)) && words+=('')
        elif [[ $word == : || $glue ]] && ((${#words[@]})); then
            words[-1]+=$word
            [[ $word == : ]] && glue=1 || glue=
        else
            words+=("$word")
        fi
    done
    local cur=${words[-1]-} command="" takes="" pending="" count=0
    ((${#words[@]})) && unset 'words[-1]'
    COMPREPLY=()
    for word in "${words[@]}"; do
        if [[ $pending ]]; then
            pending=
        elif [[ $word == -?* ]]; then
            _reklamaatio_option "$command" "$word"
            pending=$takes
        elif [[ -z $command ]]; then
            command=$word
        else
            ((++count))
        fi
    done
    if [[ $pending ]]; then
        _reklamaatio_offer "$pending" "$cur"
    elif [[ $cur == -* ]]; then
        _reklamaatio_options "$command"
        _reklamaatio_offer "$takes" "$cur"
    elif [[ -z $command ]]; then
        _reklamaatio_offer @command "$cur"
    else
        _reklamaatio_argument "$command" "$count"
        _reklamaatio_offer "$takes" "$cur"
    fi
}

complete -F _reklamaatio reklamaatio
