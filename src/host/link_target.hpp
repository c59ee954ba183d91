// SPDX-License-Identifier: GPL-3.0-or-later
// Where a file is to be made that is named by a link.
#pragma once

#include <filesystem>
#include <string>

namespace reklamaatio::host {

// Where links lead to, also one that leads to nothing yet. Throws Failure (cannot_create, no_permission), also for a link that
// somebody else has put into a folder where everybody may put files.
std::filesystem::path behind_links(const std::string& path);

// Throws Failure: no_permission or cannot_create, as errno says.
[[noreturn]] void throw_not_created(const std::string& path, int error);

} // namespace reklamaatio::host
