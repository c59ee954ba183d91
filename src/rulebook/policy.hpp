// SPDX-License-Identifier: GPL-3.0-or-later
// A firm's policy: when it works, what it promises, who does what. Read from TOML in the room policy; here is
// what it means.
#pragma once

#include "complaint/complaint.hpp"
#include "complaint/own_field.hpp"
#include "rulebook/alerts/escalation.hpp"
#include "rulebook/bodies.hpp"
#include "rulebook/condition.hpp"
#include "rulebook/legal_term.hpp"
#include "rulebook/people.hpp"
#include "rulebook/recourse.hpp"
#include "rulebook/retention.hpp"
#include "rulebook/safety.hpp"
#include "rulebook/triage/rule.hpp"
#include "rulebook/word_lists.hpp"
#include "time/calendar.hpp"
#include "time/target.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::rulebook {

// What reopening does to the resolution clock.
enum class Reopen {
    continue_, // the same deadline is unmet again
    restart,   // the old deadline stays judged, a new one starts
    exclude    // the same deadline, the time in which it was closed counts as a pause
};

constexpr auto vocabulary(Reopen) {
    return complaint::Words<3>{"a way to reopen", {"continue", "restart", "exclude"}};
}

struct Organisation {
    std::string name;
    time::Zone zone = time::Zone::utc();
    std::string currency = "EUR";
    std::string owner; // of the process: who hears of what nobody handles
    Reopen reopen = Reopen::continue_;
    std::string country = "FI"; // how local phone numbers are read
    // Who is not said to be anything else.
    complaint::CustomerType customers = complaint::CustomerType::consumer;
    std::optional<std::int64_t> hour_costs = {}; // cents that an hour of work costs; nothing: unknown
};

// A service level.
struct Sla {
    std::string name;
    FieldConditions when;
    std::size_t calendar = 0; // index in Policy::calendars
    std::array<std::optional<time::Target>, complaint::Vocabulary<complaint::Clock>::k_words.size()> targets;
    double warn_at = 0.8; // share of the target used
    std::optional<time::Target>
        extend_to{}; // how long the resolution may take in all, where the customer is told

    const std::optional<time::Target>& target(complaint::Clock clock) const {
        return targets[static_cast<std::size_t>(clock)];
    }
};

struct Policy {
    Organisation organisation;
    std::vector<time::Calendar> calendars; // at least one; the first is the default
    std::vector<Sla> slas;                 // the first whose conditions hold wins
    std::vector<LegalTerm> legal{};        // all whose conditions hold, beside it
    std::vector<Person> people;
    std::vector<Team> teams;
    std::vector<Body> bodies{}; // outside the firm
    // Those that staff told, beside the people's own; no part of the policy's text.
    std::vector<Absences> absences{};
    std::vector<Rule> rules; // see classify_by_rules
    std::vector<Escalation> escalations;
    std::array<std::vector<complaint::Step>, complaint::Vocabulary<complaint::Kind>::k_words.size()>
        required_steps;                         // before resolve, by kind
    std::optional<Age> erase_after;             // closing
    std::optional<time::Target> remind_after{}; // how long we wait for a customer where no time was said
    Recourse recourse{};                        // what a rejection tells
    Safety safety{};                            // where people are in danger
    WordLists words;
    complaint::OwnFields own; // fields besides ours; conditions and settings point to them

    const std::vector<complaint::Step>& steps_required_of(complaint::Kind kind) const {
        return required_steps[static_cast<std::size_t>(kind)];
    }
    const time::Calendar& default_calendar() const { return calendars.front(); }
    const time::Calendar& calendar_of(const Sla& sla) const { return calendars[sla.calendar]; }
    const time::Calendar& calendar_of(const LegalTerm& term) const { return calendars[term.calendar]; }
    // The default one for a name that is gone: deadlines keep that of the policy that planned them.
    const time::Calendar& calendar_named(std::string_view name) const;
};

// What a field counts as that has no value: most count as nothing, "".
std::string usual_word(const Policy& policy, const complaint::Field<complaint::Complaint>& field);

// Null where it has none of that name.
const LegalTerm* legal_term_named(const Policy& policy, std::string_view name);

// Whether it says by when something is due on a clock of which not every firm has one (complaint::is_of_some).
bool has_terms(const Policy& policy, complaint::Clock clock);

// The service level that a complaint falls under; null when no conditions hold.
const Sla* sla_for(const Policy& policy, const complaint::Complaint& complaint);

// Whether the first answer has a target by this policy and yet no deadline, because the complaint is anonymous
// (complaint::is_anonymous) and no source said by when.
bool owes_nobody_an_answer(const Policy& policy, const complaint::Complaint& complaint);

// A policy as it was put in force.
struct PolicyVersion {
    int version = 0;
    std::int64_t change = 0; // the change that applied it; later changes are under it
    time::Instant applied_at;
    std::shared_ptr<const Policy> policy;
};

} // namespace reklamaatio::rulebook
