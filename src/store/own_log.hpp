// SPDX-License-Identifier: GPL-3.0-or-later
// A database that one who only reads it may change for himself: what he writes goes into a write-ahead log of his own, a
// private file without a name that begins as a copy of the log there is. The database file is only read.
#pragma once

namespace reklamaatio::store {

// The name of SQLite's way to such a database. Another connection must have begun to read the database before it is opened,
// and read on until it is closed: for its sake nothing is written into the file that the copied log does not know.
const char* with_own_log();

} // namespace reklamaatio::store
