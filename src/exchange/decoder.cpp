// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/decoder.hpp"

#include "exchange/error.hpp"
#include "text/fold.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <iconv.h>
#include <string_view>

#include <fmt/format.h>

namespace reklamaatio::exchange {

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
    } else if (m_converter == nullptr
               && (m_bytes.starts_with("\xFF\xFE") || m_bytes.starts_with("\xFE\xFF"))) {
        throw DataError(Unreadable::utf16, m_file);
    }
}

bool Decoder::read(std::string& text) {
    text.clear();
    while (text.empty() && !m_ended) {
        m_ended = !read_bytes();
        if (!m_begun) look_at_beginning();
        m_begun = true;
        if (m_converter == nullptr)
            text.swap(m_bytes);
        else
            convert(text);
    }
    return !text.empty();
}

// Leaves the beginning of a character whose end is still to be read.
void Decoder::convert(std::string& text) {
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
        m_ended = m_broken = true;
        break;
    }
    m_bytes.erase(0, m_bytes.size() - left);
    if (m_ended && !m_broken) flush(text);
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
