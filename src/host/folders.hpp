// SPDX-License-Identifier: GPL-3.0-or-later
// Where a person's files are, by the XDG base directory specification.
#pragma once

#include "host/environment.hpp"

#include <string>

namespace reklamaatio::host {

// Where the configuration is looked for, and the database that is used when nothing else is said. Empty when
// there is no HOME.
std::string default_config_path(const Environment& environment);
std::string default_database_path(const Environment& environment);
// Where drafts of letters are kept: neither configuration nor data. Empty when there is no HOME.
std::string default_drafts_folder(const Environment& environment);

} // namespace reklamaatio::host
