// SPDX-License-Identifier: GPL-3.0-or-later
// One complaint as a JSON object: the fields of an export, and lists of what belongs to it.
#pragma once

#include "casework/dossier.hpp"

#include <string>

namespace reklamaatio::view {

// On one line. Lists: deadlines, steps (all five), promises, offers, actions, conversation, merged, history
// and more; every key is always there. States are as of `now`.
std::string complaint_json(const casework::Dossier& dossier, time::Instant now);

} // namespace reklamaatio::view
