// SPDX-License-Identifier: GPL-3.0-or-later
// The layout of the database and how it grows: plain SQL steps, which new databases walk too.
#pragma once

#include "store/database.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::store {

// "RKLM" in the header of every database of ours.
inline constexpr std::int64_t k_application_id = 0x524b4c4d;

// How many steps this program knows: the user_version of an up-to-date database.
int newest_schema();

// The user_version of a database. Throws StoreError: not_ours (another application_id), newer.
int schema_of(Database& database);

// Whether nothing was ever written to it: a file that is being made, or whose making was cut short.
bool is_blank(Database& database);

// Makes a blank database ours: every step and what `first` writes, in one transaction.
void make(Database& database, const std::function<void()>& first);

// Brings an old database up to date, each step in one transaction with its user_version. Gives the fields of the
// firm's own that have other names since then, as they were called.
std::vector<std::string> migrate(Database& database);

// How a database of an earlier layout came to this one.
struct Upgrade {
    int from = 0; // user_version
    int to = 0;
    std::filesystem::path copy;       // beside it, as it was before
    std::vector<std::string> renamed; // fields of the firm's own whose names are ours by now
};

// The same after copying it beside itself; nothing where it is up to date. From then on it has a write-ahead log, as every
// database that is written: a backup that was put in its place by hand has none yet. Throws StoreError, which names the copy
// when a step fails.
std::optional<Upgrade> upgrade(Database& database, const std::filesystem::path& path);

// The same of one that is itself a copy, of the file of that name. Where a step fails, it is worth nothing.
std::optional<Upgrade> upgrade_alone(Database& database, const std::filesystem::path& copied);

} // namespace reklamaatio::store
