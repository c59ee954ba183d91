// SPDX-License-Identifier: GPL-3.0-or-later
// To whoever is second: what others did before, in one sentence.
#pragma once

#include "casework/meanwhile.hpp"

#include <string>
#include <vector>

namespace reklamaatio::view {

// Of an event with one change that is replaced: "pekka changed R-1 2 min ago (subject Kiuas → Kiuas halkesi); yours replaces that, and reklamaatio log R-1 has both". Not
// yet harmless for a terminal.
std::string replaced_text(casework::Desk& desk, const complaint::Event& replaced);

// "R-1 was changed while you wrote, last by pekka: assigned (assignee maria); reklamaatio log R-1 has it all". Of one event
// or more.
std::string while_writing_text(casework::Desk& desk, complaint::Id id,
                               const std::vector<complaint::Event>& events);

} // namespace reklamaatio::view
