// SPDX-License-Identifier: GPL-3.0-or-later
#include "docgen/command_pages.hpp"

#include "complaint/moves.hpp"
#include "docgen/command_table.hpp"
#include "docgen/roff.hpp"
#include "docgen/texts.hpp"
#include "view/words/act_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::docgen {

namespace {

using cli::OptionRow;
using host::ExitStatus;

bool has_option(const CommandEntry& entry, std::string_view name) {
    return std::ranges::any_of(entry.options, [&](const OptionRow& row) { return row.long_name() == name; });
}

bool has_arguments(const CommandEntry& entry) {
    return std::ranges::any_of(entry.options, &OptionRow::is_argument);
}

bool has_own_options(const CommandEntry& entry) {
    return !std::ranges::all_of(entry.options, &OptionRow::is_argument);
}

bool takes_value(const CommandEntry& entry, std::string_view value) {
    return std::ranges::any_of(entry.options, [&](const OptionRow& row) { return row.value == value; });
}

std::string argument_term(const OptionRow& row) {
    return placeholder(row.names) + (row.is_repeatable ? " ..." : "");
}

void write_synopsis(ManPage& page, const CommandEntry& entry) {
    page.heading("SYNOPSIS");
    std::string line =
        bold("reklamaatio") + " " + bold(entry.row->name) + " [" + placeholder("OPTIONS") + "]";
    for (const auto& row : entry.options)
        if (row.is_argument)
            line += row.is_required ? " " + argument_term(row) : fmt::format(" [{}]", argument_term(row));
    page.line(line);
}

void write_description(ManPage& page, const CommandEntry& entry) {
    page.heading("DESCRIPTION");
    for (auto rest = entry.row->description; !rest.empty();) {
        const auto end = std::min(rest.find("\n\n"), rest.size());
        std::string paragraph(rest.substr(0, end));
        std::ranges::replace(paragraph, '\n', ' ');
        page.paragraph(paragraph);
        rest.remove_prefix(std::min(end + 2, rest.size()));
    }
    if (!has_arguments(entry)) return;
    page.heading("ARGUMENTS");
    for (const auto& row : entry.options)
        if (row.is_argument) page.item(argument_term(row), row.help);
}

// "for a script" becomes "For a script:".
std::string sentence_of(std::string_view clause) {
    std::string sentence = fmt::format("{}:", clause);
    sentence.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(sentence.front())));
    return sentence;
}

void write_examples(ManPage& page, const CommandEntry& entry) {
    page.heading("EXAMPLES");
    for (const auto& example : entry.row->examples) {
        if (example.line.empty()) continue;
        page.paragraph(sentence_of(example.comment));
        page.example(example.line);
    }
}

bool is_worth_telling(const CommandEntry& entry, ExitStatus status) {
    const auto access = entry.row->access;
    switch (status) {
    case ExitStatus::done:
    case ExitStatus::usage:
        return true;
    case ExitStatus::refused:
        return takes_value(entry, "TIME") || std::ranges::any_of(entry.options, [](const OptionRow& option) {
                   return option.names == "ID" || option.names == "CHANGE";
               });
    case ExitStatus::partly_imported:
        return has_option(entry, "--keep-going");
    case ExitStatus::nothing_matched:
        return has_option(entry, "--fail-empty");
    case ExitStatus::bad_data:
    case ExitStatus::no_input:
        return access != cli::Access::none;
    case ExitStatus::busy:
        return access == cli::Access::write || access == cli::Access::create;
    default:
        return false;
    }
}

struct OwnStatus {
    std::string_view command;
    int status;
    std::string_view meaning;
};

// All of the commands whose statuses mean something else, or more. Monitors ask for those of check, which
// ends with no other.
constexpr std::string_view k_plugin = "check";
constexpr std::array k_own_statuses{
    OwnStatus{k_plugin, 0, "the number is within both ranges"},
    OwnStatus{k_plugin, 1, "it is outside the range of --warning"},
    OwnStatus{k_plugin, 2, "it is outside the range of --critical"},
    OwnStatus{k_plugin, 3, "nobody knows: every error, a wrong option included"},
    OwnStatus{"policy", 0, "done; the policy that was checked is good, and every case came out as expected"},
    OwnStatus{"policy", 1,
              "of `test`: a case came out otherwise; of `show`: there is no policy of that number"},
    OwnStatus{"policy", 2, "wrong usage: an unknown command, option or word"},
    OwnStatus{
        "policy", 65,
        "bad input data, such as the cases of `test`, or a database that is not ours, newer or damaged"},
    OwnStatus{"policy", 66, "an input file or the database is missing"},
    OwnStatus{"policy", 75, "the database is busy; try again"},
    OwnStatus{"policy", 78,
              "the policy has faults, which are named with their lines; nothing was put in force"},
};

