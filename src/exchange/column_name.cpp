// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/column_name.hpp"

#include "text/ascii.hpp"
#include "text/blank.hpp"
#include "text/fold.hpp"
#include "text/plain.hpp"

#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

constexpr char k_number_mark = '#';

std::optional<std::size_t> number_in(std::string_view digits) {
    std::size_t number = 0;
    const auto* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    if (digits.empty() || read.ec != std::errc() || read.ptr != end || number == 0) return std::nullopt;
    return number;
}

template <typename Spelling>
std::vector<std::size_t> columns_spelt(const CsvRow& header, std::string_view name, Spelling spelling) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < header.fields.size(); ++i)
        if (spelling(header.fields[i].text) == spelling(name)) found.push_back(i);
    return found;
}

} // namespace

std::string column_number(std::size_t number) {
    return fmt::format("{}{}", k_number_mark, number);
}

std::vector<std::size_t> columns_called(const CsvRow& header, std::string_view name) {
    auto found = columns_spelt(header, name, text::trimmed);
    if (found.empty()) found = columns_spelt(header, name, text::plain);
    const auto mark = name.rfind(k_number_mark);
    if (!found.empty() || mark == std::string_view::npos) return found;
    const auto number = number_in(name.substr(mark + 1));
    if (!number) return found;
    if (mark > 0)
        found = columns_called(header, name.substr(0, mark));
    else
        for (std::size_t i = 0; i < header.fields.size(); ++i)
            found.push_back(i);
    if (*number > found.size()) return {};
    return {found[*number - 1]};
}

bool says_utc(std::string_view name) {
    const std::string words = text::folded(fmt::format(" {} ", name));
    const auto is_part = [](char c) { return text::is_letter(c) || text::is_digit(c); };
    for (const std::string_view zone : {"utc", "gmt"}) {
        const auto at = words.find(zone);
        if (at == std::string::npos || is_part(words[at - 1])) continue;
        const char behind = words[at + zone.size()];
        if (!is_part(behind) && behind != '+' && behind != '-') return true;
    }
    return false;
}

} // namespace reklamaatio::exchange
