// SPDX-License-Identifier: GPL-3.0-or-later
// The row is scanned where it is kept: a field without quotes ends at the next delimiter of its line, one in quotes
// at the next quote, and both are found by memchr. Only an escape has to be looked for character by character.
#include "exchange/scanner.hpp"

#include "exchange/error.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

constexpr std::size_t k_longest_row = std::size_t{16} * 1024 * 1024;
constexpr std::string_view k_line_ends = "\r\n";
constexpr std::string_view k_blanks = " \t";

// Behind a backslash; what is none of these is text, the backslash as well.
constexpr std::string_view k_letters = "tnr\\";
constexpr std::string_view k_meanings = "\t\n\r\\";

std::string with_letters_read(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto known =
            text[i] == '\\' && i + 1 < text.size() ? k_letters.find(text[i + 1]) : std::string::npos;
        if (known != std::string::npos) ++i;
        plain += known != std::string::npos ? k_meanings[known] : text[i];
    }
    return plain;
}

bool is_in_apostrophes(std::string_view text) {
    return text.size() > 1 && text.front() == '\'' && text.back() == '\'';
}

} // namespace

bool Scanner::next(CsvRow& row) {
    m_row = &row;
    if (!begin_row()) return false;
    do
        take_field();
    while (skip_delimiter());
    row.raw.resize(m_end);
    m_usual_fields = row.fields.size();
    if (m_single && !row.fault)
        row.doubts.push_back({*m_single, "a quote without a partner in its field is taken as text"});
    return true;
}

void Scanner::read_letters() {
    m_has_letters = true;
    m_dialect.quote = '\0';
}

void Scanner::refuse(const Place& place, std::string_view what) const {
    throw DataError(fmt::format("{}:{}:{}: {}", m_lines.file(), place.line, place.column, what));
}

// In a line that holds anything.
bool Scanner::begin_row() {
    m_row->fields.clear();
    m_row->fault.reset();
    m_row->fields.reserve(m_usual_fields);
    m_single.reset();
    do {
        m_row->raw.clear();
        if (!take_line()) return false;
    } while (m_at == m_end);
    m_row->place = m_place;
    return true;
}

// One more line of the row.
bool Scanner::take_line() {
    auto& raw = m_row->raw;
    auto line = m_lines.next();
    if (!line) return false;
    // What a carriage return too many has left of the line before.
    if (raw.empty()) line->remove_prefix(std::min(line->find_first_not_of(k_line_ends), line->size()));
    m_at = m_counted = raw.size();
    m_place = {m_lines.number(), 1};
    raw += *line;
    auto length = line->size();
    while (length > 0 && k_line_ends.find((*line)[length - 1]) != std::string_view::npos)
        --length;
    m_end = m_at + length;
    const auto held = line->substr(0, length);
    if (raw.size() > k_longest_row && !m_row->fields.empty())
        refuse(m_row->fields.back().place,
               "the field that begins here has more than 16 MiB; is its quote never closed?");
    m_has_stray_end = held.find('\r') != std::string_view::npos || held.find('\n') != std::string_view::npos;
    return true;
}

std::string_view Scanner::content() const {
    return std::string_view(m_row->raw).substr(0, m_end);
}

bool Scanner::is_at_delimiter() const {
    return content().substr(m_at).starts_with(m_dialect.delimiter);
}

bool Scanner::skip_delimiter() {
    if (m_at == m_end) return false;
    m_at += m_dialect.delimiter.size();
    return true;
}

// Offsets come in their order.
Place Scanner::place_at(std::size_t offset) {
    m_place.column += text::characters(std::string_view(m_row->raw).substr(m_counted, offset - m_counted));
    m_counted = offset;
    return m_place;
}

void Scanner::take_field() {
    auto& field = m_row->fields.emplace_back();
    field.place = place_at(m_at);
    field.offset = m_at;
    if (m_dialect.quote != '\0' && m_at < m_end && m_row->raw[m_at] == m_dialect.quote)
        take_quoted(field);
    else {
        if (m_dialect.escape != '\0')
            take_plain_with_escapes(field);
        else
            take_plain(field);
        if (m_dialect.quote == '"' && is_in_apostrophes(field.text))
            m_row->doubts.push_back({field.place,
                                     "single quotes around a field are taken as text; if they quote, say "
                                     "quote = \"'\" in a profile"});
    }
}

void Scanner::take_plain(CsvField& field) {
    const auto& delimiter = m_dialect.delimiter;
    const auto line = content();
    const auto found =
        delimiter.size() == 1 ? line.find(delimiter.front(), m_at) : line.find(delimiter, m_at);
    const auto end = std::min(found, m_end);
    field.text.assign(line, m_at, end - m_at);
    if (m_has_stray_end) check_ends(end);
    if (m_dialect.quote != '\0' && field.text.find(m_dialect.quote) != std::string::npos) {
        Quotes quotes;
        for (auto at = line.find(m_dialect.quote, m_at); at < end; at = line.find(m_dialect.quote, at + 1))
            count(quotes, at, line.substr(m_at, at - m_at));
        judge(quotes);
    }
    m_at = end;
    if (m_has_letters && field.text.find('\\') != std::string::npos)
        field.text = with_letters_read(field.text);
}

