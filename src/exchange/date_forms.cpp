// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/date_forms.hpp"

#include "complaint/error.hpp"
#include "text/plain.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include <fmt/format.h>

namespace reklamaatio::exchange {

using complaint::BadValue;
using time::LeftOut;

namespace {

struct Part {
    std::string_view name;
    std::string_view as_format_says_it;
};

Part part_of(LeftOut left_out) {
    switch (left_out) {
    case LeftOut::time_of_day:
        return {"a time of day", "DD.MM.YYYY hh:mm does"};
    case LeftOut::seconds:
        return {"seconds", "hh:mm:ss does"};
    case LeftOut::half_day:
        return {"AM or PM", "hh:mm AM/PM does"};
    case LeftOut::zone:
    case LeftOut::nothing:
        break;
    }
    return {"a zone", "%F %R %Z does, or %F %R %z for +02:00"};
}

// What belongs to a time is no rest of the text.
[[noreturn]] void refuse_rest(const std::string& text, LeftOut left_out) {
    const auto [name, example] = part_of(left_out);
    throw BadValue(fmt::format("'{}' has {} behind what is read of it; say it in a date_format, as {}", text,
                               name, example));
}

} // namespace

DateForms::DateForms(const std::vector<std::string>& formats) {
    for (const auto& format : formats)
        m_forms.push_back({format, time::Pattern(format)});
}

DateForms DateForms::our_own() {
    DateForms forms;
    forms.m_is_our_own = true;
    return forms;
}

bool DateForms::fits(const std::optional<time::Front>& front) const {
    return front && (front->is_whole || m_ignores_rest);
}

DateForms::Read DateForms::read(const std::string& text, const time::Zone& zone) const {
    if (m_forms.empty()) return read_plain(text, zone);
    std::optional<Read> found;
    auto left_out = LeftOut::nothing;
    for (const auto& [form, pattern] : m_forms) {
        const auto front = pattern.read_front(text, zone);
        if (!fits(front)) continue;
        if (front->left_out != LeftOut::nothing) {
            left_out = front->left_out;
            continue;
        }
        if (found && found->at != front->at)
            throw BadValue(
                fmt::format("'{}' is two different times by the date formats that are given", text));
        if (!found) found = Read{front->at, front->is_date};
    }
    if (!found) left_out == LeftOut::nothing ? refuse(text) : refuse_rest(text, left_out);
    time::check_year(zone.date_at(found->at), text);
    return *found;
}

DateForms::Read DateForms::read_plain(const std::string& text, const time::Zone& zone) const {
    const auto front = time::Pattern::read_plain_front(text, zone);
    if (!fits(front)) refuse(text);
    if (front->left_out != LeftOut::nothing) refuse_rest(text, front->left_out);
    time::check_year(zone.date_at(front->at), text);
    return {front->at, front->is_date};
}

void DateForms::refuse(const std::string& text) const {
    if (m_forms.empty())
        throw BadValue(fmt::format("'{}' is not a time; write 2026-11-21 14:05 or 21.11.2026 14:05{}", text,
                                   m_is_our_own ? "" : ", or give a date_format in a profile"));
    if (std::ranges::any_of(m_forms,
                            [&](const Form& form) { return form.pattern.reads_other_weekday(text); }))
        throw BadValue(fmt::format("'{}' names a weekday that its date is not", text));
    if (m_forms.size() == 1)
        throw BadValue(
            fmt::format("'{}' is not a time of the form '{}' (date_format)", text, m_forms.front().text));
    throw BadValue(fmt::format("'{}' is not a time of any of the forms in date_format", text));
}

} // namespace reklamaatio::exchange
