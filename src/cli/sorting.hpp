// SPDX-License-Identifier: GPL-3.0-or-later
// The policy's rules and teams at work: what rules make of a complaint, and who gets it.
#pragma once

#include "cli/session.hpp"
#include "complaint/routing.hpp"
#include "complaint/rules.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::cli {

// What the rules of the policy in force say of a complaint, together with what they looked at.
class Sorting {
  public:
    // Of one that is being logged. `decided`: what no rule may change.
    Sorting(Session& session, complaint::Complaint complaint, std::vector<complaint::Settable> decided);
    // Of one that is known: by what it was before rules.
    static Sorting again(Session& session, const complaint::Complaint& complaint,
                         std::vector<complaint::Settable> decided);

    const complaint::RuleSettings& set() const { return m_ruling.set; }
    const complaint::Ruling& ruling() const { return m_ruling; }
    complaint::Assignment meant_for() const { return {set().team, set().person}; }
    // A line for each rule.
    std::vector<std::string> explained() const;

  private:
    complaint::RuleFacts facts() const;

    const complaint::Policy& m_policy;
    complaint::Complaint m_complaint;
    complaint::Customer m_customer;
    std::vector<complaint::Settable> m_decided;
    std::optional<complaint::Complaint> m_before_rules;
    complaint::Ruling m_ruling;
};

// What the log says that somebody decided about a complaint that is known.
std::vector<complaint::Settable> decided_by_now(Session& session, const complaint::Complaint& complaint);

// Who gets what is meant for a team or a person, by today's absences and by what everybody has now.
complaint::Destination destination_of(Session& session, const complaint::Assignment& meant);

// "team returns, assignee maria (the least loaded of ...)"; either may be empty.
std::string with_reason(const std::string& what, const std::string& why);

bool is_present(Session& session, const std::string& person);

} // namespace reklamaatio::cli
