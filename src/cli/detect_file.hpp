// SPDX-License-Identifier: GPL-3.0-or-later
// What a file looks like that nobody has described, told to whoever asks.
#pragma once

#include "cli/session.hpp"
#include "exchange/profile.hpp"

#include <istream>
#include <optional>
#include <string>

namespace reklamaatio::cli {

// Shows what was found, and the profile that it leads to, or writes that into a new file. `name` is what messages call
// the file. Throws as exchange::detect() and host::write_new_file() do.
void detect_file(Session& session, std::istream& in, const std::string& name, const exchange::Profile& given,
                 const std::optional<std::string>& save_to);

} // namespace reklamaatio::cli
