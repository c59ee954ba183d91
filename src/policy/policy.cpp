// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy.hpp"

#include "complaint/contact_keys.hpp"
#include "complaint/error.hpp"
#include "complaint/money.hpp"
#include "policy/calendars.hpp"
#include "policy/default_policy.hpp"
#include "policy/reader.hpp"
#include "text/nearest.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::policy {

namespace {

using complaint::BadValue;
using complaint::Policy;
using complaint::Sla;

void read_organisation(const toml::table& table, complaint::Organisation& organisation, Faults& faults) {
    Reader reader(table, "[organisation]", faults);
    reader.with(reader.string("name"), [&](const std::string& text) { organisation.name = text; });
    reader.with(reader.string("timezone"), [&](const std::string& text) {
        const auto zone = time::Zone::named(text);
        if (!zone)
            throw BadValue(fmt::format("'{}' is not a time zone; write one such as Europe/Helsinki", text));
        organisation.zone = *zone;
    });
    reader.with(reader.string("currency"), [&](const std::string& text) {
        if (!complaint::is_currency(text))
            throw BadValue(fmt::format("'{}' is not a currency; write three capitals, such as EUR", text));
        organisation.currency = text;
    });
    reader.with(reader.string("owner"), [&](const std::string& text) { organisation.owner = text; });
    reader.with(reader.string("reopen"), [&](const std::string& text) {
        organisation.reopen = complaint::parse_word<complaint::Reopen>(text);
    });
    reader.with(reader.string("country"), [&](const std::string& text) {
        if (!complaint::is_known_country(text))
            throw BadValue(fmt::format(
                "'{}' is not a country whose phone numbers are known; write one such as FI or PL", text));
        organisation.country = text;
    });
    reader.finish();
}

template <typename E>
void read_words(Reader& reader, std::string_view key, std::vector<E>& into) {
    reader.with_each(key, [&](const std::string& text) { into.push_back(complaint::parse_word<E>(text)); });
}

void read_texts(Reader& reader, std::string_view key, std::vector<std::string>& into) {
    reader.with_each(key, [&](const std::string& text) { into.push_back(text); });
}

void read_conditions(Reader& reader, complaint::Conditions& when) {
    read_words(reader, "kind", when.kind);
    read_words(reader, "priority", when.priority);
    read_words(reader, "harm", when.harm);
    read_texts(reader, "category", when.category);
    read_texts(reader, "product", when.product);
    read_texts(reader, "channel", when.channel);
    read_texts(reader, "team", when.team);
}

void read_warn_at(Reader& reader, Sla& sla) {
    const auto share = reader.number("warn_at");
    if (!share) return;
    if (*share > 0 && *share < 1)
        sla.warn_at = *share;
    else
        reader.faults().add(*reader.find("warn_at"),
                            fmt::format("{} must be a share between 0 and 1, such as 0.8",
                                        in_table(reader.name(), "warn_at")));
}

void read_calendar_of(Reader& reader, const Policy& policy, Sla& sla) {
    reader.with(reader.string("calendar"), [&](const std::string& text) {
        std::vector<std::string_view> names;
        for (const auto& calendar : policy.calendars)
            names.push_back(calendar.name());
        const auto found = std::ranges::find(names, text);
        if (found == names.end())
            throw BadValue(fmt::format("there is no calendar '{}'{}", text, text::did_you_mean(text, names)));
        sla.calendar = static_cast<std::size_t>(found - names.begin());
    });
}

void read_targets(Reader& reader, bool has_calendar, Sla& sla) {
    for (std::size_t i = 0; i < sla.targets.size(); ++i) {
        if (static_cast<complaint::Clock>(i) == complaint::Clock::promise) continue; // each has its own day
        reader.with(
            reader.string(complaint::Vocabulary<complaint::Clock>::k_words[i]), [&](const std::string& text) {
                const auto target = time::parse_target(text);
                if (time::counts_working_time(target) && !has_calendar)
                    throw BadValue(fmt::format(
                        "'{}' is working time, and the policy has no calendar; add one, or write days (d)",
                        text));
                sla.targets[i] = target;
            });
    }
}

void read_slas(const toml::node& node, bool has_calendar, Policy& policy, Faults& faults) {
    const auto* array = node.as_array();
    if (array == nullptr || !array->is_array_of_tables()) {
        faults.add(node, "service levels are written [[sla]], with two brackets");
        return;
    }
    for (const auto& item : *array) {
        Reader reader(*item.as_table(), "[[sla]]", faults);
        Sla sla;
        reader.with(reader.string("name"), [&](const std::string& text) { sla.name = text; });
        if (sla.name.empty()) sla.name = fmt::format("sla {}", policy.slas.size() + 1);
        read_conditions(reader, sla.when);
        read_calendar_of(reader, policy, sla);
        read_targets(reader, has_calendar, sla);
        read_warn_at(reader, sla);
        reader.finish();
        policy.slas.push_back(std::move(sla));
    }
}

Policy read_file(const toml::table& file, Faults& faults) {
    Policy policy;
    Reader reader(file, "the policy", faults);
    if (const auto* table = reader.subtable("organisation"))
        read_organisation(*table, policy.organisation, faults);
    else
        faults.add(file, "the policy needs an [organisation] with its timezone");
    const auto* calendars = reader.subtable("calendar");
    policy.calendars = read_calendars(calendars, policy.organisation.zone, faults);
    if (const auto* slas = reader.find("sla")) read_slas(*slas, calendars != nullptr, policy, faults);
    reader.finish();
    return policy;
}

std::vector<std::string> placed_lines(std::string_view file, const std::vector<Fault>& faults) {
    std::vector<std::string> lines;
    for (const auto& fault : faults)
        lines.push_back(fmt::format("{}:{}:{}: {}", file, fault.line, fault.column, fault.message));
    return lines;
}

} // namespace

PolicyError::PolicyError(std::string_view file, std::vector<Fault> faults)
    : std::runtime_error(fmt::format("{}", fmt::join(placed_lines(file, faults), "\n"))),
      m_lines(placed_lines(file, faults)) {}

Policy read(std::string_view toml, std::string_view file) {
    Faults faults;
    toml::table parsed;
    try {
        parsed = toml::parse(toml);
    } catch (const toml::parse_error& fault) {
        faults.add(fault.source(), std::string(fault.description()));
        throw PolicyError(file, faults.sorted());
    }
    Policy policy = read_file(parsed, faults);
    if (!faults.empty()) throw PolicyError(file, faults.sorted());
    return policy;
}

std::string_view default_toml() {
    return k_default_policy[0];
}

} // namespace reklamaatio::policy
