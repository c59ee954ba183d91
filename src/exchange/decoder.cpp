// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/decoder.hpp"

#include "exchange/error.hpp"
#include "exchange/file_kind.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <iconv.h>
#include <string_view>

#include <fmt/format.h>

namespace reklamaatio::exchange {

using namespace std::string_view_literals;

namespace {

constexpr std::size_t k_piece = std::size_t{64} * 1024;
constexpr std::string_view k_bom = "\xEF\xBB\xBF";

// Null for an encoding that iconv does not know.
iconv_t converter_from(const std::string& encoding) {
    const iconv_t converter = iconv_open("UTF-8", encoding.c_str());
    return reinterpret_cast<std::intptr_t>(converter) == -1 ? nullptr : converter;
}

bool is_utf8(const std::string& encoding) {
    const auto name = text::folded(encoding);
    return name.empty() || name == "utf-8" || name == "utf8";
}

// Whether bytes from 80 to 9F are controls in the encoding, as in those of ISO.
bool has_controls(iconv_t converter) {
    char byte = '\x85';
    char* from = &byte;
    std::size_t left = 1;
    std::array<char, 8> out{};
    char* to = out.data();
    std::size_t room = out.size();
    const auto result = iconv(converter, &from, &left, &to, &room);
    iconv(converter, nullptr, nullptr, nullptr, nullptr);
    return result == 0 && std::string_view(out.data(), out.size() - room) == "\xC2\x85";
}

// Of the first of those characters in UTF-8, U+0080 to U+009F, from there on.
std::size_t control_at(std::string_view text, std::size_t from) {
    for (auto at = text.find('\xC2', from); at != std::string_view::npos; at = text.find('\xC2', at + 1))
        if (static_cast<unsigned char>(text[at + 1]) <= 0x9F) return at;
    return std::string_view::npos;
}

// All but a character that is cut off at the end.
bool is_probably_utf8(std::string_view bytes) {
    const auto invalid = text::invalid_utf8_at(bytes).value_or(bytes.size());
    const auto valid = bytes.substr(0, invalid);
    return invalid + 4 > bytes.size()
           && std::ranges::any_of(valid, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// The encoding of Windows for the same languages.
std::string meant_by_controls(const std::string& encoding) {
    struct Pair {
        std::string_view iso;
        std::string_view windows;
    };
    constexpr std::array<Pair, 14> k_pairs{{{"8859-2", "1250"},
                                            {"8859-4", "1257"},
                                            {"8859-5", "1251"},
                                            {"8859-6", "1256"},
                                            {"8859-7", "1253"},
                                            {"8859-8", "1255"},
                                            {"8859-9", "1254"},
                                            {"8859-11", "874"},
                                            {"8859-13", "1257"},
                                            {"8859-16", "1250"},
                                            {"latin2", "1250"},
                                            {"latin4", "1257"},
                                            {"latin5", "1254"},
                                            {"latin7", "1257"}}};
    const auto name = text::folded(encoding);
    for (const auto& [iso, windows] : k_pairs)
        if (name.ends_with(iso)) return fmt::format("windows-{}", windows);
    return "windows-1252";
}

} // namespace

bool is_encoding(const std::string& name) {
    if (is_utf8(name)) return true;
    const iconv_t converter = converter_from(name);
    if (converter == nullptr) return false;
    iconv_close(converter);
    return true;
}

Decoder::Decoder(std::istream& in, std::string file, const std::string& encoding)
    : m_in(in), m_file(std::move(file)) {
    if (!is_utf8(encoding)) open(encoding);
}

Decoder::~Decoder() {
    if (m_converter != nullptr) iconv_close(m_converter);
}

void Decoder::open(const std::string& encoding) {
    m_converter = converter_from(encoding);
    if (m_converter == nullptr)
        throw ProfileError(fmt::format("'{}' is not an encoding; iconv -l lists them", encoding));
    m_encoding = encoding;
    m_has_controls = has_controls(m_converter);
}

// Adds to the bytes that wait; false at the end of the stream.
bool Decoder::read_bytes() {
    const auto waiting = m_bytes.size();
    m_bytes.resize(waiting + k_piece);
    m_in.read(m_bytes.data() + waiting, static_cast<std::streamsize>(k_piece));
    const auto got = static_cast<std::size_t>(m_in.gcount());
    m_bytes.resize(waiting + got);
    if (m_in.bad()) throw DataError(fmt::format("{}: cannot be read", m_file));
    return got > 0;
}

void Decoder::look_at_beginning() {
    if (m_bytes.starts_with(k_bom)) {
        m_bytes.erase(0, k_bom.size());
        if (m_converter != nullptr) iconv_close(m_converter);
        m_converter = nullptr;
        m_encoding.clear();
    } else if (m_converter == nullptr) {
        refuse_utf16();
    }
    if (const auto kind = other_kind(m_bytes)) throw DataError(kind->reason, m_file, kind->facts);
}

void Decoder::refuse_utf16() const {
    if (m_bytes.starts_with("\xFF\xFE\0\0"sv) || m_bytes.starts_with("\0\0\xFE\xFF"sv))
        throw DataError(Unreadable::utf16, m_file, {{"encoding", "UTF-32"}});
    const bool is_announced = m_bytes.starts_with("\xFF\xFE") || m_bytes.starts_with("\xFE\xFF");
    const auto encoding = is_announced ? "UTF-16" : utf16_without_bom(m_bytes);
    if (!encoding.empty()) throw DataError(Unreadable::utf16, m_file, {{"encoding", std::string(encoding)}});
}

bool Decoder::read(std::string& text) {
    const auto before = text.size();
    while (text.size() == before && !m_ended) {
        m_ended = !read_bytes();
        if (!m_begun) look_at_beginning();
        m_begun = true;
        if (m_converter != nullptr) {
            convert(text);
        } else {
            text += m_bytes;
            m_bytes.clear();
        }
    }
    return text.size() > before;
}

// Leaves the beginning of a character whose end is still to be read.
void Decoder::convert(std::string& text) {
    const auto before = text.size();
    std::array<char, k_piece> out;
    char* from = m_bytes.data();
    std::size_t left = m_bytes.size();
    while (left > 0) {
        char* to = out.data();
        std::size_t room = out.size();
        const auto result = iconv(m_converter, &from, &left, &to, &room);
        const int fault = errno;
        text.append(out.data(), out.size() - room);
        if (result != static_cast<std::size_t>(-1) || fault == E2BIG) continue;
        if (fault == EINVAL && !m_ended) break;
        end_with(Unreadable::not_in_encoding);
        break;
    }
    if (m_has_controls) stop_at_control(text, before);
    m_bytes.erase(0, m_bytes.size() - left);
    if (m_ended && !m_fault) flush(text);
}

void Decoder::end_with(Unreadable reason, DataError::Facts facts) {
    m_ended = true;
    m_fault = reason;
    m_facts = std::move(facts);
    m_facts.emplace_back("encoding", m_encoding);
}

// What some encodings of ISO mean by bytes from 80 to 9F nobody writes: they are letters and quotes of another one.
void Decoder::stop_at_control(std::string& text, std::size_t from) {
    const auto control = control_at(text, from);
    if (control == std::string::npos) return;
    const auto byte = fmt::format("{:X}", static_cast<unsigned char>(text[control + 1]));
    text.resize(control);
    end_with(
        Unreadable::control_character,
        {{"byte", byte}, {"meant", is_probably_utf8(m_bytes) ? "UTF-8" : meant_by_controls(m_encoding)}});
}

// Some encodings hold a character back until they know that nothing combines with it.
void Decoder::flush(std::string& text) {
    std::array<char, 64> out;
    char* to = out.data();
    std::size_t room = out.size();
    iconv(m_converter, nullptr, nullptr, &to, &room);
    text.append(out.data(), out.size() - room);
}

} // namespace reklamaatio::exchange
