// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/reach.hpp"

#include "rulebook/clocks/term_count.hpp"
#include "time/due.hpp"
#include "toml/reader.hpp"

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

// Calendars whose hours follow the week look the same from every start; those whose hours are single dates
// run out.
constexpr std::chrono::days k_looked_ahead{7};

// Throws time::OutOfReach.
void check_target(time::Target target, const time::Calendar& calendar, time::Instant now) {
    for (std::chrono::days ahead{0}; ahead <= k_looked_ahead; ++ahead)
        time::due_without_pauses(now + ahead, target, calendar);
}

} // namespace

void check_targets(const rulebook::Policy& policy, std::string_view toml, std::string_view file,
                   time::Instant now) {
    // Read once more for the places.
    toml::Faults faults;
    const toml::Document parsed = toml::parse(toml, faults);
    for (std::size_t i = 0; i < policy.slas.size(); ++i) {
        const auto& sla = policy.slas[i];
        for (std::size_t clock = 0; clock < sla.targets.size(); ++clock) {
            if (!sla.targets[clock]) continue;
            try {
                check_target(*sla.targets[clock], policy.calendar_of(sla), now);
            } catch (const time::OutOfReach& fault) {
                const auto word = complaint::Vocabulary<complaint::Clock>::k_words[clock];
                faults.add(parsed.root()["sla"][i][word].place(),
                           fmt::format("'{}' can never be reached: {}", time::to_string(*sla.targets[clock]),
                                       fault.what()));
            }
        }
    }
    for (std::size_t i = 0; i < policy.legal.size(); ++i) {
        const auto& term = policy.legal[i];
        try {
            for (std::chrono::days ahead{0}; ahead <= k_looked_ahead; ++ahead)
                rulebook::count_term(term, now + ahead, policy.calendar_of(term));
        } catch (const time::OutOfReach& fault) {
            faults.add(parsed.root()["legal"][i]["term"].place(),
                       fmt::format("'{}' can never be reached: {}", to_string(term.term), fault.what()));
        }
    }
    if (policy.remind_after) {
        try {
            check_target(*policy.remind_after, policy.default_calendar(), now);
        } catch (const time::OutOfReach& fault) {
            faults.add(parsed.root()["procedure"]["remind_after"].place(),
                       fmt::format("'{}' can never be reached: {}", time::to_string(*policy.remind_after),
                                   fault.what()));
        }
    }
    if (!faults.empty()) throw PolicyError(faults.lines(file));
}

} // namespace reklamaatio::policy
