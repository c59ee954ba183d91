// SPDX-License-Identifier: GPL-3.0-or-later
// Random histories under random policies, against the sentences of the procedure walked minute by minute.
#include "rulebook/clocks/firm.hpp"
#include "rulebook/clocks/random_history.hpp"
#include "rulebook/clocks/waits.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

constexpr unsigned k_histories = 400;

std::string shown(const std::optional<Instant>& at) {
    return at ? time::to_iso(*at) : "-";
}
std::string shown(const std::optional<Seconds>& length) {
    return length ? fmt::format("{}s", length->count()) : "-";
}

std::string shown(const std::vector<Deadline>& rows) {
    std::string text;
    for (const Deadline& row : rows)
        text += fmt::format(
            "\n  {} {} {} from {}: due {} warn {} met {} void {} left {} taken {} over {} ({} {} v{})",
            word(row.clock), row.ordinal, row.target, time::to_iso(row.started_at), shown(row.due_at),
            shown(row.warn_at), shown(row.met_at), shown(row.cancelled_at), shown(row.left), shown(row.taken),
            shown(row.overrun), row.sla, row.calendar, row.policy);
    return text;
}

std::string shown(const Story& story) {
    constexpr std::array<std::string_view, 9> k_did{"open",    "facts",  "answer", "await",     "end wait",
                                                    "resolve", "reopen", "void",   "new policy"};
    std::string text;
    for (const Step& step : story)
        text += fmt::format("\n  {} (recorded {}) {}{} {} {} '{}' v{}", time::to_iso(step.happened),
                            time::to_iso(step.recorded), k_did[static_cast<std::size_t>(step.did)],
                            step.answered ? ", told" : "", word(step.facts.kind), word(step.facts.priority),
                            step.facts.team, step.version);
    return text;
}

void check_histories(unsigned first_seed, const Liberties& liberties) {
    for (unsigned seed = first_seed; seed < first_seed + k_histories; ++seed) {
        const RandomHistory history(seed, liberties, firm().calendars);
        const auto found = history.planned();
        const auto expected = NaivePlan(history.story(), firm().walks).deadlines();
        CAPTURE(seed);
        CAPTURE(shown(history.story()));
        CAPTURE(shown(found));
        CAPTURE(shown(expected));
        REQUIRE(found == expected);
    }
}

} // namespace

TEST_CASE("random histories are planned as a walk from minute to minute does") {
    Liberties liberties;
    liberties.targets_come_and_go = true;
    check_histories(1, liberties);
}

TEST_CASE("random histories that are reopened in any way are planned as a walk does") {
    Liberties liberties;
    liberties.reopen_anyhow = liberties.waits_after_restart = true;
    check_histories(10'001, liberties);
}

TEST_CASE("random histories are planned by a policy that was never in force as a walk does") {
    for (unsigned seed = 30'001; seed < 30'001 + k_histories; ++seed) {
        Liberties liberties;
        liberties.targets_come_and_go = true;
        const RandomHistory history(seed, liberties, firm().calendars);
        const RandomHistory other(seed + k_histories, liberties, firm().calendars);
        const auto& policy = other.policies().back();
        const PolicyVersion alone{1, 0, {}, policy.policy};
        // The same life, but nobody ever heard of another policy.
        Story story = history.story();
        std::erase_if(story, [](const Step& step) { return step.did == Did::new_policy; });
        for (Step& step : story) {
            step.policy = alone.policy.get();
            step.version = alone.version;
        }
        CAPTURE(seed);
        REQUIRE(plan(history.events(), {}, {&alone, 1}).deadlines
                == NaivePlan(story, firm().walks).deadlines());
    }
}

TEST_CASE("the waits of random histories add up to what the complaint remembers") {
    for (unsigned seed = 1; seed <= k_histories; ++seed) {
        Liberties liberties;
        liberties.reopen_anyhow = liberties.waits_after_restart = true;
        const RandomHistory history(seed, liberties, firm().calendars);
        Complaint complaint;
        for (const auto& event : history.events())
            apply(complaint, event);
        Seconds sum{0};
        for (const auto& wait : waits(history.events()))
            if (wait.until) sum += *wait.until - wait.from;
        CAPTURE(seed);
        REQUIRE(complaint.waited == sum);
        REQUIRE(complaint.waiting_since.has_value() == (complaint.status == Status::waiting));
    }
}

} // namespace reklamaatio::rulebook::tests
