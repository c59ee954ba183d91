// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/profile_text.hpp"

#include "complaint/prose.hpp"
#include "exchange/likely_words.hpp"
#include "text/fold.hpp"
#include "text/plural.hpp"
#include "text/width.hpp"
#include "toml/quoted.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::exchange {

namespace {

// A value that is none, as databases write it.
constexpr std::string_view k_null = "\\N";

using toml::quoted;

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

bool is_plain(const DetectedFormats& formats) {
    return formats.empty() || std::ranges::find(formats, std::string()) != formats.end();
}

// Where the file does not tell which is meant, none is in force.
void add_formats(std::string_view key, const DetectedFormats& formats, Text& text) {
    if (is_plain(formats)) return;
    const bool is_open = formats.size() > 1;
    for (const auto& format : formats)
        text.setting(fmt::format("{} = {}", key, quoted(format)),
                     is_open ? "? the file does not tell which" : "", is_open);
}

void add_dialect(const Detection& detection, Text& text) {
    const auto& [delimiter, quote, escape] = detection.dialect;
    if (!delimiter.empty()) text.setting("delimiter = " + quoted(delimiter), "");
    const auto character = [](char c) { return quoted(c == '\0' ? "" : std::string(1, c)); };
    if (quote != Dialect().quote) text.setting("quote = " + character(quote), "");
    if (escape != '\0') text.setting("escape = " + character(escape), "");
}

// Whether all times of day of the file are left to the zone in which they are read.
bool has_bare_times(const Detection& detection) {
    const auto are_times = [](const DetectedColumn& column) {
        return column.field != nullptr && column.look.may_be(Look::times) && column.look.has_clock_times();
    };
    const auto tells_zone = [&](const DetectedColumn& column) {
        return are_times(column) && column.look.tells_zone();
    };
    return std::ranges::any_of(detection.columns, are_times)
           && std::ranges::none_of(detection.columns, tells_zone);
}

void add_timezone(const Detection& detection, Text& text) {
    if (!detection.utc_columns.empty())
        text.setting("timezone = \"UTC\"",
                     fmt::format("? by the name of {}", text::listed(detection.utc_columns, "and")));
    else if (!detection.timezone.empty() && has_bare_times(detection))
        text.setting("timezone = " + quoted(detection.timezone),
                     fmt::format("? no zone in these times; read in {}", detection.timezone), true);
}

// "shop" of "in/shop.csv"; nothing of standard input.
std::string stem_of(const std::string& file) {
    const auto name = file.substr(file.find_last_of('/') + 1);
    return name.find('.') == std::string::npos ? "" : name.substr(0, name.find('.'));
}

void add_form(const Detection& detection, Text& text) {
    if (!detection.encoding.encoding.empty())
        text.setting("encoding = " + quoted(detection.encoding.encoding), detection.encoding.evidence);
    if (!detection.csv_dialect.empty())
        text.setting("csv_dialect = " + quoted(detection.csv_dialect), "");
    else
        add_dialect(detection, text);
    if (!detection.has_header) text.setting("header = false", "");
    if (detection.skip_lines > 0) text.setting(fmt::format("skip_lines = {}", detection.skip_lines), "");
    if (detection.skip_last_lines > 0)
        text.setting(fmt::format("skip_last_lines = {}", detection.skip_last_lines),
                     "? no rows of the table");
    add_formats("date_format", detection.date_formats, text);
    add_timezone(detection, text);
    text.setting("source = " + quoted(stem_of(detection.file)), "? the name of the system, a part of the key",
                 true);
}

void add_decimal_mark(const Detection& detection, Text& text) {
    std::string marks;
    for (const auto& column : detection.columns)
        if (column.field != nullptr && column.field->type() == complaint::FieldType::money)
            if (const auto mark = column.look.decimal_mark()) marks += *mark;
    if (!marks.empty() && marks.find_first_not_of(marks.front()) == std::string::npos)
        text.setting(fmt::format("decimal_mark = {}", quoted(marks.substr(0, 1))), "");
}

void add_tags(const Detection& detection, Text& text) {
    const auto has_commas = [](const DetectedColumn& column) {
        return column.goes_to("tags") && column.look.has_commas();
    };
    if (std::ranges::any_of(detection.columns, has_commas)) text.setting("tag_separator = \",\"", "");
}

// Words for none, in columns that go somewhere. In a text they may be text, but for what databases write.
void add_empty(const Detection& detection, Text& text) {
    std::vector<std::string> none;
    bool all_known = true;
    const auto add = [&](const std::string& word) {
        if (std::ranges::find(none, quoted(word)) == none.end()) none.push_back(quoted(word));
    };
    for (const auto& column : detection.columns) {
        if (column.field == nullptr) continue;
        const auto& words = column.look.none_words();
        if (complaint::is_prose(column.field->name)) {
            if (std::ranges::find(words, k_null) != words.end()) add(std::string(k_null));
            continue;
        }
        std::ranges::for_each(column.look.misfits(), add);
        all_known = all_known && column.look.misfits().empty();
        for (const auto& word : words)
            if (!column.field->knows(word)) add(word);
    }
    if (!none.empty())
        text.setting(fmt::format("empty = [{}]", fmt::join(none, ", ")),
                     all_known ? "? they mean none" : "? these do not fit; do they mean none", !all_known);
}

// Several columns of one field are joined.
void add_column(const Detection& detection, const Field& field, Text& text) {
    std::vector<std::string> keys;
    std::string looks;
    bool is_guess = false;
    for (const auto& column : detection.columns) {
        if (column.field != &field && column.also != &field) continue;
        if (keys.empty()) looks = column.look.description();
        keys.push_back(quoted(column.key));
        is_guess = is_guess || column.is_guess || column.also == &field;
    }
    if (keys.empty()) return;
    const auto from = keys.size() == 1 ? keys.front() : fmt::format("[{}]", fmt::join(keys, ", "));
    text.setting(fmt::format("{} = {}", field.name, from),
                 is_guess ? "? by what it looks like: " + looks : looks);
}

void add_columns(const Detection& detection, Text& text) {
    text.line();
    text.line("[columns]");
    for (const auto* field : detection.fields->all()) {
        add_column(detection, *field, text);
        for (const auto& column : detection.columns)
            if (std::ranges::find(column.rivals, field) != column.rivals.end())
                text.setting(fmt::format("{} = {}", field->name, quoted(column.key)), "? or this one", true);
    }
    for (const auto& column : detection.columns)
        if (column.goes_nowhere() && column.own.empty())
            text.line(fmt::format("# {} goes nowhere: {}", quoted(column.key), column.look.description()));
    if (std::ranges::all_of(detection.date_formats_of, [](const auto& of) { return is_plain(of.second); }))
        return;
    text.line();
    text.line("[date_formats]");
    for (const auto& [field, formats] : detection.date_formats_of)
        add_formats(field->name, formats, text);
}

void add_values(const DetectedColumn& column, Text& text) {
    const auto known = [&](const auto& word) {
        return column.field->knows(word.first) || stands_for_none(word.first);
    };
    if (column.look.words().empty() || std::ranges::all_of(column.look.words(), known)) return;
    text.line();
    text.line(fmt::format("[values.{}]", column.field->name));
    for (const auto& [word, count] : column.look.words()) {
        if (known(std::pair{word, count})) continue;
        const auto ours = likely_word(column.field->name, word);
        text.setting(fmt::format("{} = {}", quoted(word), quoted(ours)),
                     ours.empty() ? fmt::format("? {}; {}", text::plural(count, "row"),
                                                text::alternatives(column.field->words()))
                                  : fmt::format("? {}; a guess", text::plural(count, "row")),
                     ours.empty());
    }
}

// They mean it in their own column alone: a status may be called so, too.
void add_nobodies(const DetectedColumn& column, Text& text) {
    bool is_first = true;
    for (const auto& [word, count] : column.look.words()) {
        if (!stands_for_nobody(word)) continue;
        if (is_first) text.line(fmt::format("\n[values.{}]", column.field->name));
        is_first = false;
        text.setting(quoted(word) + " = \"\"", fmt::format("? {}; nobody", text::plural(count, "row")));
    }
}

// What Exchange has for people of the house in place of an address.
void add_directory_names(const Detection& detection, Text& text) {
    for (const auto& column : detection.columns) {
        if (!column.goes_to("email") || column.look.directory_names() == 0) continue;
        text.line();
        text.line("[values.email]");
        text.setting("\"/o=*\" = \"\"",
                     fmt::format("? {}; no address", text::plural(column.look.directory_names(), "row")));
    }
}

// Nobody need lose what is none of ours.
void add_other(const Detection& detection, Text& text) {
    const auto has_more_to_keep = [](const DetectedColumn& column) {
        return column.goes_nowhere() && column.look.filled() > 0;
    };
    const auto others = std::ranges::count_if(detection.columns, has_more_to_keep);
    if (detection.keeps_other)
        text.setting("keep_other = true", "");
    else if (others > 0)
        text.setting("keep_other = true",
                     fmt::format("? to keep {} as {} of your own", text::plural(others, "column"),
                                 text::one_or_many(others, "a field", "fields")),
                     true);
}

// In columns of seconds since 1970.
void add_epoch_zeros(const Detection& detection, Text& text) {
    for (const auto& column : detection.columns) {
        if (column.field == nullptr || !column.look.has_epoch_zeros()) continue;
        text.line();
        text.line(fmt::format("[values.{}]", column.field->name));
        text.setting("\"0\" = \"\"", "? no time");
    }
}

} // namespace

std::string profile_text(const Detection& detection) {
    Text text;
    text.line(fmt::format("# How {} is read, by what it looks like. Settle what has a question mark.",
                          detection.file));
    add_form(detection, text);
    add_other(detection, text);
    add_tags(detection, text);
    add_decimal_mark(detection, text);
    // A time that complaints have that are not over is no end of theirs.
    if (detection.stale_ends > 0)
        text.setting("stale_ends = \"ignore\"",
                     fmt::format("? {} {} an end and {} not over", text::plural(detection.stale_ends, "row"),
                                 text::one_or_many(detection.stale_ends, "has", "have"),
                                 text::one_or_many(detection.stale_ends, "is", "are")));
    add_empty(detection, text);
    add_columns(detection, text);
    for (const auto& column : detection.columns)
        if (column.field != nullptr && !column.field->words().empty()) add_values(column, text);
    for (const auto& column : detection.columns)
        if (column.goes_to("assignee") || column.goes_to("team")) add_nobodies(column, text);
    add_epoch_zeros(detection, text);
    add_directory_names(detection, text);
    return text.take();
}

} // namespace reklamaatio::exchange
