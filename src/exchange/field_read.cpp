// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field_read.hpp"

#include "complaint/error.hpp"
#include "complaint/leftover.hpp"
#include "complaint/mailbox.hpp"
#include "complaint/phone.hpp"
#include "complaint/tags.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/plain.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

using complaint::BadValue;

// Nineteen hundred years: more is a slip, and would not fit in seconds for ever.
constexpr std::int64_t k_most_minutes = 1'000'000'000;

bool is_uid(std::string_view text) {
    constexpr std::string_view k_form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    const auto fits = [](char c, char form) {
        return form == '-' ? c == '-' : text::is_digit(c) || (c >= 'a' && c <= 'f');
    };
    return std::ranges::equal(text, k_form, fits);
}

bool is_date_alone(const std::string& text, const Reading& reading) {
    if (reading.pattern) return reading.pattern->is_of_dates();
    return text::plain(text).find_first_of(" Tt") == std::string::npos;
}

void check_same_currency(const std::string& text, const std::string& currency, const std::string& known) {
    if (currency.empty() || known.empty() || currency == known) return;
    throw BadValue(fmt::format("'{}' is not in {}; one sum has one currency", text, known));
}

time::Instant read_time(const std::string& text, const Reading& reading) {
    if (reading.pattern) {
        if (const auto instant = reading.pattern->read(text, reading.zone)) return *instant;
        throw BadValue(
            fmt::format("'{}' is not a time of the form '{}' (date_format)", text, reading.pattern_text));
    }
    if (const auto instant = time::Pattern::read_plain(text, reading.zone)) return *instant;
    throw BadValue(fmt::format("'{}' is not a time; write 2026-11-21 14:05 or 21.11.2026 14:05, or give a "
                               "date_format in a profile",
                               text));
}

} // namespace

std::int64_t read_integer(const std::string& text, std::int64_t least, std::int64_t most) {
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = fault == std::errc{} && end == text.data() + text.size() && text::is_number(text)
                       && (text.size() == 1 || text.front() != '0');
    if (!whole || number < least || number > most)
        throw BadValue(fmt::format("'{}' is not a whole number from {} to {}", text, least, most));
    return number;
}

time::Instant read_instant(const std::string& text, const Reading& reading) {
    const auto instant = read_time(text, reading);
    time::check_year(reading.zone.date_at(instant), text);
    return instant;
}

time::Instant read_due(const std::string& text, const Reading& reading) {
    const auto instant = read_instant(text, reading);
    if (!is_date_alone(text, reading)) return instant;
    const auto end_of_day = std::chrono::hours{24} - std::chrono::seconds{1};
    return reading.zone.to_instant(time::LocalTime{reading.zone.date_at(instant)} + end_of_day);
}

void take_amount(Draft& draft, const std::string& text, const Reading& reading) {
    const auto money = complaint::parse_money(text, reading.decimal_mark);
    check_same_currency(text, money.currency, draft.complaint.currency);
    draft.complaint.amount = money.cents;
    if (!money.currency.empty()) draft.complaint.currency = money.currency;
}

void take_currency(Draft& draft, const std::string& text, const Reading&) {
    if (!complaint::is_currency(text))
        throw BadValue(fmt::format("'{}' is not a currency; write three capitals, such as EUR", text));
    if (!draft.complaint.currency.empty() && draft.complaint.currency != text)
        throw BadValue(fmt::format("'{}' is not the currency of the amount ({}); one sum has one currency",
                                   text, draft.complaint.currency));
    draft.complaint.currency = text;
}

void take_customer_value(Draft& draft, const std::string& text, const Reading& reading) {
    const auto money = complaint::parse_money(text, reading.decimal_mark);
    check_same_currency(text, money.currency, reading.currency);
    draft.customer.value = money.cents;
}

void take_email(Draft& draft, const std::string& text, const Reading&) {
    draft.customer.email = complaint::read_email(text);
}

void take_id(Draft& draft, const std::string& text, const Reading& reading) {
    const bool is_marked = text.starts_with("R-") || text.starts_with("r-");
    if (reading.ids == Ids::ours || (is_marked && text::is_number(std::string_view(text).substr(2)))) {
        draft.id = draft.numbered = complaint::parse_id(text);
        return;
    }
    constexpr std::size_t k_longest_number = 18;
    if (text::is_number(text) && text.size() <= k_longest_number) draft.numbered = complaint::parse_id(text);
    if (reading.ids == Ids::references) draft.complaint.ref = text;
}

void take_left_undone(Draft& draft, const std::string& text, const Reading&) {
    std::string bare = text::lower(text);
    std::erase(bare, ' ');
    draft.complaint.left_undone = complaint::joined(complaint::parse_leftovers(bare));
}

void take_phone(Draft& draft, const std::string& text, const Reading&) {
    draft.customer.phone = complaint::read_phone(text);
}

void take_tags(Draft& draft, const std::string& text, const Reading&) {
    auto tags = complaint::split_tags(text);
    std::ranges::for_each(tags, complaint::check_tag);
    draft.complaint.tags = std::move(tags);
}

void take_uid(Draft& draft, const std::string& text, const Reading&) {
    const auto uid = text::plain(text);
    if (!is_uid(uid))
        throw BadValue(fmt::format("'{}' is not a uid; write a UUID in lower case, such as "
                                   "01930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6b",
                                   text));
    draft.complaint.uid = uid;
}

void take_waiting_minutes(Draft& draft, const std::string& text, const Reading&) {
    draft.complaint.waited = std::chrono::minutes{read_integer(text, 0, k_most_minutes)};
}

void complete(Draft& draft, const Reading& reading) {
    if (draft.complaint.amount && draft.complaint.currency.empty())
        draft.complaint.currency = reading.currency;
}

} // namespace reklamaatio::exchange
