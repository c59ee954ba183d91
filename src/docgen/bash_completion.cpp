// SPDX-License-Identifier: GPL-3.0-or-later
#include "docgen/command_table.hpp"
#include "docgen/completions.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::docgen {

namespace {

// What is the same whatever the commands are. Works with bash alone, with and without the package
// bash-completion.
constexpr const char* k_head = R"(# SPDX-License-Identifier: GPL-3.0-or-later
# Made by docgen from the tables of the program; changes here are lost.
)";

constexpr const char* k_functions = R"(
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
)";

std::string taken_text(const cli::OptionRow& row) {
    switch (taken_by(row)) {
    case Takes::nothing:
        return "";
    case Takes::words:
        return fmt::format("{}{}", row.is_repeatable ? "," : "", fmt::join(row.words, " "));
    case Takes::file:
        return "@file";
    case Takes::command:
        return "@command";
    case Takes::anything:
        break;
    }
    return "@anything";
}

std::string all_names(const std::vector<cli::OptionRow>& rows) {
    std::string names;
    for (const auto& row : rows)
        if (!row.is_argument)
            for (const auto& name : names_of(row))
                names += (names.empty() ? "" : " ") + name;
    return names;
}

// "        open:-k | open:--kind) takes='...' ;;"
std::string option_case(std::string_view command, const cli::OptionRow& row) {
    std::string pattern;
    for (const auto& name : names_of(row))
        pattern += fmt::format("{}{}:{}", pattern.empty() ? "" : " | ", command, name);
    return fmt::format("        {}) takes='{}' ;;\n", pattern, taken_text(row));
}

std::string option_cases() {
    std::string cases;
    const auto add = [&](std::string_view command, const std::vector<cli::OptionRow>& rows) {
        for (const auto& row : rows)
            if (!row.is_argument && taken_by(row) != Takes::nothing) cases += option_case(command, row);
    };
    for (const auto& entry : command_table())
        add(entry.row->name, entry.options);
    add("*", global_options());
    return cases;
}

std::string argument_cases() {
    std::string cases;
    for (const auto& entry : command_table()) {
        int place = 0;
        for (const auto& row : entry.options) {
            if (!row.is_argument) continue;
            const std::string which = row.is_repeatable ? "*" : std::to_string(place++);
            if (taken_by(row) != Takes::anything)
                cases +=
                    fmt::format("        {}:{}) takes='{}' ;;\n", entry.row->name, which, taken_text(row));
        }
    }
    return cases;
}

} // namespace

std::string bash_completion() {
    std::string script(k_head);
    std::string commands;
    std::string options;
    for (const auto& entry : command_table()) {
        commands += fmt::format("{}{}", commands.empty() ? "" : " ", entry.row->name);
        options += fmt::format("        {}) takes+=' {}' ;;\n", entry.row->name, all_names(entry.options));
    }
    script += fmt::format("\n_reklamaatio_commands='{}'\n", commands);
    script += "\n# The options of the command $1.\n_reklamaatio_options() {\n";
    script +=
        fmt::format("    takes='{}'\n    case $1 in\n{}    esac\n}}\n", all_names(global_options()), options);
    script += "\n# What the option $2 of the command $1 takes; nothing, when it is a "
              "flag.\n_reklamaatio_option() {\n";
    script += fmt::format("    case $1:$2 in\n{}        *) takes= ;;\n    esac\n}}\n", option_cases());
    script += "\n# What the command $1 takes after $2 arguments.\n_reklamaatio_argument() {\n";
    script +=
        fmt::format("    case $1:$2 in\n{}        *) takes=@anything ;;\n    esac\n}}\n", argument_cases());
    return script + k_functions;
}

} // namespace reklamaatio::docgen
