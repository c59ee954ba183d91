// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody who writes a letter needs to have before their eyes.
#pragma once

#include "cli/settings.hpp"
#include "complaint/id.hpp"
#include "host/environment.hpp"
#include "store/store.hpp"

#include <span>
#include <string>

namespace reklamaatio::cli {

// Of one complaint who it is from and how they like to be written to, what they want and said last, and what
// is owed by when; of several a line each. Ends with a line end.
std::string letter_head(store::Store& store, std::span<const complaint::Id> complaints,
                        const host::Environment& environment, const Settings& settings);

} // namespace reklamaatio::cli