void Scanner::take_plain_with_escapes(CsvField& field) {
    Quotes quotes;
    while (m_at < m_end && !is_at_delimiter()) {
        if (m_row->raw[m_at] == m_dialect.escape && take_escaped(field.text)) continue;
        if (m_has_stray_end) check_ends(m_at + 1);
        if (m_dialect.quote != '\0' && m_row->raw[m_at] == m_dialect.quote) count(quotes, m_at, field.text);
        field.text += m_row->raw[m_at++];
    }
    judge(quotes);
}

// Between here and `end`, outside of quotes.
void Scanner::check_ends(std::size_t end) {
    const auto stray = content().substr(0, end).find_first_of(k_line_ends, m_at);
    if (stray == std::string_view::npos) return;
    refuse(place_at(stray), "a carriage return or a line feed alone in a field; put the field in quotes");
}

// Behind nothing but blanks a quote may have been meant to quote: that is not guessed at.
void Scanner::count(Quotes& quotes, std::size_t at, std::string_view before) {
    const auto place = place_at(at);
    if (quotes.number++ == 0 && before.find_first_not_of(k_blanks) == std::string_view::npos)
        refuse(
            place,
            "a quote after blanks; remove the blanks, or put the field in quotes and write the quote twice");
    quotes.last = place;
}

// A field that had quotes once, and lost one of them, may have been parted where it holds a delimiter: its two quotes
// are in different fields now.
void Scanner::judge(const Quotes& quotes) {
    if (quotes.number % 2 == 0) return;
    if (m_single && !m_row->fault)
        m_row->fault = {
            quotes.last,
            fmt::format(
                "a quote that may be the partner of the one at {}:{}, in another field; put fields with "
                "quotes in quotes and write each quote twice, or say quote = \"\" in a profile where "
                "they are text",
                m_single->line, m_single->column)};
    m_single = quotes.last;
}

// What the escape here makes text of, and the escape with it; false when it is text itself.
bool Scanner::take_escaped(std::string& text) {
    const auto& raw = m_row->raw;
    const auto& delimiter = m_dialect.delimiter;
    const auto next = m_at + 1;
    if (next == m_end && m_end < raw.size()) {
        const auto line_end = raw.substr(m_end);
        if (!take_line()) return false;
        text += line_end;
        return true;
    }
    if (next >= m_end) return false;
    // Where nothing quotes, a line end or a tab of a text is written so, as by mysql --batch and COPY.
    const auto letter =
        m_dialect.quote == '\0' && m_dialect.escape == '\\' ? k_letters.find(raw[next]) : std::string::npos;
    if (letter != std::string::npos) {
        text += k_meanings[letter];
        m_at = next + 1;
        return true;
    }
    const bool is_known =
        raw[next] == m_dialect.escape || (m_dialect.quote != '\0' && raw[next] == m_dialect.quote);
    const auto size = content().substr(next).starts_with(delimiter) ? delimiter.size() : is_known ? 1 : 0;
    text.append(raw, next, size);
    m_at = size > 0 ? next + size : m_at;
    return size > 0;
}

void Scanner::take_quoted(CsvField& field) {
    const char quote = m_dialect.quote;
    const char escape = m_dialect.escape;
    const auto& raw = m_row->raw;
    const std::array<char, 2> stops{quote, escape};
    for (++m_at;;) {
        const auto stop =
            escape == '\0' ? raw.find(quote, m_at) : raw.find_first_of(stops.data(), m_at, stops.size());
        field.text.append(raw, m_at, stop - m_at);
        m_at = std::min(stop, raw.size());
        if (stop == std::string::npos) {
            if (!take_line()) refuse(field.place, "the quote that opens here is never closed");
        } else if (raw[stop] == escape) {
            if (!take_escaped(field.text)) field.text += raw[m_at++];
        } else if (++m_at < raw.size() && raw[m_at] == quote) {
            field.text += raw[m_at++];
        } else {
            break;
        }
    }
    if (m_at == m_end || is_at_delimiter()) return;
    const auto rest = content().substr(m_at);
    const auto text = std::min(rest.find_first_not_of(k_blanks), rest.size());
    if (text > 0 && (text == rest.size() || rest.substr(text).starts_with(m_dialect.delimiter)))
        refuse(place_at(m_at),
               fmt::format("blanks after the closing quote of the field that begins at {}:{}; remove them",
                           field.place.line, field.place.column));
    refuse(place_at(m_at), fmt::format("text after the closing quote of the field that begins at {}:{}; "
                                       "a quote inside quotes is written twice",
                                       field.place.line, field.place.column));
}

} // namespace reklamaatio::exchange
