// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/error.hpp"
#include "policy/conditions.hpp"
#include "policy/sections.hpp"
#include "text/names.hpp"
#include "text/nearest.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using complaint::BadValue;
using rulebook::Policy;
using rulebook::Sla;

void read_warn_at(toml::Reader& reader, Sla& sla) {
    const auto share = reader.number("warn_at");
    if (!share) return;
    if (*share > 0 && *share < 1)
        sla.warn_at = *share;
    else
        reader.blame_value("warn_at", fmt::format("{} must be a share between 0 and 1, such as 0.8",
                                                  reader.called("warn_at")));
}

void read_targets(toml::Reader& file, toml::Reader& reader, Sla& sla) {
    for (const auto clock : complaint::values<complaint::Clock>()) {
        if (!is_of_service_level(clock)) continue;
        reader.with(reader.string(complaint::word(clock)), [&](const std::string& text) {
            const auto target = time::parse_target(text);
            check_has_calendar(file, target, text);
            sla.targets[static_cast<std::size_t>(clock)] = target;
        });
    }
}

void read_extend_to(toml::Reader& file, toml::Reader& reader, Sla& sla) {
    reader.with(reader.string("extend_to"), [&](const std::string& text) {
        const auto longer = time::parse_target(text);
        check_has_calendar(file, longer, text);
        const auto& resolution = sla.target(complaint::Clock::resolution);
        if (!resolution)
            throw BadValue("there is no resolution that could be extended; give one, or leave extend_to out");
        if (longer.unit == resolution->unit && longer.count <= resolution->count)
            throw BadValue(fmt::format(
                "'{}' is no more than the resolution itself, '{}'; write how long it may take in all", text,
                time::to_string(*resolution)));
        sla.extend_to = longer;
    });
}

} // namespace

void read_calendar_of(toml::Reader& reader, const Policy& policy, std::size_t& calendar) {
    reader.with(reader.string("calendar"), [&](const std::string& text) {
        const auto names = text::names_of(policy.calendars, &time::Calendar::name);
        const auto found = std::ranges::find(names, text);
        if (found == names.end())
            throw BadValue(fmt::format("there is no calendar '{}'{}", text, text::did_you_mean(text, names)));
        calendar = static_cast<std::size_t>(found - names.begin());
    });
}

void check_has_calendar(toml::Reader& file, time::Target target, const std::string& text) {
    if (time::counts_working_time(target) && !file.find("calendar"))
        throw BadValue(fmt::format(
            "'{}' is working time, and the policy has no calendar; add one, or write days (d)", text));
}

void read_slas(toml::Reader& file, Policy& policy) {
    GivenNames names("service level");
    for (const auto& table : file.tables("sla", "service levels are")) {
        toml::Reader reader(table, "[[sla]]", file.faults());
        Sla sla;
        reader.with(reader.string("name"), [&](const std::string& text) {
            names.take(text);
            sla.name = text;
        });
        if (sla.name.empty()) names.add(sla.name = fmt::format("sla {}", policy.slas.size() + 1));
        read_conditions(reader, policy, sla.when);
        read_calendar_of(reader, policy, sla.calendar);
        read_targets(file, reader, sla);
        read_extend_to(file, reader, sla);
        read_warn_at(reader, sla);
        reader.finish();
        policy.slas.push_back(std::move(sla));
    }
}

} // namespace reklamaatio::policy
