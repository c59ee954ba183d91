// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/digest.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include <sodium.h>

namespace reklamaatio::store {

namespace {

constexpr std::size_t k_digest_bytes = 32;
constexpr std::size_t k_short_digest_bytes = 16;
constexpr std::size_t k_salt_bytes = 16;

// Many at a time, since asking the system takes longer than to make use of them. The program has one thread, and what
// it forks becomes another program.
template <std::size_t N>
std::array<unsigned char, N> random_bytes() {
    static std::array<unsigned char, 256> ready;
    static std::size_t used = ready.size();
    if (used + N > ready.size()) {
        randombytes_buf(ready.data(), ready.size());
        used = 0;
    }
    std::array<unsigned char, N> bytes{};
    std::copy_n(ready.begin() + used, N, bytes.begin());
    used += N;
    return bytes;
}

// The library chooses its fastest code for this machine when it is initialised; it must be, once.
void prepare() {
    static const int ready = sodium_init();
    (void)ready;
}

// Those of one millisecond count upwards from somewhere, in 26 bits (RFC 9562, 6.2, method 1): a great many that are made
// together sort as they were made, so that an index of them grows at its end.
std::uint32_t count_within(std::chrono::milliseconds now, std::span<const unsigned char, 16> random) {
    static std::chrono::milliseconds last{-1};
    static std::uint32_t count = 0;
    if (now == last) return ++count;
    last = now;
    count = (std::uint32_t{random[6]} << 17 | std::uint32_t{random[7]} << 9 | std::uint32_t{random[8]} << 1)
            & 0x1ffffff;
    return count;
}

} // namespace

std::string digest(std::string_view bytes) {
    prepare();
    std::string result(k_digest_bytes, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(result.data()), result.size(),
                       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
    return result;
}

std::string short_digest(std::string_view bytes) {
    constexpr int k_variant = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;
    const std::string whole = digest(bytes);
    std::string result(sodium_base64_ENCODED_LEN(k_short_digest_bytes, k_variant), '\0');
    sodium_bin2base64(result.data(), result.size(), reinterpret_cast<const unsigned char*>(whole.data()),
                      k_short_digest_bytes, k_variant);
    result.pop_back();
    return result;
}

std::string hex(std::string_view bytes) {
    std::string result(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(result.data(), result.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                   bytes.size());
    result.pop_back();
    return result;
}

std::optional<std::string> from_hex(std::string_view digits) {
    std::string bytes(digits.size() / 2, '\0');
    std::size_t size = 0;
    const int fault = sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                     digits.data(), digits.size(), nullptr, &size, nullptr);
    const bool whole = fault == 0 && 2 * size == digits.size();
    return whole ? std::optional(bytes) : std::nullopt;
}

std::string new_salt() {
    prepare();
    const auto bytes = random_bytes<k_salt_bytes>();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string new_uid(std::chrono::milliseconds since_1970) {
    prepare();
    auto bytes = random_bytes<16>();
    const auto count = count_within(since_1970, bytes);
    const auto milliseconds = static_cast<std::uint64_t>(since_1970.count());
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<unsigned char>(milliseconds >> (40 - 8 * i));
    bytes[6] = static_cast<unsigned char>((count >> 22) | 0x70);
    bytes[7] = static_cast<unsigned char>(count >> 14);
    bytes[8] = static_cast<unsigned char>((count >> 8 & 0x3f) | 0x80);
    bytes[9] = static_cast<unsigned char>(count);
    std::string uid = hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    for (const std::size_t dash : {8U, 13U, 18U, 23U})
        uid.insert(dash, 1, '-');
    return uid;
}

} // namespace reklamaatio::store
