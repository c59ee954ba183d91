// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/profile_text.hpp"

#include "exchange/likely_words.hpp"
#include "text/fold.hpp"
#include "text/plural.hpp"
#include "text/width.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::exchange {

namespace {

// A text in TOML's quotes.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += fmt::format("\\{}", c);
        else if (c == '\t')
            result += "\\t";
        else if (static_cast<unsigned char>(c) < 0x20)
            result += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            result += c;
    }
    return result + '"';
}

class Text {
  public:
    void line(const std::string& text = "") { m_text += text + '\n'; }
    // A setting, and what is to be said of it; one that somebody has to settle is out of force until then.
    void setting(const std::string& text, const std::string& comment, bool is_open = false) {
        constexpr int k_comments_at = 30;
        std::string whole = (is_open ? "# " : "") + text;
        if (!comment.empty()) {
            const int gap = k_comments_at - text::width(whole);
            if (gap > 0) whole.append(static_cast<std::size_t>(gap), ' ');
            whole += "  # " + comment;
        }
        line(whole);
    }
    std::string take() { return std::move(m_text); }

  private:
    std::string m_text;
};

void add_form(const Detection& detection, Text& text) {
    if (!detection.encoding.encoding.empty())
        text.setting("encoding = " + quoted(detection.encoding.encoding), detection.encoding.evidence);
    if (!detection.delimiter.empty()) text.setting("delimiter = " + quoted(detection.delimiter), "");
    if (detection.skip_lines > 0) text.setting(fmt::format("skip_lines = {}", detection.skip_lines), "");
    const auto& formats = detection.date_formats;
    const bool is_plain = formats.empty() || std::ranges::find(formats, std::string()) != formats.end();
    if (formats.size() == 1 && !is_plain) text.setting("date_format = " + quoted(formats.front()), "");
    if (formats.size() > 1 && !is_plain)
        for (const auto& format : formats)
            text.setting("date_format = " + quoted(format), "? the file does not tell which", true);
    text.setting("source = \"\"", "? the name of the system, a part of the key", true);
}

bool is_of(const DetectedColumn& column, std::string_view field) {
    return column.field != nullptr && column.field->name == field;
}

// How many rows have a status of what is over; nothing where no column tells it.
std::optional<std::size_t> ended_rows(const Detection& detection) {
    const auto status =
        std::ranges::find_if(detection.columns, [](const auto& c) { return is_of(c, "status"); });
    if (status == detection.columns.end()) return std::nullopt;
    std::size_t rows = 0;
    for (const auto& [word, count] : status->look.words()) {
        const auto ours = likely_word("status", word);
        if (ours == "resolved" || ours == "closed" || ours == "void") rows += count;
    }
    return rows;
}

// A time that more complaints have than are over is an end only of those.
void add_ends(const Detection& detection, Text& text) {
    const auto ended = ended_rows(detection);
    if (!ended) return;
    const auto is_stale = [&](const DetectedColumn& column) {
        return (is_of(column, "closed_at") || is_of(column, "resolved_at")) && column.look.filled() > *ended;
    };
    if (std::ranges::any_of(detection.columns, is_stale))
        text.setting("stale_ends = \"ignore\"", "? more rows have an end than are over");
}

void add_tags(const Detection& detection, Text& text) {
    const auto has_commas = [](const DetectedColumn& column) {
        return is_of(column, "tags") && column.look.has_commas();
    };
    if (std::ranges::any_of(detection.columns, has_commas)) text.setting("tag_separator = \",\"", "");
}

bool stands_for_none(std::string_view word) {
    constexpr std::array<std::string_view, 12> k_none{"-",    "--",          "n/a",     "na",
                                                      "none", "null",        "(empty)", "(none)",
                                                      "?",    "ei tiedossa", "brak",    "nie dotyczy"};
    return std::ranges::find(k_none, text::lower(word)) != k_none.end();
}

// Words for none, in columns that go somewhere.
void add_empty(const Detection& detection, Text& text) {
    std::vector<std::string> none;
    bool all_known = true;
    const auto add = [&](const std::string& word) {
        if (std::ranges::find(none, quoted(word)) != none.end()) return;
        none.push_back(quoted(word));
        all_known = all_known && stands_for_none(word);
    };
    for (const auto& column : detection.columns) {
        if (column.field == nullptr) continue;
        std::ranges::for_each(column.look.misfits(), add);
        for (const auto& [word, count] : column.look.words())
            if (stands_for_none(word) && !column.field->knows(word)) add(word);
    }
    if (!none.empty())
        text.setting(fmt::format("empty = [{}]", fmt::join(none, ", ")),
                     all_known ? "? they mean none" : "? these do not fit; do they mean none", !all_known);
}

void add_columns(const Detection& detection, Text& text) {
    text.line();
    text.line("[columns]");
    for (const auto& field : fields())
        for (const auto& column : detection.columns) {
            if (column.field == &field)
                text.setting(fmt::format("{} = {}", field.name, quoted(column.name)),
                             column.is_guess ? "? by what it looks like: " + column.look.description()
                                             : column.look.description());
            if (std::ranges::find(column.rivals, &field) != column.rivals.end())
                text.setting(fmt::format("{} = {}", field.name, quoted(column.name)), "? or this one", true);
        }
    for (const auto& column : detection.columns)
        if (column.field == nullptr && column.rivals.empty())
            text.line(fmt::format("# {} goes nowhere: {}", quoted(column.name), column.look.description()));
}

void add_values(const DetectedColumn& column, Text& text) {
    const auto known = [&](const auto& word) { return column.field->knows(word.first); };
    if (column.look.words().empty() || std::ranges::all_of(column.look.words(), known)) return;
    text.line();
    text.line(fmt::format("[values.{}]", column.field->name));
    for (const auto& [word, count] : column.look.words()) {
        if (column.field->knows(word)) continue;
        const auto ours = likely_word(column.field->name, word);
        text.setting(fmt::format("{} = {}", quoted(word), quoted(ours)),
                     ours.empty() ? fmt::format("? {}; {}", text::plural(count, "row"),
                                                text::alternatives(column.field->words()))
                                  : fmt::format("? {}; a guess", text::plural(count, "row")),
                     ours.empty());
    }
}

} // namespace

std::string profile_text(const Detection& detection) {
    Text text;
    text.line(fmt::format("# How {} is read, by what it looks like. Settle what has a question mark.",
                          detection.file));
    add_form(detection, text);
    add_tags(detection, text);
    add_ends(detection, text);
    add_empty(detection, text);
    add_columns(detection, text);
    for (const auto& column : detection.columns)
        if (column.field != nullptr && !column.field->words().empty()) add_values(column, text);
    return text.take();
}

} // namespace reklamaatio::exchange
