// SPDX-License-Identifier: GPL-3.0-or-later
// A database in a file that this process has open, whether it has a name or not, and of which nobody else knows: it needs no
// locks, and nothing stands beside it.
#pragma once

#include <cstdint>
#include <string>

namespace reklamaatio::store {

struct OpenFile {
    int descriptor = -1; // for reading and writing; it stays the caller's
    std::string shown;   // what messages call it
};

// The name of SQLite's way to such a file, which is called there by the number of its descriptor.
const char* by_descriptor();

// How a database keeps what is being written: beside it for as long as that takes, or in a log that stays.
enum class Journal : unsigned char { rollback = 1, write_ahead = 2 };

// Makes a database that nobody has opened one of that kind (https://sqlite.org/fileformat2.html, 1.3.3: bytes 18 and 19 of
// its header). One with a rollback journal opens as it is, wherever it lies. Throws StoreError (cannot_write).
void set_journal(const OpenFile& file, Journal journal);

// Throws StoreError (cannot_read).
std::int64_t size_of(const OpenFile& file);

} // namespace reklamaatio::store
