// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/raised_alerts.hpp"

#include "rulebook/alerts/addressee.hpp"
#include "store/alerts.hpp"
#include "store/random_team.hpp"

namespace reklamaatio::store::tests {
namespace {

// What is told of an alert, and what it is told with.
std::string line_of(const rulebook::AddressedAlert& each) {
    const auto& what = each.alert.what;
    return fmt::format("{} {} {} to {} after {}",
                       each.alert.action ? to_string(*each.alert.action) : to_string(each.alert.complaint),
                       complaint::alert_text(what), time::to_iso(*what.due_at), each.to.key,
                       each.before.size());
}

// All facts at once into the pure functions, which know nothing of groups.
std::vector<std::string> told_at_once(Store& store, Instant now) {
    const auto& policy = *store.policies().current().policy;
    auto facts = facts_beside_complaints(store.database(), policy, now);
    read_owed(store.database(), policy, now,
              [&](const rulebook::OwedDeadline& owed) { facts.owed.push_back(owed); });
    read_unassigned(store.database(),
                    [&](const rulebook::Unassigned& each) { facts.unassigned.push_back(each); });
    std::vector<std::string> lines;
    for (const auto& each : rulebook::addressed(policy, rulebook::raised_alerts(policy, facts, now),
                                                policy.organisation.zone.date_at(now)))
        lines.push_back(line_of(each));
    return lines;
}

std::vector<std::string> told_in_groups(Store& store, Instant now) {
    const auto& policy = *store.policies().current().policy;
    const auto today = policy.organisation.zone.date_at(now);
    std::vector<std::string> lines;
    read_raised_alerts(store.database(), policy, now, [&](std::vector<rulebook::Alert> group) {
        for (const auto& each : rulebook::addressed(policy, std::move(group), today))
            lines.push_back(line_of(each));
    });
    return lines;
}

} // namespace

TEST_CASE("alerts come group by group as all of them do at once") {
    std::size_t most = 0;
    for (unsigned seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        Store store = Store::in_memory(founding());
        RandomTeam team(store, seed);
        for (int i = 0; i < 120; ++i)
            team.work();
        const auto now = team.ledger("alerts").now() + std::chrono::days{3};
        const auto lines = told_in_groups(store, now);
        CHECK(lines == told_at_once(store, now));
        most = std::max(most, lines.size());
    }
    CHECK(most > 20);
}

} // namespace reklamaatio::store::tests
