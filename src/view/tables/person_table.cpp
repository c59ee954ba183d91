// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/person_table.hpp"

#include "render/columns.hpp"
#include "time/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using casework::Colleague;
using render::Align;
using render::Cell;
using render::Tone;
using render::Value;

std::string teams_text(const Colleague& colleague, std::string_view separator, std::string_view of_lead) {
    std::string text;
    for (const auto& [team, leads] : colleague.teams)
        text += fmt::format("{}{}{}", text.empty() ? "" : separator, team, leads ? of_lead : "");
    return text;
}

std::string led_teams(const Colleague& colleague) {
    Colleague leading = colleague;
    std::erase_if(leading.teams, [](const auto& membership) { return !membership.leads; });
    return teams_text(leading, ";", "");
}

// "until Mon 30 Nov"; of one to come "Sun 20 Dec to Wed 6 Jan 2027"
Cell away_cell(const Colleague& colleague, time::Date today) {
    if (!colleague.away) return {};
    const auto until = day_text(colleague.away->last, today);
    if (colleague.is_away) return {Value{fmt::format("until {}", until)}, "", Tone::warn};
    return Value{fmt::format("{} to {}", day_text(colleague.away->first, today), until)};
}

} // namespace

std::string day_text(time::Date day, time::Date today) {
    const std::chrono::year_month_day ymd{day};
    const bool same_year = ymd.year() == std::chrono::year_month_day{today}.year();
    const auto year = same_year ? "" : fmt::format(" {:04}", static_cast<int>(ymd.year()));
    return fmt::format("{} {} {}{}", time::short_name(time::name_of(std::chrono::weekday{day})),
                       static_cast<unsigned>(ymd.day()), time::short_name(time::name_of(ymd.month())), year);
}

std::vector<render::Column> person_columns() {
    using render::Column;
    using render::Kind;
    return {Column{"person", "Person"}.holding(Kind::text, "the key, by which commands name them"),
            Column{"name", "Name", Align::left, 3, 8}.holding(Kind::text, "their name"),
            Column{"email", "E-mail", Align::left, 4, 8}.holding(Kind::text, "their e-mail address"),
            Column{"teams", "Teams", Align::left, 2, 8}.holding(Kind::text, "their teams, separated by ;"),
            Column{"leads", "Leads"}.holding(Kind::text, "the teams that they lead, separated by ;"),
            Column{"may_grant", "May grant", Align::right, 1, 0}.holding(
                Kind::amount, "up to what they may grant a remedy; none: there is no limit"),
            Column{"currency", "Currency"}.holding(Kind::text, "the currency of that"),
            Column{"is_away", "Away"}.holding(Kind::truth, "whether they are away today"),
            Column{"away_since", "Since"}.holding(Kind::date,
                                                  "the first day of that absence, else of the next one"),
            Column{"away_until", "Until"}.holding(Kind::date, "its last day"),
            Column{"unresolved", "Open", Align::right, 0, 0}.holding(
                Kind::number, "unresolved complaints that they handle"),
            Column{"is_known", "Known"}.holding(Kind::truth, "whether the policy names them")};
}

render::Table person_table(casework::Desk& desk, const std::vector<Colleague>& colleagues, bool for_people) {
    render::Table table{person_columns(), {}};
    const auto& currency = desk.policy().organisation.currency;
    const auto date = [](const std::optional<rulebook::Away>& away, auto day) {
        return away ? Value{(*away).*day} : Value{};
    };
    for (const auto& each : colleagues) {
        const auto& person = each.person;
        table.rows.push_back(
            {Value{person.key}, Value{person.name}, render::text_or_none(person.email),
             render::text_or_none(for_people ? teams_text(each, ", ", " (lead)") : teams_text(each, ";", "")),
             render::text_or_none(led_teams(each)), render::amount_or_none(person.authority),
             person.authority ? Value{currency} : Value{},
             for_people ? away_cell(each, desk.today()) : Cell{Value{each.is_away}},
             date(each.away, &rulebook::Away::first), date(each.away, &rulebook::Away::last),
             Value{each.unresolved}, Value{each.is_known}});
    }
    if (!for_people) return table;
    return render::with_columns(table, {"person", "name", "teams", "is_away", "may_grant", "unresolved"});
}

} // namespace reklamaatio::view
