// SPDX-License-Identifier: GPL-3.0-or-later
// Where a file is to be made, also one that is named by a link, and that it could not be.
#pragma once

#include <filesystem>
#include <string>

namespace reklamaatio::host {

// Where links lead to, also one that leads to nothing yet. Throws Failure (cannot_create, no_permission), also for a link that
// somebody else has put into a folder where everybody may put files.
std::filesystem::path behind_links(const std::string& path);

// Throws Failure (no_permission) for a link, a pipe or a file that somebody else has put into a folder where everybody may put
// files: what is written there would be read, kept back or led elsewhere. `path` is how it was named.
void check_may_use(const std::string& path, const std::filesystem::path& file);

// The folder that a file is in, or is to be in.
std::filesystem::path folder_of(const std::filesystem::path& file);

// Throws Failure: no_permission or cannot_create, as errno says.
[[noreturn]] void throw_not_created(const std::string& path, int error);
// Throws Failure (write_error).
[[noreturn]] void throw_not_written(const std::string& path, int error);
// Of what has its name already, and could not be flushed to the disk after that.
[[noreturn]] void throw_not_flushed(const std::string& path, int error);

} // namespace reklamaatio::host
