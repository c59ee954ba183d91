// SPDX-License-Identifier: GPL-3.0-or-later
#include "docgen/command_table.hpp"
#include "docgen/completions.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::docgen {

namespace {

constexpr const char* k_head = R"(#compdef reklamaatio
# SPDX-License-Identifier: GPL-3.0-or-later
# Made by docgen from the tables of the program; changes here are lost.

)";

constexpr const char* k_middle = R"(
_reklamaatio() {
    local curcontext=$curcontext state line
    typeset -A opt_args
    _arguments -C $_reklamaatio_globals '1:command:_reklamaatio_commands' '*::argument:->argument'
    [[ $state == argument ]] || return 0
    case $words[1] in
)";

constexpr const char* k_tail = R"(    esac
}

_reklamaatio "$@"
)";

// Within single quotes, and where _arguments would take a mark for its own.
std::string in_quotes(std::string_view text, std::string_view marks) {
    std::string quoted;
    for (const char c : text) {
        if (c == '\'') {
            quoted += "'\\''";
            continue;
        }
        if (marks.find(c) != std::string_view::npos) quoted += '\\';
        quoted += c;
    }
    return quoted;
}

std::string action_of(const cli::OptionRow& row) {
    const bool several = row.is_repeatable && !row.is_argument;
    switch (taken_by(row)) {
    case Takes::nothing:
        return "";
    case Takes::words:
        return fmt::format(fmt::runtime(several ? "_values -s , word {}" : "({})"),
                           fmt::join(row.words, " "));
    case Takes::file:
        return "_files";
    case Takes::command:
        return "_reklamaatio_commands";
    case Takes::anything:
        break;
    }
    return " ";
}

// "'(-k --kind)'{-k,--kind}'[help]:KIND:(...)'"
std::string option_spec(const cli::OptionRow& row) {
    const auto names = names_of(row);
    const std::string value =
        row.value.empty() ? ""
                          : fmt::format(":{}:{}", in_quotes(row.value, ":"), in_quotes(action_of(row), ""));
    const std::string rest = fmt::format("[{}]{}", in_quotes(row.help, "[]:\\"), value);
    if (row.is_repeatable)
        return names.size() == 1 ? fmt::format("'*{}{}'", names.front(), rest)
                                 : fmt::format("'*'{{{}}}'{}'", fmt::join(names, ","), rest);
    if (names.size() == 1) return fmt::format("'{}{}'", names.front(), rest);
    return fmt::format("'({})'{{{}}}'{}'", fmt::join(names, " "), fmt::join(names, ","), rest);
}

std::string argument_spec(const cli::OptionRow& row) {
    const std::string_view place = row.is_repeatable ? "*" : row.is_required ? "" : ":";
    return fmt::format("'{}:{}:{}'", place, in_quotes(row.names, ":"), in_quotes(action_of(row), ""));
}

std::string specs(const std::vector<cli::OptionRow>& rows, std::string_view indent) {
    std::string text;
    for (const auto& row : rows)
        text += fmt::format("{}{}\n", indent, row.is_argument ? argument_spec(row) : option_spec(row));
    return text;
}

// Each on a line of its own, the next line going on.
std::string continued(std::string lines) {
    for (auto end = lines.find('\n'); end != std::string::npos && end + 1 < lines.size();
         end = lines.find('\n', end + 3))
        lines.replace(end, 1, " \\\n");
    return lines;
}

} // namespace

std::string zsh_completion() {
    std::string script(k_head);
    script += fmt::format("_reklamaatio_globals=(\n{})\n", specs(global_options(), "    "));
    script += "\n_reklamaatio_commands() {\n    local -a commands=(\n";
    for (const auto& entry : command_table())
        script += fmt::format("        '{}:{}'\n", entry.row->name, in_quotes(entry.row->summary, ":"));
    script += "    )\n    _describe command commands\n}\n";
    script += k_middle;
    for (const auto& entry : command_table()) {
        const std::string lines =
            "            _arguments $_reklamaatio_globals\n" + specs(entry.options, "                ");
        script += fmt::format("        {})\n{}            ;;\n", entry.row->name, continued(lines));
    }
    return script + k_tail;
}

} // namespace reklamaatio::docgen
