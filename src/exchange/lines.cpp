// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/lines.hpp"

#include "exchange/error.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

// More is no line of a table; it would only fill the memory.
constexpr std::size_t k_longest_line = std::size_t{16} * 1024 * 1024;

// The end of the file's first line, quoted ones aside: CR without LF is what old Macs wrote.
char line_end_of(std::string_view text) {
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"') quoted = !quoted;
        if (quoted) continue;
        if (text[at] == '\n') return '\n';
        if (text[at] == '\r') return at + 1 < text.size() && text[at + 1] != '\n' ? '\r' : '\n';
    }
    return '\n';
}

// Only the bytes up to the first that is not ASCII, or nothing when there is none: eight at a time, since
// most text is ASCII.
std::size_t ascii_length(std::string_view text) {
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, 8);
        if ((eight & 0x8080808080808080U) != 0) break;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
        ++at;
    return at;
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

std::size_t characters(std::string_view text) {
    const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins));
}

Lines::Lines(std::istream& in, std::string file, const std::string& encoding)
    : m_file(std::move(file)), m_decoder(in, m_file, encoding) {}

bool Lines::refill() {
    m_at = 0;
    if (!m_decoder.read(m_text)) return false;
    if (!m_begun) {
        m_begun = true;
        // Some encodings keep their BOM when they are converted.
        if (m_text.starts_with("\xEF\xBB\xBF")) m_text.erase(0, 3);
        m_end = line_end_of(m_text);
    }
    return true;
}

std::string_view Lines::ahead() {
    if (m_at == m_text.size()) refill();
    return std::string_view(m_text).substr(m_at);
}

bool Lines::next(std::string& line) {
    line.clear();
    while (true) {
        const auto end = m_text.find(m_end, m_at);
        const auto length = end == std::string::npos ? m_text.size() - m_at : end + 1 - m_at;
        line.append(m_text, m_at, length);
        m_at += length;
        if (line.size() > k_longest_line)
            throw DataError(fmt::format("{}:{}: the line is longer than 16 MiB; is this a CSV file?", m_file,
                                        m_number + 1));
        if (end != std::string::npos) break;
        if (refill()) continue;
        if (m_decoder.broken()) refuse_broken(line);
        if (line.empty()) return false;
        break;
    }
    ++m_number;
    check(line);
    return true;
}

std::string Lines::place_of(std::size_t number, std::string_view before) const {
    return fmt::format("{}:{}:{}", m_file, number, characters(before) + 1);
}

void Lines::refuse_broken(std::string_view line) const {
    throw DataError(Unreadable::not_in_encoding, place_of(m_number + 1, line),
                    {{"encoding", m_decoder.encoding()}});
}

void Lines::check(std::string_view line) const {
    if (const auto nul = line.find('\0'); nul != std::string_view::npos)
        throw DataError(Unreadable::nul_byte, place_of(m_number, line.substr(0, nul)));
    const auto ascii = ascii_length(line);
    const auto invalid = text::invalid_utf8_at(line.substr(ascii));
    if (!invalid) return;
    const auto offset = ascii + *invalid;
    // The rest of what was read tells more than one letter.
    const auto evidence = std::string(line.substr(offset)) + m_text.substr(m_at);
    throw DataError(Unreadable::not_utf8, place_of(m_number, line.substr(0, offset)),
                    {{"encodings", std::string(probable_encodings(evidence))}});
}

} // namespace reklamaatio::exchange
