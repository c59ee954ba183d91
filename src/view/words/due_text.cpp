// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/due_text.hpp"

#include "complaint/word.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::view {

using complaint::Clock;
using rulebook::Deadline;

namespace {

struct OwedThing {
    Clock clock;
    const char* in_short;
    const char* to_customer;
};

constexpr std::array<OwedThing, complaint::values<Clock>().size()> k_owed{{
    {Clock::response, "the first answer", "the first answer to {customer}"},
    {Clock::reply, "an answer", "an answer to {customer}'s message of {since}"},
    {Clock::update, "an update to the customer", "an update to {customer}"},
    {Clock::resolution, "resolution", "the resolution"},
    {Clock::promise, "promise P{number}", "promise P{number}"},
    {Clock::followup, "the follow-up", "asking {customer} how it went"},
    {Clock::answer, "the customer's answer", "{customer}'s answer"},
    {Clock::task, "task T{number}", "task T{number}"},
    {Clock::legal, "the statutory term \"{term}\"",
     "the message to {customer} that the law requires (\"{term}\")"},
    {Clock::appeal, "appeal A{number}", "appeal A{number}"},
    {Clock::authority, "the report to the authority", "the report of the danger to the authority"},
}};

const OwedThing& owed_by(Clock clock) {
    return *std::ranges::find(k_owed, clock, &OwedThing::clock);
}

} // namespace

std::string owed_thing(const Deadline& deadline) {
    return fmt::format(fmt::runtime(owed_by(deadline.clock).in_short), fmt::arg("number", deadline.ordinal),
                       fmt::arg("term", deadline.sla));
}

std::string owed_to(const std::string& customer, const Deadline& deadline, const TimeText& when) {
    return fmt::format(fmt::runtime(owed_by(deadline.clock).to_customer), fmt::arg("customer", customer),
                       fmt::arg("since", when(deadline.started_at)), fmt::arg("number", deadline.ordinal),
                       fmt::arg("term", deadline.sla));
}

std::string due_text(const Deadline& deadline, time::Instant now, const TimeText& when, bool would) {
    const auto thing = owed_thing(deadline);
    const std::string_view is = would ? "would be" : "is";
    if (!deadline.due_at) return fmt::format("{} {} paused", thing, is);
    if (*deadline.due_at < now)
        return fmt::format("{} has been overdue since {}", thing, when(*deadline.due_at));
    return fmt::format("{} {} due {}", thing, is, when(*deadline.due_at));
}

} // namespace reklamaatio::view
