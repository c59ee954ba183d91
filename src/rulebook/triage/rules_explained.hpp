// SPDX-License-Identifier: GPL-3.0-or-later
// What each rule made of a complaint, in words.
#pragma once

#include "rulebook/triage/rules.hpp"

#include <string>
#include <vector>

namespace reklamaatio::rulebook {

// For `classify --explain`, of each rule what it did, or why it did not match: "matched; sets category to damage",
// "did not match: channel is phone, not email".
std::vector<std::string> explanations(const Policy& policy, const RuleFacts& facts, const Ruling& ruling);

} // namespace reklamaatio::rulebook
