// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/domain.hpp"

#include "text/ascii.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <idn2.h>
#include <memory>
#include <new>

namespace reklamaatio::text {

namespace {

struct Free {
    void operator()(void* memory) const { std::free(memory); }
};

// As it is asked for in the domain name system; null for what cannot be.
std::unique_ptr<char, Free> looked_up(const std::string& domain) {
    std::uint8_t* found = nullptr;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(domain.c_str());
    const int fault = idn2_lookup_u8(bytes, &found, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
    if (fault == IDN2_MALLOC) throw std::bad_alloc();
    return std::unique_ptr<char, Free>(fault == IDN2_OK ? reinterpret_cast<char*>(found) : nullptr);
}

// Most are, and need no tables.
bool is_spelt_plainly(std::string_view domain) {
    return domain.find("xn--") == std::string_view::npos
           && std::ranges::all_of(domain, [](unsigned char c) { return c > 0 && c < 0x80; });
}

} // namespace

std::string one_domain(std::string_view domain) {
    std::string small(domain);
    std::ranges::transform(small, small.begin(), to_lower);
    if (is_spelt_plainly(small)) return small;
    const auto coded = small.find('\0') == std::string::npos ? looked_up(small) : nullptr;
    char* letters = nullptr;
    if (!coded) return lower(domain);
    const int fault = idn2_to_unicode_8z8z(coded.get(), &letters, 0);
    const std::unique_ptr<char, Free> found(letters);
    if (fault == IDN2_MALLOC) throw std::bad_alloc();
    // Signs that no domain has can be coded all the same, and would be read as others.
    const auto again = fault == IDN2_OK ? looked_up(found.get()) : nullptr;
    return again && std::strcmp(again.get(), coded.get()) == 0 ? std::string(found.get()) : lower(domain);
}

} // namespace reklamaatio::text
