// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/date_forms.hpp"

#include "complaint/error.hpp"
#include "text/plain.hpp"

#include <optional>

#include <fmt/format.h>

namespace reklamaatio::exchange {

using complaint::BadValue;

DateForms::DateForms(const std::vector<std::string>& formats) {
    for (const auto& format : formats)
        m_forms.push_back({format, time::Pattern(format)});
}

DateForms::Read DateForms::read(const std::string& text, const time::Zone& zone) const {
    if (m_forms.empty()) return read_plain(text, zone);
    std::optional<Read> found;
    for (const auto& [form, pattern] : m_forms) {
        const auto at = m_ignores_rest ? pattern.read_front(text, zone) : pattern.read(text, zone);
        if (!at) continue;
        if (found && found->at != *at)
            throw BadValue(
                fmt::format("'{}' is two different times by the date formats that are given", text));
        if (!found) found = Read{*at, pattern.is_of_dates()};
    }
    if (!found) refuse(text);
    time::check_year(zone.date_at(found->at), text);
    return *found;
}

DateForms::Read DateForms::read_plain(const std::string& text, const time::Zone& zone) const {
    const auto at = time::Pattern::read_plain(text, zone);
    if (!at) refuse(text);
    time::check_year(zone.date_at(*at), text);
    return {*at, text::plain(text).find_first_of(" Tt") == std::string::npos};
}

void DateForms::refuse(const std::string& text) const {
    if (m_forms.empty())
        throw BadValue(
            fmt::format("'{}' is not a time; write 2026-11-21 14:05 or 21.11.2026 14:05, or give a "
                        "date_format in a profile",
                        text));
    if (m_forms.size() == 1)
        throw BadValue(
            fmt::format("'{}' is not a time of the form '{}' (date_format)", text, m_forms.front().text));
    throw BadValue(fmt::format("'{}' is not a time of any of the forms in date_format", text));
}

} // namespace reklamaatio::exchange
