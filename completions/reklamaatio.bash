# SPDX-License-Identifier: GPL-3.0-or-later
# Made by docgen from the tables of the program; changes here are lost.

_reklamaatio_commands='open classify assign resolve report list show contact note step promise offer followup action reopen void edit merge undo explain alerts log check import export customer person policy simulate verify schema init config help'

# The options of the command $1.
_reklamaatio_options() {
    takes='--db --config --no-config --format --json --csv --csv-dialect -o --output --columns --no-header --color --width -q --quiet -v --verbose --as --now -h --help -V --version'
    case $1 in
        open) takes+=' -c --customer --phone --received --ref --source -k --kind --priority --harm --category --product --channel --wish --customer-type --set --tag --assign --no-rules --answered --if-new -m --message -e --edit --at -n --dry-run' ;;
        classify) takes+=' -k --kind --priority --harm --category --product --cause --tag --untag --set --auto --explain -m --message -e --edit --at -n --dry-run' ;;
        assign) takes+=' --auto --nobody -m --message -e --edit --at -n --dry-run' ;;
        resolve) takes+=' --outcome --settled --remedy --amount --currency --approved-by --cause --prevent --step --channel --force -m --message -e --edit --at -n --dry-run' ;;
        report) takes+=' --period --since --until --by --skip-empty' ;;
        list) takes+=' --status --ref --source -k --kind --priority --harm --category --product --cause --channel --customer-type --outcome --remedy --tag --where --promised --text --team --assignee --mine --unassigned -c --customer --since --until --resolved-since --resolved-until --overdue --due-before --all --sort --limit --fail-empty' ;;
        show) takes+=' ' ;;
        contact) takes+=' --out --in --channel --await --until --no-await --step --needs-no-answer --auto -m --message -e --edit --at -n --dry-run' ;;
        note) takes+=' -m --message -e --edit --at -n --dry-run' ;;
        step) takes+=' --what --where --why -m --message -e --edit --at -n --dry-run' ;;
        promise) takes+=' --by --channel --kept --broken --withdrawn --number -m --message -e --edit --at -n --dry-run' ;;
        offer) takes+=' --amount --currency --approved-by --valid-until --await --step --channel --accepted --declined --wish --withdrawn --paid --number -m --message -e --edit --at -n --dry-run' ;;
        followup) takes+=' --csat --nps --retained --unreachable -m --message -e --edit --at -n --dry-run' ;;
        action) takes+=' --cause --product --complaint --owner --due --effect --all -m --message -e --edit --at -n --dry-run' ;;
        reopen) takes+=' -m --message -e --edit --at -n --dry-run' ;;
        void) takes+=' -m --message -e --edit --at -n --dry-run' ;;
        edit) takes+=' -c --customer --received --ref --source -k --kind --priority --harm --category --product --cause --channel --subject --text --wish --customer-type --outcome --settled --remedy --approved-by --csat --nps --retained --set --amount --currency -m --message -e --edit --at -n --dry-run' ;;
        merge) takes+=' -m --message -e --edit --at -n --dry-run' ;;
        undo) takes+=' --list --limit -n --dry-run' ;;
        explain) takes+=' ' ;;
        alerts) takes+=' --new --for --mine --exec --timeout --always -n --dry-run --ack -m --message -e --edit' ;;
        log) takes+=' --since --until --limit' ;;
        check) takes+=' --metric -w --warning -c --critical --older-than -t --timeout' ;;
        import) takes+=' --profile --map --source --delimiter --encoding --skip-lines --on-conflict --rows --keep-other --keep-going --rejects --detect --save -n --dry-run' ;;
        export) takes+=' --events --after --cursor --manifest --status --ref --source -k --kind --priority --harm --category --product --cause --channel --customer-type --outcome --remedy --tag --where --promised --text --team --assignee --mine --unassigned -c --customer --since --until --resolved-since --resolved-until --overdue --due-before' ;;
        customer) takes+=' --name --email --phone --value --prefers --type --text --limit -m --message -e --edit --at -n --dry-run' ;;
        person) takes+=' --until --since -n --dry-run' ;;
        policy) takes+=' -n --dry-run --policy --number' ;;
        simulate) takes+=' --policy --period --since --until --by --changes --limit' ;;
        verify) takes+=' ' ;;
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
        open:--received) takes='@anything' ;;
        open:--ref) takes='@anything' ;;
        open:--source) takes='@anything' ;;
        open:-k | open:--kind) takes='praise remark complaint claim' ;;
        open:--priority) takes='low normal high urgent' ;;
        open:--harm) takes='none safety injury' ;;
        open:--category) takes='@anything' ;;
        open:--product) takes='@anything' ;;
        open:--channel) takes='@anything' ;;
        open:--wish) takes='@anything' ;;
        open:--customer-type) takes='consumer business authority' ;;
        open:--set) takes='@anything' ;;
        open:--tag) takes='@anything' ;;
        open:--assign) takes='@anything' ;;
        open:-m | open:--message) takes='@anything' ;;
        open:--at) takes='@anything' ;;
        classify:-k | classify:--kind) takes='praise remark complaint claim' ;;
        classify:--priority) takes='low normal high urgent' ;;
        classify:--harm) takes='none safety injury' ;;
        classify:--category) takes='@anything' ;;
        classify:--product) takes='@anything' ;;
        classify:--cause) takes='@anything' ;;
        classify:--tag) takes='@anything' ;;
        classify:--untag) takes='@anything' ;;
        classify:--set) takes='@anything' ;;
        classify:-m | classify:--message) takes='@anything' ;;
        classify:--at) takes='@anything' ;;
        assign:-m | assign:--message) takes='@anything' ;;
        assign:--at) takes='@anything' ;;
        resolve:--outcome) takes='upheld partly rejected withdrawn' ;;
        resolve:--settled) takes='yes no unknown' ;;
        resolve:--remedy) takes='refund replacement repair discount credit upgrade gift apology listening none' ;;
        resolve:--amount) takes='@anything' ;;
        resolve:--currency) takes='@anything' ;;
        resolve:--approved-by) takes='@anything' ;;
        resolve:--cause) takes='@anything' ;;
        resolve:--prevent) takes='@anything' ;;
        resolve:--step) takes=',empathise understand apologise fix compensate' ;;
        resolve:--channel) takes='@anything' ;;
        resolve:-m | resolve:--message) takes='@anything' ;;
        resolve:--at) takes='@anything' ;;
        report:--period) takes='@anything' ;;
        report:--since) takes='@anything' ;;
        report:--until) takes='@anything' ;;
        report:--by) takes='kind priority harm category product channel team assignee source status day week month quarter year' ;;
        list:--status) takes=',new open waiting resolved closed void' ;;
        list:--ref) takes='@anything' ;;
        list:--source) takes='@anything' ;;
        list:-k | list:--kind) takes=',praise remark complaint claim' ;;
        list:--priority) takes=',low normal high urgent' ;;
        list:--harm) takes=',none safety injury' ;;
        list:--category) takes='@anything' ;;
        list:--product) takes='@anything' ;;
        list:--cause) takes='@anything' ;;
        list:--channel) takes='@anything' ;;
        list:--customer-type) takes=',consumer business authority' ;;
        list:--outcome) takes=',upheld partly rejected withdrawn' ;;
        list:--remedy) takes=',refund replacement repair discount credit upgrade gift apology listening none' ;;
        list:--tag) takes='@anything' ;;
        list:--where) takes='@anything' ;;
        list:--text) takes='@anything' ;;
        list:--team) takes='@anything' ;;
        list:--assignee) takes='@anything' ;;
        list:-c | list:--customer) takes='@anything' ;;
        list:--since) takes='@anything' ;;
        list:--until) takes='@anything' ;;
        list:--resolved-since) takes='@anything' ;;
        list:--resolved-until) takes='@anything' ;;
        list:--due-before) takes='@anything' ;;
        list:--sort) takes='due id received logged resolved priority harm -due -id -received -logged -resolved -priority -harm' ;;
        list:--limit) takes='@anything' ;;
        contact:--channel) takes='@anything' ;;
        contact:--await) takes='@anything' ;;
        contact:--until) takes='@anything' ;;
        contact:--step) takes=',empathise understand apologise fix compensate' ;;
        contact:-m | contact:--message) takes='@anything' ;;
        contact:--at) takes='@anything' ;;
        note:-m | note:--message) takes='@anything' ;;
        note:--at) takes='@anything' ;;
        step:--what) takes='@anything' ;;
        step:--where) takes='@anything' ;;
        step:--why) takes='@anything' ;;
        step:-m | step:--message) takes='@anything' ;;
        step:--at) takes='@anything' ;;
        promise:--by) takes='@anything' ;;
        promise:--channel) takes='@anything' ;;
        promise:--number) takes='@anything' ;;
        promise:-m | promise:--message) takes='@anything' ;;
        promise:--at) takes='@anything' ;;
        offer:--amount) takes='@anything' ;;
        offer:--currency) takes='@anything' ;;
        offer:--approved-by) takes='@anything' ;;
        offer:--valid-until) takes='@anything' ;;
        offer:--await) takes='@anything' ;;
        offer:--step) takes=',empathise understand apologise fix compensate' ;;
        offer:--channel) takes='@anything' ;;
        offer:--wish) takes='@anything' ;;
        offer:--number) takes='@anything' ;;
        offer:-m | offer:--message) takes='@anything' ;;
        offer:--at) takes='@anything' ;;
        followup:--csat) takes='@anything' ;;
        followup:--nps) takes='@anything' ;;
        followup:--retained) takes='yes no' ;;
        followup:-m | followup:--message) takes='@anything' ;;
        followup:--at) takes='@anything' ;;
        action:--cause) takes='@anything' ;;
        action:--product) takes='@anything' ;;
        action:--complaint) takes='@anything' ;;
        action:--owner) takes='@anything' ;;
        action:--due) takes='@anything' ;;
        action:--effect) takes='@anything' ;;
        action:-m | action:--message) takes='@anything' ;;
        action:--at) takes='@anything' ;;
        reopen:-m | reopen:--message) takes='@anything' ;;
        reopen:--at) takes='@anything' ;;
        void:-m | void:--message) takes='@anything' ;;
        void:--at) takes='@anything' ;;
        edit:-c | edit:--customer) takes='@anything' ;;
        edit:--received) takes='@anything' ;;
        edit:--ref) takes='@anything' ;;
        edit:--source) takes='@anything' ;;
        edit:-k | edit:--kind) takes='praise remark complaint claim' ;;
        edit:--priority) takes='low normal high urgent' ;;
        edit:--harm) takes='none safety injury' ;;
        edit:--category) takes='@anything' ;;
        edit:--product) takes='@anything' ;;
        edit:--cause) takes='@anything' ;;
        edit:--channel) takes='@anything' ;;
        edit:--subject) takes='@anything' ;;
        edit:--text) takes='@anything' ;;
        edit:--wish) takes='@anything' ;;
        edit:--customer-type) takes='consumer business authority' ;;
        edit:--outcome) takes='upheld partly rejected withdrawn' ;;
        edit:--settled) takes='yes no unknown' ;;
        edit:--remedy) takes='refund replacement repair discount credit upgrade gift apology listening none' ;;
        edit:--approved-by) takes='@anything' ;;
        edit:--csat) takes='@anything' ;;
        edit:--nps) takes='@anything' ;;
        edit:--retained) takes='yes no' ;;
        edit:--set) takes='@anything' ;;
        edit:--amount) takes='@anything' ;;
        edit:--currency) takes='@anything' ;;
        edit:-m | edit:--message) takes='@anything' ;;
        edit:--at) takes='@anything' ;;
        merge:-m | merge:--message) takes='@anything' ;;
        merge:--at) takes='@anything' ;;
        undo:--limit) takes='@anything' ;;
        alerts:--for) takes='@anything' ;;
        alerts:--exec) takes='@anything' ;;
        alerts:--timeout) takes='@anything' ;;
        alerts:-m | alerts:--message) takes='@anything' ;;
        log:--since) takes='@anything' ;;
        log:--until) takes='@anything' ;;
        log:--limit) takes='@anything' ;;
        check:--metric) takes='overdue due_soon unassigned open undelivered' ;;
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
        export:--after) takes='@anything' ;;
        export:--cursor) takes='@file' ;;
        export:--manifest) takes='@file' ;;
        export:--status) takes=',new open waiting resolved closed void' ;;
        export:--ref) takes='@anything' ;;
        export:--source) takes='@anything' ;;
        export:-k | export:--kind) takes=',praise remark complaint claim' ;;
        export:--priority) takes=',low normal high urgent' ;;
        export:--harm) takes=',none safety injury' ;;
        export:--category) takes='@anything' ;;
        export:--product) takes='@anything' ;;
        export:--cause) takes='@anything' ;;
        export:--channel) takes='@anything' ;;
        export:--customer-type) takes=',consumer business authority' ;;
        export:--outcome) takes=',upheld partly rejected withdrawn' ;;
        export:--remedy) takes=',refund replacement repair discount credit upgrade gift apology listening none' ;;
        export:--tag) takes='@anything' ;;
        export:--where) takes='@anything' ;;
        export:--text) takes='@anything' ;;
        export:--team) takes='@anything' ;;
        export:--assignee) takes='@anything' ;;
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
        customer:--text) takes='@anything' ;;
        customer:--limit) takes='@anything' ;;
        customer:-m | customer:--message) takes='@anything' ;;
        customer:--at) takes='@anything' ;;
        person:--until) takes='@anything' ;;
        person:--since) takes='@anything' ;;
        policy:--policy) takes='@file' ;;
        policy:--number) takes='@anything' ;;
        simulate:--policy) takes='@file' ;;
        simulate:--period) takes='@anything' ;;
        simulate:--since) takes='@anything' ;;
        simulate:--until) takes='@anything' ;;
        simulate:--by) takes='kind priority harm category product channel team assignee source status day week month quarter year' ;;
        simulate:--limit) takes='@anything' ;;
        *:--db) takes='@file' ;;
        *:--config) takes='@file' ;;
        *:--format) takes='text csv tsv json ndjson ids openmetrics xlsx' ;;
        *:--csv-dialect) takes='excel excel-fi excel-pl' ;;
        *:-o | *:--output) takes='@file' ;;
        *:--columns) takes='@anything' ;;
        *:--color) takes='auto always never' ;;
        *:--width) takes='@anything' ;;
        *:--as) takes='@anything' ;;
        *:--now) takes='@anything' ;;
        *) takes= ;;
    esac
}

# What the command $1 takes after $2 arguments.
_reklamaatio_argument() {
    case $1:$2 in
        report:0) takes='sla flow' ;;
        step:*) takes=',empathise understand apologise fix compensate' ;;
        offer:*) takes=',refund replacement repair discount credit upgrade gift apology listening none' ;;
        action:0) takes='list add show done' ;;
        explain:1) takes='response reply update resolution promise followup answer' ;;
        import:*) takes='@file' ;;
        customer:0) takes='list show edit merge' ;;
        person:0) takes='list away back' ;;
        policy:0) takes='show check apply diff test example' ;;
        policy:1) takes='@file' ;;
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
