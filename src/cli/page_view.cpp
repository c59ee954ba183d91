// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/page_view.hpp"

#include "cli/customer_table.hpp"
#include "complaint/money.hpp"
#include "text/visible.hpp"
#include "time/display.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

bool PageView::is_to_be_decided() const {
    return complaint().kind == complaint::Kind::complaint || complaint().kind == complaint::Kind::claim;
}

std::string PageView::when(time::Instant at) const {
    return style.near_times ? time::display_near(at, now, zone()) : time::display_absolute(at, zone());
}

std::string PageView::until(time::Instant at) const {
    constexpr std::string_view k_time_of_day = " 00:00";
    // A date alone was given as a deadline: it means the end of that day.
    const bool is_end_of_day = zone().date_at(at) != zone().date_at(at + time::Seconds{1});
    std::string text = when(at);
    if (is_end_of_day) text.resize(text.size() - k_time_of_day.size());
    return text;
}

std::string PageView::full(time::Instant at) const {
    return time::display_full(at, zone());
}

std::string PageView::customer() const {
    const std::string known = called(dossier.overview.customer);
    return known.empty() ? "the customer" : text::visible_line(known);
}

std::string sum_text(const std::optional<std::int64_t>& cents, std::string_view currency) {
    if (!cents) return "";
    return fmt::format("{}{}{}", complaint::amount_text(*cents), currency.empty() ? "" : " ", currency);
}

void join(std::string& line, std::string_view part, std::string_view between) {
    if (part.empty()) return;
    if (!line.empty()) line += between;
    line += text::visible_line(part);
}

} // namespace reklamaatio::cli
