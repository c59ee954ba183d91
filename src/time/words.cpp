// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/words.hpp"

#include "text/fold.hpp"

#include <string>

namespace reklamaatio::time {
namespace {

template <std::size_t n>
std::optional<unsigned> index_of_name(std::string_view name, const std::array<std::string_view, n>& names) {
    const std::string wanted = text::lower(name);
    for (unsigned i = 0; i < n; ++i) {
        const std::string known = text::lower(names[i]);
        if (wanted == known || wanted == short_name(known)) return i;
    }
    return std::nullopt;
}

} // namespace

std::string_view name_of(std::chrono::weekday day) {
    return k_weekdays.at(day.iso_encoding() - 1);
}

std::string_view name_of(std::chrono::month month) {
    return k_months.at(static_cast<unsigned>(month) - 1);
}

std::optional<std::chrono::weekday> weekday_named(std::string_view name) {
    const auto index = index_of_name(name, k_weekdays);
    return index ? std::optional(std::chrono::weekday{*index + 1}) : std::nullopt;
}

std::optional<std::chrono::month> month_named(std::string_view name) {
    const auto index = index_of_name(name, k_months);
    return index ? std::optional(std::chrono::month{*index + 1}) : std::nullopt;
}

} // namespace reklamaatio::time
