// SPDX-License-Identifier: GPL-3.0-or-later
// One complaint with all that belongs to it, for programs: the fields of an export, and lists.
#pragma once

#include "casework/dossier.hpp"
#include "exchange/field_set.hpp"
#include "render/record.hpp"
#include "rulebook/policy.hpp"

namespace reklamaatio::view {

// Lists: deadlines, steps (all five), promises, offers, actions, conversation, merged, history and more; every
// key is always there. States are as of `now`.
render::Record complaint_record(const casework::Dossier& dossier, const exchange::FieldSet& fields,
                                const rulebook::Policy& policy, time::Instant now);

} // namespace reklamaatio::view
