// SPDX-License-Identifier: GPL-3.0-or-later
// Why a complaint falls under a service level, and not under those before it.
#pragma once

#include "rulebook/policy.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::rulebook {

// One condition of a service level, held against the complaint.
struct ConditionCheck {
    std::string_view field;
    std::vector<std::string> asked;
    std::string value; // the complaint's; may be empty
    bool holds() const;
};

struct SlaMatch {
    const Sla* sla = nullptr;
    std::size_t place = 0;              // in file order, from 1
    std::vector<ConditionCheck> checks; // those that are asked for; none: it takes everything
    bool holds() const;
};

// Each level that is looked at, in order: the last is the one that holds, unless none does.
std::vector<SlaMatch> match_slas(const Policy& policy, const complaint::Complaint& complaint);

// How the conditions of a statutory term hold; it is no service level and has no place.
SlaMatch match_of(const LegalTerm& term, const complaint::Complaint& complaint);

// "kind is claim"; "kind is remark, not claim or complaint".
std::string to_text(const ConditionCheck& check);

// "applies: kind is claim, harm is injury"; "does not apply: kind is remark, not claim"; of what fails only.
std::string to_text(const SlaMatch& match);

} // namespace reklamaatio::rulebook
