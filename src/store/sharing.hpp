// SPDX-License-Identifier: GPL-3.0-or-later
// A database that a group of accounts writes, and where it cannot be.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::store {

// Gives a database that is there, and what stands beside it, to the group of its folder, to read and to write: mode 0660. Gives
// the name of that group. Throws StoreError: cannot_create, with the command that mends it, where the folder is not the
// group's to write or does not hand its group on; not_permitted when the database is another account's. Nothing has changed then.
std::string share(const std::filesystem::path& database);

// The network file system that a folder is on ("NFS"); nothing for the others, and for a folder that is not there.
std::optional<std::string> network_of(const std::filesystem::path& folder);

// The same by the number that statfs(2) gives; empty for one that is on no network.
std::string_view network_named(unsigned long number);

} // namespace reklamaatio::store
