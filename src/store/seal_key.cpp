// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/seal_key.hpp"

#include "complaint/error.hpp"
#include "store/digest.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <sodium.h>

namespace reklamaatio::store {

namespace {

// What is sealed for another purpose, or in another form, is told apart.
constexpr std::string_view k_purpose = "reklamaatio change 1";

std::string_view without_line_end(std::string_view text) {
    const auto end = text.find_last_not_of("\r\n");
    return text.substr(0, end == text.npos ? 0 : end + 1);
}

} // namespace

SealKey::SealKey(std::string_view content) {
    std::string bytes(content);
    if (content.size() != m_bytes.size()) bytes = from_hex(without_line_end(content)).value_or("");
    if (bytes.size() != m_bytes.size())
        throw complaint::BadValue(
            fmt::format("a key has {0} bytes, or {1} hexadecimal digits; head -c {0} /dev/urandom makes one",
                        m_bytes.size(), 2 * m_bytes.size()));
    if (std::ranges::all_of(bytes, [&](char byte) { return byte == bytes.front(); }))
        throw complaint::BadValue("32 times the same byte is no key; head -c 32 /dev/urandom makes one");
    std::ranges::copy(bytes, m_bytes.begin());
    sodium_memzero(bytes.data(), bytes.size());
}

SealKey::~SealKey() {
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

std::string SealKey::seal_of(std::int64_t change, std::int64_t last_event, std::string_view hash) const {
    const auto sealed = fmt::format("{}:{}:{}:{}", k_purpose, change, last_event, hash);
    std::string seal(m_bytes.size(), '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(seal.data()), seal.size(),
                       reinterpret_cast<const unsigned char*>(sealed.data()), sealed.size(), m_bytes.data(),
                       m_bytes.size());
    return seal;
}

} // namespace reklamaatio::store
