// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/log_cursor.hpp"

#include "complaint/error.hpp"
#include "store/digest.hpp"
#include "store/sealed.hpp"
#include "text/ascii.hpp"

#include <array>
#include <charconv>
#include <string_view>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

using complaint::BadValue;

constexpr std::string_view k_form = "log";
constexpr std::string_view k_version = "1";

[[noreturn]] void refuse(const std::string& cursor) {
    throw BadValue(fmt::format("'{}' is not a cursor of the log", cursor));
}

// The parts between two colons; fewer are no cursor.
std::array<std::string_view, 3> parts_of(const std::string& cursor) {
    const std::string_view text = cursor;
    const auto first = text.find(':');
    const auto second = first == text.npos ? text.npos : text.find(':', first + 1);
    if (second == text.npos || !text.starts_with(k_form)) refuse(cursor);
    return {text.substr(k_form.size(), first - k_form.size()), text.substr(first + 1, second - first - 1),
            text.substr(second + 1)};
}

std::int64_t number_in(std::string_view digits, const std::string& cursor) {
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (fault != std::errc{} || end != digits.data() + digits.size() || number < 1) refuse(cursor);
    return number;
}

constexpr const char* k_head = "SELECT event, hash FROM log_head";

} // namespace

std::string cursor_of(const LogPlace& place) {
    return fmt::format("{}{}:{}:{}", k_form, k_version, place.event, hex(place.hash));
}

LogPlace end_of_log(Database& database) {
    auto head = database.query(k_head);
    head.next();
    return {head.integer(0), head.blob(1)};
}

LogPlace place_of(Database& database, const std::string& cursor) {
    const auto [version, number, digits] = parts_of(cursor);
    if (!text::is_number(version)) refuse(cursor);
    if (version != k_version)
        throw BadValue(fmt::format("'{}' is a cursor of another version of this program", cursor));
    const auto hash = from_hex(std::string(digits));
    if (!hash || hash->empty()) refuse(cursor);
    LogPlace place{number_in(number, cursor), *hash};
    const auto its = hash_of_event(database, place.event);
    if (its != place.hash)
        throw BadValue(fmt::format("'{}' is not a cursor of this database, {} event {}", cursor,
                                   its.empty() ? "which has no" : "which has another", number));
    return place;
}

} // namespace reklamaatio::store
