// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/country.hpp"
#include "complaint/error.hpp"
#include "complaint/money.hpp"
#include "policy/sections.hpp"
#include "policy/sums.hpp"

#include <fmt/format.h>

namespace reklamaatio::policy {

using complaint::BadValue;

namespace {

// Of the currencies that count in thousands as well.
constexpr double k_most_hour_costs = 1e6;

} // namespace

void read_organisation(toml::Reader& file, rulebook::Policy& policy) {
    // A value that is no table is named by subtable().
    if (!file.find("organisation"))
        file.faults().add(file.table().place(), "the policy needs an [organisation] with its timezone");
    const toml::Node table = file.subtable("organisation", "[organisation]");
    if (!table) return;
    auto& organisation = policy.organisation;
    toml::Reader reader(table, "[organisation]", file.faults());
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
        organisation.reopen = complaint::parse_word<rulebook::Reopen>(text);
    });
    reader.with(reader.string("country"), [&](const std::string& text) {
        if (!complaint::find_country(text))
            throw BadValue(fmt::format("'{}' is not a country; write two capital letters, such as FI or PL{}",
                                       text, complaint::country_suggestion(text)));
        organisation.country = text;
    });
    reader.with(reader.string("customers"), [&](const std::string& text) {
        organisation.customers = complaint::parse_word<complaint::CustomerType>(text);
    });
    organisation.hour_costs = read_sum(reader, "hour_costs", k_most_hour_costs,
                                       "what an hour of work costs, from 0 to 1000000, such as 35 or 42.50");
    reader.finish();
}

} // namespace reklamaatio::policy
