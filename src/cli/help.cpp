// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.hpp"

#include "cli/settings.hpp"
#include "cli/version.hpp"
#include "text/width.hpp"
#include "text/wrap.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

constexpr std::array k_groups{
    GroupRow{Group::front, "Every day"},        GroupRow{Group::handling, "Handling complaints"},
    GroupRow{Group::looking, "Inspecting"},     GroupRow{Group::data, "Data in and out"},
    GroupRow{Group::program, "Setup and help"},
};

constexpr int k_page_width = 80;
constexpr int k_option_column = 30;

// "  -m,--message TEXT   the help, wrapped in its own column".
void print_option(std::ostream& out, const OptionRow& row) {
    std::string left = row.names;
    for (std::size_t comma = left.find(','); comma != std::string::npos; comma = left.find(',', comma + 2))
        left.insert(comma + 1, " ");
    left = fmt::format("  {}{}{}", left, row.value.empty() ? "" : " ", row.value);
    const auto lines = text::wrapped(row.help, k_page_width - k_option_column);
    const bool fits = text::width(left) + 2 <= k_option_column;
    out << (fits ? text::padded_right(left, k_option_column) + lines.front() : left) << '\n';
    for (std::size_t i = fits ? 1 : 0; i < lines.size(); ++i)
        out << std::string(k_option_column, ' ') << lines[i] << '\n';
}

void print_options(std::ostream& out, std::string_view heading, std::span<const OptionRow> rows,
                   bool arguments) {
    bool first = true;
    for (const auto& row : rows) {
        if (row.is_argument != arguments) continue;
        if (first) out << '\n' << heading << ":\n";
        first = false;
        print_option(out, row);
    }
}

} // namespace

std::span<const GroupRow> groups() {
    return k_groups;
}

std::string usage_line(const CommandRow& row, std::span<const OptionRow> options) {
    std::string line = fmt::format("reklamaatio {}", row.name);
    if (std::ranges::any_of(options, [](const OptionRow& o) { return !o.is_argument; })) line += " [OPTIONS]";
    for (const auto& option : options) {
        if (!option.is_argument) continue;
        const std::string shown = option.names + (option.is_repeatable ? "..." : "");
        line += option.is_required ? " " + shown : fmt::format(" [{}]", shown);
    }
    return line;
}

host::ExitStatus show_front_page(std::ostream& out, bool version) {
    if (version) {
        out << "reklamaatio " << k_version << '\n';
        return host::ExitStatus::done;
    }
    out << "reklamaatio: complaints handled quickly, honestly and to the end\n\n"
           "Usage: reklamaatio COMMAND [OPTIONS] [ARGUMENTS]\n";
    for (const auto& group : k_groups) {
        out << '\n' << group.heading << ":\n";
        for (const auto* row : commands())
            if (row->group == group.group)
                out << "  " << text::padded_right(row->name, 12) << row->summary << '\n';
    }
    out << "\nreklamaatio COMMAND --help shows examples and options; man reklamaatio has the full manual.\n";
    return host::ExitStatus::done;
}

host::ExitStatus show_help(std::ostream& out, const CommandRow& row, std::span<const OptionRow> options) {
    out << "reklamaatio " << row.name << ": " << row.summary << "\n\n";
    for (const auto& example : row.examples)
        if (!example.line.empty()) out << "  " << example.line << "\n      " << example.comment << '\n';
    out << "\nUsage: " << usage_line(row, options) << '\n';
    print_options(out, "Arguments", options, true);
    print_options(out, "Options", options, false);
    GlobalOptions globals;
    Options global_options;
    globals.declare(global_options);
    print_options(out, "Global options", global_options.rows(), false);
    return host::ExitStatus::done;
}

} // namespace reklamaatio::cli
