// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/alerts_counted.hpp"

#include "store/figures_alerts.hpp"
#include "store/standing_alerts.hpp"

#include <algorithm>

namespace reklamaatio::report {

namespace {

std::string level_word(complaint::AlertLevel level) {
    return std::string(complaint::word(level));
}

void count_sent(AlertTally& tally, const store::SentAlert& alert, const rulebook::Policy& policy) {
    ++tally.sent;
    if (alert.is_breached) {
        ++tally.in_time;
        tally.breached += *alert.is_breached ? 1 : 0;
    }
    if (alert.acted_at)
        tally.reacted.push_back(policy.default_calendar().working_time(alert.sent_at, *alert.acted_at));
}

} // namespace

AlertTally& AlertTally::operator+=(const AlertTally& other) {
    sent += other.sent;
    in_time += other.in_time;
    breached += other.breached;
    reacted.insert(reacted.end(), other.reacted.begin(), other.reacted.end());
    breaches += other.breaches;
    undelivered += other.undelivered;
    return *this;
}

AlertsCounted count_alerts(store::Database& database, const rulebook::Policy& policy,
                           const Question& question) {
    AlertsCounted counted;
    const auto which = question.selection();
    const auto tally_of = [&](const std::string& group, time::Instant at, const std::string& level,
                              const std::string& person) -> AlertTally& {
        return counted.tallies[{question.group_of(group, at), level, person}];
    };
    const auto& [from, until] = question.period;
    store::read_sent_alerts(database, from, until, question.now, which, [&](const store::SentAlert& alert) {
        count_sent(tally_of(alert.group, alert.sent_at, level_word(alert.level), alert.to), alert, policy);
    });
    const auto passed = std::min(until, question.now + time::Seconds{1});
    store::read_unalerted(database, from, passed, which, [&](const store::DueRow& row) {
        if (is_reported(row.clock)) counted.unalerted.push_back(row);
    });
    for (const auto& row : counted.unalerted) {
        const auto person =
            store::group_value(database, store::GroupField::assignee_then, {row.complaint}, row.due_at);
        ++tally_of(row.group, row.due_at, std::string(k_no_alert), person).breaches;
    }
    const auto count_late = [&](const store::StandingAlert& late) {
        if (late.alert.action) return; // of none of the complaints
        if (const auto group = store::group_in(database, which, late.alert.complaint, question.now))
            ++tally_of(*group, late.untold_since, level_word(*late.alert.what.level), late.to.key)
                  .undelivered;
    };
    store::read_undelivered_alerts(database, policy, question.now, store::k_usual_delay, count_late);
    return counted;
}

} // namespace reklamaatio::report
