// SPDX-License-Identifier: GPL-3.0-or-later
// One complaint as a JSON object: the fields of an export, and lists of what belongs to it.
#pragma once

#include "cli/dossier.hpp"

#include <string>

namespace reklamaatio::cli {

// On one line. Lists: deadlines, steps (all five), promises, offers, actions, conversation, merged, history
// and more; every key is always there. States are as of `now`.
std::string complaint_json(const Dossier& dossier, time::Instant now);

} // namespace reklamaatio::cli
