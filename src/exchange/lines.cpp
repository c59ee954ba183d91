// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lines.hpp"

#include "exchange/error.hpp"
#include "text/utf8.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

// More is no line of a table; it would only fill the memory.
constexpr std::size_t k_longest_line = std::size_t{16} * 1024 * 1024;

// Ctrl-Z, with which programs for DOS end a file.
constexpr char k_end_of_dos_file = '\x1A';

// The end of the file's first line, quoted ones aside: CR without LF is what old Macs wrote.
char line_end_of(std::string_view text, const Dialect& dialect) {
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (dialect.escape != '\0' && text[at] == dialect.escape) {
            ++at;
            continue;
        }
        if (dialect.quote != '\0' && text[at] == dialect.quote) quoted = !quoted;
        if (quoted) continue;
        if (text[at] == '\n') return '\n';
        if (text[at] == '\r') return at + 1 < text.size() && text[at + 1] != '\n' ? '\r' : '\n';
    }
    return '\n';
}

// 0x80 to 0x9f are letters and quotes in the encodings of Windows, and nothing in those of ISO.
std::string_view probable_encodings(std::string_view text) {
    const bool windows = std::ranges::any_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 && byte <= 0x9F;
    });
    return windows ? "windows-1252 or windows-1250" : "ISO-8859-1, ISO-8859-2 or windows-1250";
}

} // namespace

Lines::Lines(std::istream& in, std::string file, const std::string& encoding, Dialect dialect)
    : m_file(std::move(file)), m_decoder(in, m_file, encoding), m_dialect(std::move(dialect)) {}

// Adds to what was not given yet.
bool Lines::read_more() {
    m_text.erase(0, m_at);
    m_at = 0;
    if (!m_decoder.read(m_text)) return false;
    if (!m_begun) {
        m_begun = true;
        // Some encodings keep their BOM when they are converted.
        if (m_text.starts_with("\xEF\xBB\xBF")) m_text.erase(0, 3);
        m_end = line_end_of(m_text, m_dialect);
    }
    return true;
}

std::string_view Lines::ahead() {
    if (m_at == m_text.size()) read_more();
    return std::string_view(m_text).substr(m_at);
}

// Behind the end of the next line; nothing when none follows.
std::optional<std::size_t> Lines::find_end() {
    for (std::size_t looked_at = 0;;) {
        const auto end = m_text.find(m_end, m_at + looked_at);
        if (end != std::string::npos) return end + 1;
        looked_at = m_text.size() - m_at;
        if (looked_at > k_longest_line)
            throw DataError(fmt::format("{}:{}: the line is longer than 16 MiB; is this a CSV file?", m_file,
                                        m_number + 1));
        if (!read_more()) return std::nullopt;
    }
}

std::optional<std::string_view> Lines::next() {
    const auto end = find_end();
    if (!end && m_decoder.fault()) refuse_broken(m_text);
    if (!end && m_text.empty()) return std::nullopt;
    const auto begin = m_at;
    m_at = end.value_or(m_text.size());
    auto line = std::string_view(m_text).substr(begin, m_at - begin);
    if (line.ends_with(k_end_of_dos_file)) line.remove_suffix(1);
    if (!end && line.empty()) return std::nullopt;
    ++m_number;
    check(line);
    return line;
}

std::string Lines::place_of(std::size_t number, std::string_view before) const {
    return fmt::format("{}:{}:{}", m_file, number, text::characters(before) + 1);
}

void Lines::refuse_broken(std::string_view line) const {
    throw DataError(*m_decoder.fault(), place_of(m_number + 1, line), m_decoder.facts());
}

void Lines::check(std::string_view line) const {
    if (const auto nul = line.find('\0'); nul != std::string_view::npos)
        throw DataError(Unreadable::nul_byte, place_of(m_number, line.substr(0, nul)));
    const auto invalid = text::invalid_utf8_at(line);
    if (!invalid) return;
    // The rest of what was read tells more than one letter.
    const auto evidence = std::string(line.substr(*invalid)) + m_text.substr(m_at);
    throw DataError(Unreadable::not_utf8, place_of(m_number, line.substr(0, *invalid)),
                    {{"encodings", std::string(probable_encodings(evidence))}});
}

} // namespace reklamaatio::exchange
