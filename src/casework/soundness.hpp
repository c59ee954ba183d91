// SPDX-License-Identifier: GPL-3.0-or-later
// Trusting a database only after a look at all of it.
#pragma once

#include "store/database.hpp"
#include "store/policies.hpp"
#include "store/verify.hpp"

#include <string>

namespace reklamaatio::casework {

// What was found whole. Throws Failure (bad_data) with a line for each fault, and what follows from them in the last line, if
// there is such a word: "no copy was made".
store::VerifyResult found_sound(store::Database& database, store::PolicyBook& policies,
                                const std::string& consequence = "");

// The same of a verdict that is there.
void check_is_sound(store::VerifyResult verdict, const std::string& consequence = "");

} // namespace reklamaatio::casework
