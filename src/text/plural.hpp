// SPDX-License-Identifier: GPL-3.0-or-later
// Words that go with a count, in English.
#pragma once

#include <concepts>
#include <iterator>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace reklamaatio::text {

// Of a noun, or of its verb: one_or_many(n, "was", "were"). The count itself is not written.
template <std::integral Count>
constexpr std::string_view one_or_many(Count count, std::string_view one, std::string_view many) {
    return count == 1 ? one : many;
}

// "1 row", "2 rows": of a noun that takes an s.
template <std::integral Count>
std::string plural(Count count, std::string_view one) {
    return fmt::format("{} {}{}", count, one, one_or_many(count, "", "s"));
}

// "P1, P2 and P4": a comma between words, and the joint before the last of them.
template <typename Words>
std::string listed(const Words& words, std::string_view joint) {
    std::string text;
    std::size_t left = std::size(words);
    for (const auto& word : words) {
        text += word;
        --left;
        if (left > 0) text += left == 1 ? fmt::format(" {} ", joint) : ", ";
    }
    return text;
}

// "praise, remark or claim": what one may choose among.
template <typename Words>
std::string alternatives(const Words& words) {
    return listed(words, "or");
}

} // namespace reklamaatio::text
