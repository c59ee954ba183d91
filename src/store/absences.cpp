// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/absences.hpp"

#include "policy/dates.hpp"
#include "store/error.hpp"
#include "store/events.hpp"

#include <map>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

using rulebook::Absences;
using rulebook::Away;

constexpr char k_separator = ';';

constexpr const char* k_all = "SELECT person, first_day, last_day FROM absence ORDER BY person, first_day";
constexpr const char* k_of_person =
    "SELECT person, first_day, last_day FROM absence WHERE person = :person ORDER BY first_day";
constexpr const char* k_remove = "DELETE FROM absence WHERE person = :person";
constexpr const char* k_put =
    "INSERT INTO absence (person, first_day, last_day) VALUES (:person, :first_day, :last_day)";

[[noreturn]] void refuse_text(const std::string& text) {
    throw StoreError(ErrorKind::damaged, fmt::format("'{}' is no absence", text));
}

Away read_range(const std::string& text) {
    try {
        const auto range = policy::parse_date_range(text);
        return {range.first, range.last};
    } catch (const time::Error&) {
        refuse_text(text);
    }
}

std::vector<Away> read_away(const std::string& text) {
    std::vector<Away> away;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find(k_separator, from), text.size());
        away.push_back(read_range(text.substr(from, end - from)));
        from = end + 1;
    }
    return away;
}

Away away_from(const Query& row) {
    const auto first = time::date_from_iso(row.text(1));
    const auto last = time::date_from_iso(row.text(2));
    if (!first || !last) refuse_text(fmt::format("{}..{}", row.text(1), row.text(2)));
    return {*first, *last};
}

} // namespace

std::vector<Absences> absences(Database& database) {
    std::vector<Absences> found;
    auto row = database.query(k_all);
    while (row.next()) {
        if (found.empty() || found.back().person != row.text(0)) found.push_back({row.text(0), {}});
        found.back().away.push_back(away_from(row));
    }
    return found;
}

std::vector<Away> absences_of(Database& database, const std::string& person) {
    std::vector<Away> found;
    auto row = database.query(k_of_person);
    row.bind(":person", person);
    while (row.next())
        found.push_back(away_from(row));
    return found;
}

void put_absences(Database& database, const Absences& absences) {
    database.query(k_remove).bind(":person", absences.person).run();
    for (const auto& away : absences.away) {
        auto query = database.query(k_put);
        query.bind(":person", absences.person).bind(":first_day", time::to_iso(away.first));
        query.bind(":last_day", time::to_iso(away.last)).run();
    }
}

std::string text_of(std::span<const Away> away) {
    std::string text;
    for (const auto& one : away) {
        if (!text.empty()) text += k_separator;
        text += policy::to_string(policy::DateRange{one.first, one.last});
    }
    return text;
}

std::optional<std::string> person_of(const complaint::Event& event) {
    const auto* person = complaint::change_of(event.changes, complaint::k_person);
    if (person == nullptr) return std::nullopt;
    // An undoing says whose they were.
    for (const auto* value : {&person->after, &person->before})
        if (const auto* name = std::get_if<std::string>(value)) return *name;
    return std::nullopt;
}

std::vector<Absences> replayed_absences(Database& database) {
    std::map<std::string, std::vector<Away>> told;
    for (const auto& event : events_of_firm(database)) {
        const auto person = person_of(event);
        const auto* away = complaint::change_of(event.changes, complaint::k_away);
        if (!person || away == nullptr) continue;
        const auto* text = std::get_if<std::string>(&away->after);
        told[*person] = text == nullptr ? std::vector<Away>{} : read_away(*text);
    }
    std::vector<Absences> all;
    for (auto& [person, away] : told)
        all.push_back({person, std::move(away)});
    return all;
}

} // namespace reklamaatio::store
