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

constexpr int k_command_column = 14;
constexpr int k_option_column = 30;
// Text in fewer columns than this is no longer read with ease; then it stands below what it explains.
constexpr int k_least_room = 24;
constexpr int k_indent = 6;

void print_wrapped(std::ostream& out, std::string_view text, int width) {
    for (const auto& line : text::wrapped(text, width))
        out << line << '\n';
}

// "left      right, wrapped in its own column", or below left where it does not fit beside it.
void print_beside(std::ostream& out, const std::string& left, int column, std::string_view right, int width) {
    const bool is_narrow = width - column < k_least_room;
    const int indent = is_narrow ? k_indent : column;
    const auto lines = text::wrapped(right, std::max(1, width - indent));
    const bool fits = !is_narrow && text::width(left) + 2 <= column;
    out << (fits ? text::padded_right(left, column) + lines.front() : left) << '\n';
    for (std::size_t i = fits ? 1 : 0; i < lines.size(); ++i)
        out << std::string(static_cast<std::size_t>(indent), ' ') << lines[i] << '\n';
}

// "  -m, --message TEXT  the help".
void print_option(std::ostream& out, const OptionRow& row, int width) {
    std::string left = row.names;
    for (std::size_t comma = left.find(','); comma != std::string::npos; comma = left.find(',', comma + 2))
        left.insert(comma + 1, " ");
    print_beside(out, fmt::format("  {}{}{}", left, row.value.empty() ? "" : " ", row.value), k_option_column,
                 row.help, width);
}

void print_options(std::ostream& out, std::string_view heading, std::span<const OptionRow> rows,
                   bool arguments, int width) {
    bool first = true;
    for (const auto& row : rows) {
        if (row.is_argument != arguments) continue;
        if (first) out << '\n' << heading << ":\n";
        first = false;
        print_option(out, row, width);
    }
}

// As many of their names as fit on a line with where they are explained.
std::string global_options_line(int width) {
    GlobalOptions globals;
    Options options;
    globals.declare(options);
    std::string line = "Global options: ";
    constexpr std::string_view k_end = "...; see reklamaatio help options";
    for (const auto& row : options.rows()) {
        const auto name = row.long_name() + ", ";
        if (text::width(line) + text::width(name) + text::width(k_end) > width) break;
        line += name;
    }
    return line.append(k_end);
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

void show_version(std::ostream& out) {
    out << "reklamaatio " << k_version << '\n';
}

void show_front_page(std::ostream& out, int width) {
    print_wrapped(out, "reklamaatio: complaints handled quickly, honestly and to the end", width);
    out << "\nUsage: reklamaatio COMMAND [OPTIONS] [ARGUMENTS]\n";
    for (const auto& group : k_groups) {
        out << '\n' << group.heading << ":\n";
        for (const auto* row : commands())
            if (row->group == group.group)
                print_beside(out, fmt::format("  {}", row->name), k_command_column, row->summary, width);
    }
    out << '\n';
    print_wrapped(out,
                  "reklamaatio COMMAND --help shows examples and options, reklamaatio help options those of "
                  "every command; man reklamaatio has the full manual.",
                  width);
}

void show_help(std::ostream& out, const CommandRow& row, std::span<const OptionRow> options, int width) {
    print_wrapped(out, fmt::format("reklamaatio {}: {}", row.name, row.summary), width);
    out << '\n';
    for (const auto& example : row.examples) {
        if (example.line.empty()) continue;
        out << "  " << example.line << '\n';
        for (const auto& line : text::wrapped(example.comment, width - k_indent))
            out << std::string(k_indent, ' ') << line << '\n';
    }
    out << "\nUsage: " << usage_line(row, options) << '\n';
    print_options(out, "Arguments", options, true, width);
    print_options(out, "Options", options, false, width);
    out << '\n';
    print_wrapped(out, global_options_line(width), width);
}

void show_global_options(std::ostream& out, int width) {
    GlobalOptions globals;
    Options options;
    globals.declare(options);
    print_wrapped(out, "Every command has these options; they may stand before or after it.", width);
    print_options(out, "Global options", options.rows(), false, width);
}

} // namespace reklamaatio::cli
