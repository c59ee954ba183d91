// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/remedies_counted.hpp"

#include "store/figures_hygiene.hpp"
#include "store/figures_money.hpp"

#include <algorithm>

namespace reklamaatio::report {

namespace {

void add_given(CostTally& tally, const store::Given& given) {
    const bool is_something = is_given(given.sum);
    if (given.stands) ++tally.resolved;
    if (given.stands && is_something) ++tally.gave;
    if (!is_something) return;
    tally.given.add(given.sum);
    tally.by_remedy[given.sum.remedy].add(given.sum);
    if (!given.sum.cents || given.approved_by.empty()) return;
    tally.approved.add(given.sum);
    tally.by_approver[given.approved_by].add(given.sum);
}

void add_unpaid(CostTally& tally, const store::Unpaid& unpaid) {
    tally.owed.add(unpaid.sum);
    tally.oldest_debt = std::min(tally.oldest_debt.value_or(unpaid.since), unpaid.since);
}

void add_work(CostTally& tally, const store::EffortSum& effort) {
    if (effort.minutes == 0) return;
    tally.minutes += effort.minutes;
    tally.unpriced += effort.unpriced_minutes;
    tally.effort.push_back(time::Seconds{std::chrono::minutes{effort.minutes}}.count());
    for (const auto& [currency, cents] : effort.costs)
        tally.handling[currency] += cents;
}

} // namespace

std::map<std::string, CostTally> count_remedies(store::Database& database, const Question& question) {
    std::map<std::string, CostTally> tallies;
    if (question.by.is_none()) tallies[""];
    const auto& [from, until] = question.period;
    const auto which = question.selection();
    store::read_given(database, from, until, which, [&](const store::Given& given) {
        add_given(tallies[question.group_of(given.group, given.resolved_at)], given);
    });
    store::read_payments(database, from, until, which, [&](const store::Payment& payment) {
        tallies[question.group_of(payment.group, payment.paid_at)].paid.add(payment.sum);
    });
    // What is owed now belongs to no stretch of time.
    if (!question.by.bucket)
        store::read_unpaid(database, which, [&](const store::Unpaid& unpaid) {
            add_unpaid(tallies[unpaid.noted.group], unpaid);
        });
    store::read_handled(database, from, until, which, [&](const store::Handled& handled) {
        add_work(tallies[question.group_of(handled.group, handled.resolved_at)], handled.effort);
    });
    return tallies;
}

} // namespace reklamaatio::report
