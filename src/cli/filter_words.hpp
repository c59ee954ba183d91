// SPDX-License-Identifier: GPL-3.0-or-later
// The words of filters: a word that matches nobody is a typing error, and is refused rather than answered with
// an empty list.
#pragma once

#include "cli/session.hpp"
#include "store/overviews.hpp"

namespace reklamaatio::cli {

// Replaces each text of a filter, as it was typed, by what it means: a text that the policy or any complaint
// has as a whole in one of these fields is one word, else commas part it. A word becomes all its spellings that
// are in use, in whatever case; people and teams are named by their keys. Throws UsageError, with a suggestion,
// for a word that neither a closed list of the policy, nor its people or teams, nor any complaint has.
void settle_words(Session& session, store::Filter& filter);

} // namespace reklamaatio::cli
