// SPDX-License-Identifier: GPL-3.0-or-later
// The files that stand beside a database: SQLite's write-ahead log with its index, and our lock files. They are like the
// database, so that whoever may use it may use them, and none of them is of use to anybody while nobody has the
// database open.
#pragma once

#include "store/likeness.hpp"

#include <array>
#include <chrono>
#include <filesystem>
#include <string_view>

namespace reklamaatio::store {

inline constexpr std::string_view k_write_ahead_log = "-wal";
inline constexpr std::string_view k_writers_lock = ".lock";
inline constexpr std::string_view k_log_index = "-shm";
inline constexpr std::string_view k_delivery_lock = ".alerts.lock";
// SQLite's, for a moment, of a database that is not in WAL mode yet.
inline constexpr std::string_view k_rollback_journal = "-journal";
inline constexpr std::array k_companions{k_write_ahead_log, k_log_index, k_writers_lock, k_delivery_lock};

std::filesystem::path companion(const std::filesystem::path& database, std::string_view ending);

// Whether a log or a journal is there and has something in it: then it is a part of the database.
bool holds_changes(const std::filesystem::path& database, std::string_view ending);

// Whether what is made beside a database comes into its group by itself.
bool hands_on_group(const std::filesystem::path& database, const Likeness& original);

// Throws StoreError for what has the name of one and is none: not_ours for what is no file, as a link would lead to somebody else's,
// and SQLite waits for ever for what a pipe says; several_names for a log or an index that is a file of somebody else's as well.
void check_companions_are_files(const std::filesystem::path& database);

// Throws StoreError when there is a database that this process may not write: not_permitted, with the reason; or
// several_names, since log, index and locks go by the name, and two who come by different names know nothing of each other.
void check_may_write(const std::filesystem::path& database);

// Makes those that are there like the database, as far as this process may.
void make_companions_alike(const std::filesystem::path& database);

// The same, for one that may write the database; then those that this process cannot use, because they are left from an
// account that has gone, are removed, to be made anew; so are those in another group, as an owner who is not in that of the
// database leaves them, where the folder then gives the right one. This is done while this process alone has the database open, as
// SQLite's own lock on it says, for which it waits as long as this. Throws StoreError: busy, or not_permitted for those that must stay.
void settle_companions(const std::filesystem::path& database, std::chrono::milliseconds longest_wait);

} // namespace reklamaatio::store
