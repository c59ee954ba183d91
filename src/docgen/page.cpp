// SPDX-License-Identifier: GPL-3.0-or-later
#include "docgen/page.hpp"

#include "cli/version.hpp"
#include "docgen/roff.hpp"
#include "text/width.hpp"
#include "text/wrap.hpp"

#include <algorithm>
#include <cctype>
#include <stdexcept>

#include <fmt/format.h>

namespace reklamaatio::docgen {

namespace {

// Of the text, not of the day on which it was made: the same source gives the same pages.
constexpr std::string_view k_date = "2026-11-22";
constexpr int k_source_width = 100;
// What a terminal of 80 columns has beside the margins.
constexpr int k_example_width = 68;
constexpr std::string_view k_continuation = "    ";

// Lines that begin with a dot or a quote would be requests.
std::string guarded(std::string line) {
    return line.starts_with('.') || line.starts_with('\'') ? "\\&" + line : line;
}

// The last place before the column where a word that is an option or a pipe begins, outside quotes.
std::size_t last_break(std::string_view line, std::size_t column) {
    std::size_t found = std::string_view::npos;
    bool quoted = false;
    for (std::size_t at = 0; at + 1 < line.size() && at < column; ++at) {
        if (line[at] == '"') quoted = !quoted;
        if (!quoted && at > 0 && line[at] == ' ' && (line[at + 1] == '-' || line[at + 1] == '|')) found = at;
    }
    return found;
}

std::string broken_command(std::string line) {
    std::string lines;
    while (text::width(line) > k_example_width) {
        const auto place = last_break(line, k_example_width - 2);
        if (place == std::string::npos || place <= k_continuation.size()) break;
        lines += line.substr(0, place) + " \\\n";
        line = fmt::format("{}{}", k_continuation, line.substr(place + 1));
    }
    return lines + line;
}

} // namespace

ManPage::ManPage(std::string name, int section, std::string_view summary)
    : m_file_name(fmt::format("{}.{}", name, section)) {
    if (summary.empty()) throw std::runtime_error(name + " has no summary");
    std::string title = name;
    std::ranges::transform(title, title.begin(), [](unsigned char c) { return std::toupper(c); });
    add(".\\\" SPDX-License-Identifier: GPL-3.0-or-later");
    add(".\\\" Made by docgen from the tables of the program; changes here are lost.");
    add(fmt::format(".TH {} {} {} \"reklamaatio {}\" \"Complaint handling\"", literal(title), section, k_date,
                    cli::k_version));
    add(".ad l");
    heading("NAME");
    fill(literal(name) + " \\- " + prose(summary));
}

void ManPage::add(std::string_view macro) {
    m_text += macro;
    m_text += '\n';
}

void ManPage::begin_paragraph() {
    if (!m_after_heading) add(".PP");
    m_after_heading = false;
}

void ManPage::fill(std::string_view roff) {
    for (const auto& line : text::wrapped(roff, k_source_width))
        add(guarded(line));
    m_after_heading = false;
}

void ManPage::heading(std::string_view title) {
    add(".SH " + literal(title));
    m_after_heading = true;
}

void ManPage::subheading(std::string_view title) {
    add(".SS " + literal(title));
    m_after_heading = true;
}

void ManPage::paragraph(std::string_view text) {
    line(prose(text));
}

void ManPage::line(std::string_view roff) {
    begin_paragraph();
    fill(roff);
}

void ManPage::item(std::string_view term, std::string_view text) {
    add(".TP");
    add(guarded(std::string(term)));
    fill(prose(text));
}

void ManPage::example(std::string_view text) {
    begin_paragraph();
    add(".RS 4");
    add(".EX");
    while (text.ends_with('\n'))
        text.remove_suffix(1);
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const std::string line(text.substr(at, end - at));
        add_verbatim(line.starts_with("reklamaatio ") ? broken_command(line) : line);
        at = end + 1;
    }
    add(".EE");
    add(".RE");
}

void ManPage::add_verbatim(std::string_view lines) {
    for (std::size_t at = 0; at <= lines.size();) {
        const auto end = std::min(lines.find('\n', at), lines.size());
        add(guarded(literal(lines.substr(at, end - at))));
        at = end + 1;
    }
}

void ManPage::grid(const std::vector<std::vector<std::string>>& rows) {
    std::vector<int> widths;
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths.resize(std::max(widths.size(), i + 1));
            widths[i] = std::max(widths[i], text::width(row[i]));
        }
    std::string lines;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i)
            line += text::padded_right(row[i], widths[i]) + "  ";
        line.erase(line.find_last_not_of(' ') + 1);
        lines += line + '\n';
    }
    begin_paragraph();
    add(".EX");
    add_verbatim(lines.substr(0, lines.size() - 1));
    add(".EE");
}

} // namespace reklamaatio::docgen
