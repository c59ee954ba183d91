// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/zone.hpp"

#include "time/scan.hpp"
#include "time/zone_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace reklamaatio::time {
namespace {

// Names that lead out of the folder of zones are refused, and names in it that mean something else on each
// machine or count leap seconds.
bool is_iana_name(std::string_view name) {
    constexpr std::array<std::string_view, 3> k_refused{"localtime", "posixrules", "Factory"};
    const auto allowed = [](char c) {
        return is_letter(c) || is_digit(c) || c == '_' || c == '+' || c == '-' || c == '/';
    };
    return !name.empty() && is_letter(name.front()) && std::all_of(name.begin(), name.end(), allowed)
           && std::find(k_refused.begin(), k_refused.end(), name) == k_refused.end()
           && !name.starts_with("right/") && !name.starts_with("posix/");
}

absl::CivilSecond civil(LocalTime local) {
    return absl::CivilSecond() + local.time_since_epoch().count();
}

Instant instant_of(absl::Time moment) {
    return Instant{Seconds{absl::ToUnixSeconds(moment)}};
}

} // namespace

Zone::Zone(std::string name, absl::TimeZone near, bool near_is_all)
    : m_name(std::move(name)), m_near(near), m_near_is_all(near_is_all) {}

std::optional<Zone> Zone::named(std::string_view name) {
    if (name == "UTC") return utc();
    if (!is_iana_name(name)) return std::nullopt;
    if (const auto table = load_zone_table(std::string(name))) return Zone(std::string(name), *table, false);
    absl::TimeZone zone;
    if (!absl::LoadTimeZone(std::string(name), &zone)) return std::nullopt;
    return Zone(std::string(name), zone, true);
}

// The table, or the whole with its rule, which the library loads once.
absl::TimeZone Zone::reading_at(Instant instant) const {
    if (m_near_is_all || instant < k_end_of_tables) return m_near;
    absl::TimeZone whole;
    absl::LoadTimeZone(m_name, &whole);
    return whole;
}

Zone Zone::utc() {
    return {"UTC", absl::UTCTimeZone(), true};
}

LocalTime Zone::to_local(Instant instant) const {
    const auto shown = reading_at(instant).At(absl::FromUnixSeconds(instant.time_since_epoch().count()));
    return LocalTime{Seconds{shown.cs - absl::CivilSecond()}};
}

Resolved Zone::resolve(LocalTime local) const {
    const auto found = reading_at(Instant{local.time_since_epoch()}).At(civil(local));
    switch (found.kind) {
    case absl::TimeZone::TimeInfo::SKIPPED:
        return {LocalKind::skipped, instant_of(found.trans)};
    case absl::TimeZone::TimeInfo::REPEATED:
        return {LocalKind::repeated, instant_of(found.pre)};
    case absl::TimeZone::TimeInfo::UNIQUE:
        break;
    }
    return {LocalKind::unique, instant_of(found.pre)};
}

} // namespace reklamaatio::time
