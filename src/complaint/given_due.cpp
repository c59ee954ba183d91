// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/given_due.hpp"

#include <charconv>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

constexpr std::string_view k_no_target = "none";
constexpr std::string_view k_left = "m left";

} // namespace

Value value_of(const GivenDue& due) {
    if (due.at) return due.at->time_since_epoch().count();
    if (due.left) return fmt::format("{}{}", due.left->count(), k_left);
    return std::string(k_no_target);
}

GivenDue given_due_from(const Value& value) {
    if (const auto* seconds = std::get_if<std::int64_t>(&value))
        return {time::Instant{time::Seconds{*seconds}}};
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr || !text->ends_with(k_left)) return {};
    std::int64_t minutes = 0;
    std::from_chars(text->data(), text->data() + text->size(), minutes);
    return {std::nullopt, std::chrono::minutes{minutes}};
}

} // namespace reklamaatio::complaint
