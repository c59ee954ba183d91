// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/json_value.hpp"

#include "render/writer.hpp"
#include "text/utf8.hpp"
#include "text/visible.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace reklamaatio::render {

namespace {

// What stands in a string as it is, and needs no look at what follows.
constexpr bool is_plain(char c) {
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

// The letter after the backslash, or 0 where there is none.
constexpr char short_escape(char32_t code_point) {
    constexpr std::string_view k_escaped = "\"\\\b\f\n\r\t";
    constexpr std::string_view k_letters = "\"\\bfnrt";
    const auto found = code_point < 0x80 ? k_escaped.find(static_cast<char>(code_point)) : k_escaped.npos;
    return found == k_escaped.npos ? '\0' : k_letters[found];
}

// How many bytes begin a character that breaks off; one U+FFFD stands for all of them (Unicode, chapter 3,
// "U+FFFD Substitution of Maximal Subparts").
std::size_t broken_off(std::string_view bytes) {
    for (std::size_t size = std::min<std::size_t>(bytes.size(), 3); size > 1; --size)
        if (text::decoded(std::string(bytes.substr(0, size)).append("\x80\x80")).size > size) return size;
    return 1;
}

// Appends what stands in front, which is not plain, and gives its size.
std::size_t append_character(std::string& json, std::string_view string) {
    const auto [code_point, size, is_well_formed] = text::decoded(string);
    if (!is_well_formed) {
        text::append_utf8(json, code_point);
        return broken_off(string);
    }
    if (const char letter = short_escape(code_point); letter != '\0') json.append({'\\', letter});
    // JSON allows control characters beyond U+001F raw, but a terminal obeys some of them.
    else if (!text::shown_control(code_point).empty())
        append_json_escape(json, code_point);
    else
        json += string.substr(0, size);
    return size;
}

struct JsonValue {
    std::string& json;

    void operator()(std::monostate) const { json += "null"; }
    void operator()(const std::string& text) const { append_json_string(json, text); }
    void operator()(time::Instant instant) const { append_json_string(json, plain_text(instant)); }
    void operator()(time::Date date) const { append_json_string(json, plain_text(date)); }
    void operator()(Share share) const { json += share.denominator == 0 ? "null" : plain_text(share); }
    // Numbers and truth are written in data alike.
    template <typename T>
    void operator()(const T& value) const {
        json += plain_text(value);
    }
};

} // namespace

// Beyond U+FFFF there are four digits too few: two surrogates say it (RFC 8259, 7).
void append_json_escape(std::string& json, char32_t code_point) {
    const auto number = static_cast<std::uint32_t>(code_point);
    if (number <= 0xFFFF) {
        fmt::format_to(std::back_inserter(json), "\\u{:04x}", number);
    } else {
        const auto rest = number - 0x10000;
        fmt::format_to(std::back_inserter(json), "\\u{:04x}\\u{:04x}", 0xD800 + (rest >> 10),
                       0xDC00 + (rest & 0x3FF));
    }
}

void append_json_string(std::string& json, std::string_view string) {
    json += '"';
    while (!string.empty()) {
        const auto plain =
            static_cast<std::size_t>(std::ranges::find_if_not(string, is_plain) - string.begin());
        json += string.substr(0, plain);
        string.remove_prefix(plain);
        if (!string.empty()) string.remove_prefix(append_character(json, string));
    }
    json += '"';
}

void append_json_value(std::string& json, const Value& value) {
    std::visit(JsonValue{json}, value);
}

std::string json_string(std::string_view text) {
    std::string json;
    append_json_string(json, text);
    return json;
}

JsonRows::JsonRows(std::span<const Column> columns) {
    for (const auto& column : columns)
        m_keys.push_back(json_string(column.key) + ':');
}

void JsonRows::append(std::string& json, std::span<const Cell> cells) const {
    json += '{';
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        if (i > 0) json += ',';
        json += m_keys[i];
        append_json_value(json, i < cells.size() ? cells[i].value : Value{});
    }
    json += '}';
}

} // namespace reklamaatio::render
