// SPDX-License-Identifier: GPL-3.0-or-later
#include "docgen/command_table.hpp"
#include "docgen/completions.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::docgen {

namespace {

constexpr const char* k_head = R"(# SPDX-License-Identifier: GPL-3.0-or-later
# Made by docgen from the tables of the program; changes here are lost.

# The command on the line, after global options and their values.
function __reklamaatio_command
    set -l words (commandline -opc)
    set -e words[1]
    while set -q words[1]
        switch $words[1]
            case {}
                set -e words[1]
            case '-?*'
            case '*'
                echo $words[1]
                return 0
        end
        set -e words[1]
    end
    return 1
end

function __reklamaatio_is
    contains -- $argv[1] (__reklamaatio_command)
end

complete -c reklamaatio -f
)";

std::string in_quotes(std::string_view text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "'";
}

std::string names_text(const cli::OptionRow& row) {
    std::string text;
    for (const auto& name : names_of(row))
        text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    return text;
}

std::string value_text(const cli::OptionRow& row) {
    switch (taken_by(row)) {
    case Takes::nothing:
        return "";
    case Takes::words:
        return fmt::format(" -x -a {}", in_quotes(fmt::format("{}", fmt::join(row.words, " "))));
    case Takes::file:
        return row.is_argument ? " -F" : " -r -F";
    case Takes::command:
        return fmt::format(" -x -a {}", in_quotes([] {
                               std::string names;
                               for (const auto& entry : command_table())
                                   names += fmt::format("{}{}", names.empty() ? "" : " ", entry.row->name);
                               return names;
                           }()));
    case Takes::anything:
        break;
    }
    return row.is_argument ? "" : " -x";
}

std::string line_of(const std::string& condition, const cli::OptionRow& row) {
    const std::string value = value_text(row);
    if (row.is_argument && value.empty()) return "";
    const std::string names = row.is_argument ? "" : names_text(row);
    return fmt::format("complete -c reklamaatio{}{}{} -d {}\n", condition, names, value, in_quotes(row.help));
}

} // namespace

std::string fish_completion() {
    std::string with_value;
    for (const auto& row : global_options())
        if (taken_by(row) != Takes::nothing)
            with_value += fmt::format("{}{}", with_value.empty() ? "" : " ", fmt::join(names_of(row), " "));
    std::string script(k_head);
    script.replace(script.find("{}"), 2, with_value);
    for (const auto& row : global_options())
        script += line_of("", row);
    for (const auto& entry : command_table())
        script += fmt::format("complete -c reklamaatio -n 'not __reklamaatio_command' -a {} -d {}\n",
                              entry.row->name, in_quotes(entry.row->summary));
    for (const auto& entry : command_table())
        for (const auto& row : entry.options)
            script += line_of(fmt::format(" -n '__reklamaatio_is {}'", entry.row->name), row);
    return script;
}

} // namespace reklamaatio::docgen
