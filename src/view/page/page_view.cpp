// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/page/page_view.hpp"

#include "text/append.hpp"
#include "text/visible.hpp"
#include "time/display.hpp"
#include "view/tables/customer_table.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

// A date alone was given as a deadline: it means the end of that day.
bool is_end_of_day(time::Instant at, const time::Zone& zone) {
    return zone.date_at(at) != zone.date_at(at + time::Seconds{1});
}

std::string without_time_of_day(std::string text) {
    constexpr std::string_view k_time_of_day = " 00:00";
    text.resize(text.size() - k_time_of_day.size());
    return text;
}

} // namespace

std::string PageView::when(time::Instant at) const {
    return style.near_times ? time::display_near(at, now, zone()) : time::display_absolute(at, zone());
}

std::string PageView::until(time::Instant at) const {
    return is_end_of_day(at, zone()) ? without_time_of_day(when(at)) : when(at);
}

std::string PageView::stamp(time::Instant at) const {
    return stamped(now, zone(), style.near_times)(at);
}

std::string PageView::stamp_until(time::Instant at) const {
    return is_end_of_day(at, zone()) ? without_time_of_day(stamp(at)) : stamp(at);
}

TimeText PageView::dated() const {
    return [this](time::Instant at) { return stamp_until(at); };
}

std::string PageView::day(time::Instant at) const {
    return style.near_times ? without_time_of_day(stamp(at)) : stamp(at);
}

std::string PageView::full(time::Instant at) const {
    return time::display_full(at, zone());
}

std::string PageView::customer() const {
    const std::string known = called(dossier.overview.customer);
    return known.empty() ? "the customer" : text::visible_line(known);
}

void join(std::string& line, std::string_view part, std::string_view between) {
    text::append(line, text::visible_line(part), between);
}

} // namespace reklamaatio::view
