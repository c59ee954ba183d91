// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/keys.hpp"

#include "text/plural.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

std::string none_of(std::span<const std::string_view> words) {
    if (words.size() == 1) return fmt::format("not the word {}", words.front());
    return fmt::format("none of the words {}", text::listed(words, "and"));
}

} // namespace

void check_key(toml::Reader& reader, std::string_view key, std::span<const std::string_view> reserved) {
    const bool is_plain = !key.empty() && key.find_first_of(" \t:,;\"'") == std::string_view::npos;
    if (is_plain && std::ranges::find(reserved, key) == reserved.end()) return;
    reader.faults().add(
        reader.table().place(),
        fmt::format("'{}' cannot be a key; use letters, digits, - _ and ., and {}", key, none_of(reserved)));
}

} // namespace reklamaatio::policy