bool write_own_statuses(ManPage& page, const CommandEntry& entry) {
    bool has_own = false;
    for (const auto& [command, status, meaning] : k_own_statuses)
        if (command == entry.row->name) {
            page.item(bold(std::to_string(status)), meaning);
            has_own = true;
        }
    return has_own;
}

void write_exit_statuses(ManPage& page, const CommandEntry& entry) {
    page.heading("EXIT STATUS");
    const bool has_own = write_own_statuses(page, entry);
    if (entry.row->name == k_plugin) return;
    for (const auto& row : host::k_exit_statuses)
        if (!has_own && is_worth_telling(entry, row.status))
            page.item(bold(std::to_string(static_cast<int>(row.status))), row.meaning);
    page.paragraph("The others, which any command may end with, are in `reklamaatio`(1).");
}

void write_see_also(ManPage& page, const CommandEntry& entry) {
    std::vector<std::string> pages{bold("reklamaatio") + "(1)"};
    for (const auto* row : cli::commands())
        if (row->group == entry.row->group && row != entry.row)
            pages.push_back(bold(fmt::format("reklamaatio-{}", row->name)) + "(1)");
    const bool moves = std::ranges::any_of(complaint::moves(), [&](const complaint::Move& move) {
        return view::command_of(move.act) == entry.row->name;
    });
    const auto add = [&](bool wanted, std::string_view name, int section) {
        if (wanted) pages.push_back(fmt::format("{}({})", bold(name), section));
    };
    add(entry.row->access == cli::Access::read || takes_value(entry, "FIELD=COLUMN"), "reklamaatio-formats",
        5);
    add(entry.row->name == "schema" || entry.row->name == "export", "reklamaatio-database", 5);
    add(entry.row->name == "policy" || takes_value(entry, "PERIOD") || moves, "reklamaatio-policy", 5);
    add(takes_value(entry, "TIME") || takes_value(entry, "PERIOD"), "reklamaatio-dates", 7);
    add(entry.row->name == "customer" || entry.row->name == "retention", "reklamaatio-privacy", 7);
    add(moves, "reklamaatio-procedure", 7);
    add(entry.row->name == "report", "reklamaatio-reports", 7);
    page.heading("SEE ALSO");
    page.line(fmt::format("{}", fmt::join(pages, ", ")));
}

ManPage page_of(const CommandEntry& entry) {
    const std::string name = fmt::format("reklamaatio-{}", entry.row->name);
    ManPage page(name, 1, entry.row->summary);
    write_synopsis(page, entry);
    write_description(page, entry);
    page.heading("OPTIONS");
    write_options(page, entry.options);
    page.paragraph(has_own_options(entry)
                       ? "Those of every command are in `reklamaatio`(1), among them `--format`, `--output`, "
                         "`--columns` and `--as`."
                       : "None but those of every command, which are in `reklamaatio`(1).");
    if (has_text(name)) {
        const auto text = text_named(name);
        write_text(page, text.substr(text.find('\n') + 1));
    }
    write_examples(page, entry);
    write_exit_statuses(page, entry);
    write_see_also(page, entry);
    return page;
}

} // namespace

void write_options(ManPage& page, const std::vector<OptionRow>& rows) {
    for (const auto& row : rows) {
        if (row.is_argument) continue;
        std::vector<std::string> names;
        for (const auto& option : names_of(row))
            names.push_back(bold(option));
        const std::string value = row.value.empty() ? "" : " " + placeholder(row.value);
        page.item(fmt::format("{}{}", fmt::join(names, ", "), value), row.help);
    }
}

std::vector<ManPage> command_pages() {
    std::vector<ManPage> pages;
    for (const auto& entry : command_table())
        pages.push_back(page_of(entry));
    return pages;
}

} // namespace reklamaatio::docgen
