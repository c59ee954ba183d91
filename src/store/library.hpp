// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite as a library, set up before its first use.
#pragma once

namespace reklamaatio::store {

// The program has one thread, and asks nobody how much memory there is: without the locks and the counting a
// command needs a tenth less.
void configure_library();

// Whether memory was ever refused to the library. It says that it lacks memory also of a piece of two gigabytes, which it does not even
// ask for, and which only a damaged page can want.
bool lacked_memory();

// The name of a way to the file system by which no write-ahead log is made: for one who leaves nothing behind.
const char* looking_only();

} // namespace reklamaatio::store
