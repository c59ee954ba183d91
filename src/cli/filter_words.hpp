// SPDX-License-Identifier: GPL-3.0-or-later
// The words of filters: one that can be nobody's is a slip, not an empty answer.
#pragma once

#include "cli/session.hpp"
#include "store/overviews.hpp"

namespace reklamaatio::cli {

// Names people and teams by their keys. Throws UsageError, with a suggestion, for a word that neither a
// closed list of the policy, nor its people or teams, nor any complaint has.
void settle_words(Session& session, store::Filter& filter);

// The key of who runs this. Throws UsageError when the policy names people and this is none of them.
std::string own_key(Session& session);

} // namespace reklamaatio::cli
