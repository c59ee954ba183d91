// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field_read.hpp"

#include "complaint/arrival.hpp"
#include "complaint/effort.hpp"
#include "complaint/error.hpp"
#include "complaint/id.hpp"
#include "complaint/leftover.hpp"
#include "complaint/mailbox.hpp"
#include "complaint/phone.hpp"
#include "complaint/tags.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/plain.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

using complaint::BadValue;

// Nineteen hundred years: more is a slip, and would not fit in seconds for ever.
constexpr std::int64_t k_most_minutes = 1'000'000'000;

// Its two columns come in any order.
complaint::GivenDue& due_of(Draft& draft) {
    auto& due = draft.complaint.given_resolution_due;
    return due ? *due : due.emplace();
}

// "Maija <maija@example.fi>": more than a name, and more than an address.
bool is_mailbox(const std::string& text) {
    const auto angle = text.find('<');
    return angle != std::string::npos && text.find('@', angle) != std::string::npos;
}

// "maija@example.fi (Maija)".
bool has_comment(const std::string& text) {
    const auto comment = text.find('(');
    return comment != std::string::npos && text.find('@') < comment;
}

// Names may have an @ as well, as "Kahvila @ Home" has.
std::optional<complaint::Mailbox> mailbox_in(const std::string& text) {
    if (text.find('@') == std::string::npos) return std::nullopt;
    try {
        return complaint::read_mailbox(text);
    } catch (const BadValue&) {
        return std::nullopt;
    }
}

// Where only a mark that is not known parts groups of digits, the profile can say which it is.
std::string way_out(const std::string& text) {
    using complaint::DecimalMark;
    for (const auto& [mark, spelling] : {std::pair(DecimalMark::comma, ","), {DecimalMark::point, "."}}) {
        try {
            complaint::parse_money(text, mark);
            return fmt::format(", or give decimal_mark = \"{}\" in a profile", spelling);
        } catch (const BadValue&) {
            continue;
        }
    }
    return "";
}

complaint::Money read_money(const std::string& text, const Reading& reading) {
    try {
        return complaint::parse_money(text, reading.decimal_mark);
    } catch (const BadValue& fault) {
        if (reading.decimal_mark != complaint::DecimalMark::either) throw;
        throw BadValue(fault.why() + way_out(text));
    }
}

void check_same_currency(const std::string& text, const std::string& currency, const std::string& known) {
    if (currency.empty() || known.empty() || currency == known) return;
    throw BadValue(fmt::format("'{}' is not in {}; one sum has one currency", text, known));
}

// Far away is what other systems write for none.
DateForms::Read read_within_reach(const std::string& text, const Reading& reading) {
    try {
        return reading.dates.read(text, reading.zone);
    } catch (const time::Error& fault) {
        throw BadValue(fmt::format("{}; {}", fault.what(), complaint::k_where_no_target));
    }
}

// What another system calls a complaint need not be a number.
std::optional<complaint::Id> number_in(const std::string& text) {
    try {
        return complaint::parse_id(text);
    } catch (const BadValue&) {
        return std::nullopt;
    }
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
    return reading.dates.read(text, reading.zone).at;
}

time::Instant read_due(const std::string& text, const Reading& reading) {
    const auto [at, is_date] = read_within_reach(text, reading);
    if (!is_date) return at;
    const auto end_of_day = std::chrono::hours{24} - std::chrono::seconds{1};
    return reading.zone.to_instant(time::LocalTime{reading.zone.date_at(at)} + end_of_day);
}

std::string read_own_text(const complaint::OwnField& field, const std::string& text, const Reading& reading) {
    switch (field.facts().type) {
    case complaint::OwnType::date:
        return time::to_iso(reading.zone.date_at(reading.dates.read(text, reading.zone).at));
    case complaint::OwnType::time:
        return time::to_iso(read_instant(text, reading));
    default:
        return complaint::read_own(field, text, reading.decimal_mark, reading.currency);
    }
}

void take_amount(Draft& draft, const std::string& text, const Reading& reading) {
    const auto money = read_money(text, reading);
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
    const auto money = read_money(text, reading);
    check_same_currency(text, money.currency, reading.currency);
    draft.customer.value = money.cents;
}

