// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/volume.hpp"

#include "complaint/error.hpp"
#include "text/ascii.hpp"
#include "text/plain.hpp"
#include "time/period.hpp"

#include <charconv>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

[[noreturn]] void refuse(std::string_view text) {
    throw BadValue(
        fmt::format("'{}' is not a volume; write a whole number from 1 to {}", text, k_most_volume));
}

} // namespace

std::string text_of(const VolumeOf& of) {
    return of.field.empty() ? of.period : fmt::format("{} {}={}", of.period, of.field, of.value);
}

std::optional<VolumeOf> volume_of_text(std::string_view text) {
    const auto blank = text.find(' ');
    if (blank == std::string_view::npos) return VolumeOf{std::string(text), "", ""};
    const auto sign = text.find('=', blank);
    if (sign == std::string_view::npos) return std::nullopt;
    return VolumeOf{std::string(text.substr(0, blank)), std::string(text.substr(blank + 1, sign - blank - 1)),
                    std::string(text.substr(sign + 1))};
}

std::int64_t parse_volume(std::string_view text) {
    std::string digits = text::plain(text);
    std::erase(digits, ' ');
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (!text::is_number(digits) || fault != std::errc{} || number < 1 || number > k_most_volume)
        refuse(text);
    return number;
}

std::string parse_volume_period(std::string_view text, time::Instant now, const time::Zone& zone) {
    try {
        const auto days = time::days_of(time::parse_period(text, now, zone), zone);
        if (const auto bucket = time::bucket_of(days)) return time::bucket_label(*bucket, days.first);
    } catch (const time::Error& fault) {
        throw BadValue(fault.what());
    }
    throw BadValue(fmt::format(
        "'{}' is not one day, week, month, quarter or year; give each of them its own volume", text));
}

} // namespace reklamaatio::complaint
