// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/zone.hpp"

#include "time/scan.hpp"

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

Zone::Zone(std::string name, absl::TimeZone zone) : m_name(std::move(name)), m_zone(zone) {}

std::optional<Zone> Zone::named(std::string_view name) {
    if (name == "UTC") return utc();
    absl::TimeZone zone;
    if (!is_iana_name(name) || !absl::LoadTimeZone(std::string(name), &zone)) return std::nullopt;
    return Zone(std::string(name), zone);
}

Zone Zone::utc() {
    return {"UTC", absl::UTCTimeZone()};
}

LocalTime Zone::to_local(Instant instant) const {
    const auto shown = m_zone.At(absl::FromUnixSeconds(instant.time_since_epoch().count()));
    return LocalTime{Seconds{shown.cs - absl::CivilSecond()}};
}

Resolved Zone::resolve(LocalTime local) const {
    const auto found = m_zone.At(civil(local));
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