// What we wrote ourselves comes back as it was.
void take_customer(Draft& draft, const std::string& text, const Reading& reading) {
    const bool is_ours = reading.ids == Ids::ours;
    draft.customer.name = is_ours ? text : text::without_invisible(text);
    std::optional<complaint::Mailbox> mailbox;
    if (is_mailbox(text))
        mailbox = complaint::read_mailbox(text);
    else if (!is_ours)
        mailbox = mailbox_in(text);
    if (!mailbox) return;
    draft.customer.name = mailbox->name;
    draft.customer.email = mailbox->address;
}

// Ours where the file is; what another system calls the customer is customer_ref.
void take_customer_id(Draft& draft, const std::string& text, const Reading& reading) {
    if (reading.ids == Ids::ours) {
        draft.customer.id = complaint::parse_customer_id(text);
        return;
    }
    if (!draft.customer.ref.empty() && draft.customer.ref != text)
        throw BadValue(fmt::format("'{}' is not '{}', which customer_ref has; a customer has one reference",
                                   text, draft.customer.ref));
    draft.customer.ref = text;
}

void take_customer_type(Draft& draft, const std::string& text, const Reading&) {
    draft.complaint.customer_type = complaint::parse_word<complaint::CustomerType>(text);
    draft.customer.type = draft.complaint.customer_type;
}

void take_email(Draft& draft, const std::string& text, const Reading&) {
    if (!is_mailbox(text) && !has_comment(text)) {
        draft.customer.email = complaint::read_email(text);
        return;
    }
    const auto mailbox = complaint::read_mailbox(text);
    draft.customer.email = mailbox.address;
    if (draft.customer.name.empty()) draft.customer.name = mailbox.name;
}

void take_id(Draft& draft, const std::string& typed, const Reading& reading) {
    const auto text = text::plain(typed);
    const bool is_marked = text.starts_with("R-") || text.starts_with("r-");
    if (reading.ids == Ids::ours || (is_marked && text::is_number(std::string_view(text).substr(2)))) {
        draft.id = complaint::parse_id(text);
        draft.label = {text, draft.id};
        return;
    }
    draft.label = {text, number_in(text)};
    if (reading.ids == Ids::references) draft.complaint.ref = text;
}

void take_left_undone(Draft& draft, const std::string& text, const Reading&) {
    std::string bare = text::lower(text);
    std::erase(bare, ' ');
    draft.complaint.left_undone = complaint::joined(complaint::parse_leftovers(bare));
}

void take_merged_into(Draft& draft, const std::string& typed, const Reading& reading) {
    const auto text = text::plain(typed);
    draft.survivor = {text, reading.ids == Ids::ours ? complaint::parse_id(text) : number_in(text)};
}

void take_phone(Draft& draft, const std::string& text, const Reading&) {
    draft.customer.phone = complaint::read_phone(text);
}

void take_resolution_due(Draft& draft, const std::string& text, const Reading& reading) {
    due_of(draft).at = read_due(text, reading);
}

void take_resolution_left(Draft& draft, const std::string& text, const Reading&) {
    due_of(draft).left = std::chrono::minutes{read_integer(text, 0, k_most_minutes)};
}

void take_public(Draft& draft, const std::string& text, const Reading&) {
    draft.complaint.audience = read_integer(text, 1, complaint::k_most_people);
}

void take_tags(Draft& draft, const std::string& text, const Reading& reading) {
    std::string ours = text;
    std::ranges::replace(ours, reading.tag_separator, ';');
    auto tags = complaint::split_tags(ours);
    std::ranges::for_each(tags, complaint::check_tag);
    draft.complaint.tags = std::move(tags);
}

void take_uid(Draft& draft, const std::string& text, const Reading&) {
    const auto uid = text::plain(text);
    if (!complaint::is_uid(uid))
        throw BadValue(
            fmt::format("'{}' is not a uid of ours, such as 01930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6b; what "
                        "another system calls a complaint is its ref",
                        text));
    draft.complaint.uid = uid;
}

void take_waiting_until(Draft& draft, const std::string& text, const Reading& reading) {
    draft.complaint.waiting_until = read_due(text, reading);
}

void take_waiting_minutes(Draft& draft, const std::string& text, const Reading&) {
    draft.complaint.waited = std::chrono::minutes{read_integer(text, 0, k_most_minutes)};
}

void take_effort(Draft& draft, const std::string& text, const Reading&) {
    draft.complaint.effort_minutes = read_integer(text, 0, complaint::k_most_effort);
}

} // namespace reklamaatio::exchange
