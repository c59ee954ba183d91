// SPDX-License-Identifier: GPL-3.0-or-later
// The policy's rules and teams at work: what rules make of a complaint, and who gets it.
#pragma once

#include "casework/desk.hpp"
#include "rulebook/triage/routing.hpp"
#include "rulebook/triage/rules.hpp"
#include "rulebook/triage/rules_decided.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::casework {

// What the rules of the policy in force say of a complaint, together with what they looked at.
class Triage {
  public:
    // Of one that is being logged. `decided`: what no rule may change.
    Triage(Desk& desk, complaint::Complaint complaint, std::vector<rulebook::Settable> decided);
    // Of one that is known: by what it was before rules.
    static Triage again(Desk& desk, const complaint::Complaint& complaint,
                        std::vector<rulebook::Settable> decided);

    const rulebook::RuleSettings& set() const { return m_ruling.set; }
    const rulebook::Ruling& ruling() const { return m_ruling; }
    complaint::Assignment meant_for() const { return {set().team, set().person}; }
    // Of each rule, without its name.
    std::vector<std::string> explanations() const;

  private:
    rulebook::RuleFacts facts() const;

    const rulebook::Policy& m_policy;
    complaint::Complaint m_complaint;
    complaint::Customer m_customer;
    std::vector<rulebook::Settable> m_decided;
    std::optional<complaint::Complaint> m_before_rules;
    rulebook::Ruling m_ruling;
};

// What the log says that somebody decided about a complaint that is known.
std::vector<rulebook::Settable> decided_by_now(Desk& desk, const complaint::Complaint& complaint);

// Who gets what is meant for a team or a person, by today's absences and by what everybody has now.
rulebook::Destination destination_of(Desk& desk, const complaint::Assignment& meant);

bool is_present(Desk& desk, const std::string& person);

} // namespace reklamaatio::casework
