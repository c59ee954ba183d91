// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/lint.hpp"

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using rulebook::LegalTerm;

// Laws change.
constexpr std::chrono::months k_good_for{12};

bool counts_working_days(const LegalTerm& term) {
    return term.ends == rulebook::TermEnds::next_working_day
           || term.term.unit == rulebook::TermUnit::working_days;
}

void look_at_source(const Look& look, const LegalTerm& term, toml::Node where) {
    const auto seen = rulebook::seen_in(term.source);
    const std::chrono::year_month_day today{look.today};
    if (!seen)
        look.say(
            where["source"],
            fmt::format("the source of '{}' does not say when somebody looked it up; end it with a month, "
                        "such as: seen {:04}-{:02}",
                        term.name, static_cast<int>(today.year()), static_cast<unsigned>(today.month())));
    else if (*seen + k_good_for < std::chrono::year_month{today.year(), today.month()})
        look.say(
            where["source"],
            fmt::format("'{}' was looked up in {:04}-{:02}, more than a year ago: see whether the law still "
                        "says so, and write the month of today",
                        term.name, static_cast<int>(seen->year()), static_cast<unsigned>(seen->month())));
}

// A shop that is open on Saturdays would let no term roll on over one.
void look_at_weekend(const Look& look, const LegalTerm& term, toml::Node where) {
    const auto& calendar = look.policy.calendar_of(term);
    const auto& hours = calendar.rules().hours;
    if (!counts_working_days(term) || calendar.rules().is_stand_in) return;
    if (!hours[5].empty() || !hours[6].empty())
        look.say(
            where,
            fmt::format("'{}' takes {} for a working day, as calendar '{}' has hours then; the law hardly "
                        "does: give it a calendar of its own, with hours from Monday to Friday",
                        term.name, hours[5].empty() ? "Sunday" : "Saturday", calendar.name()));
}

} // namespace

void lint_legal(const Look& look) {
    for (std::size_t i = 0; i < look.policy.legal.size(); ++i) {
        const auto& term = look.policy.legal[i];
        look_at_source(look, term, look.file["legal"][i]);
        look_at_weekend(look, term, look.file["legal"][i]);
    }
}

} // namespace reklamaatio::policy
