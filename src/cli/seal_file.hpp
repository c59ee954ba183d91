// SPDX-License-Identifier: GPL-3.0-or-later
// The file that has the key of the seals.
#pragma once

#include "cli/settings.hpp"
#include "store/seal_key.hpp"

#include <optional>
#include <string>

namespace reklamaatio::cli {

// Throws Failure, as `origin` ends: for a file that is not there, that has no key, or that others than its owner may read.
store::SealKey seal_key_in(const std::string& file, const Origin& origin);

// That of the settings; nothing where there is none, and where the configuration names one that this account may not read: the
// key is the owner's.
std::optional<store::SealKey> usual_seal_key(const Settings& settings);

} // namespace reklamaatio::cli
