// SPDX-License-Identifier: GPL-3.0-or-later
// Seeing what the library does for the program.
#pragma once

#include <sqlite3.h>

namespace reklamaatio::store::tests {

// While it lives, `note` hears of an event of sqlite3_trace_v2 in every connection that is opened, of statements that are not kept
// as well.
template <unsigned event, int (*note)(unsigned, void*, void*, void*)>
class Watching {
  public:
    Watching() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(begin)); }
    ~Watching() { sqlite3_reset_auto_extension(); }
    Watching(const Watching&) = delete;
    Watching& operator=(const Watching&) = delete;

  private:
    static int begin(sqlite3* handle, char**, const sqlite3_api_routines*) {
        sqlite3_trace_v2(handle, event, note, nullptr);
        return SQLITE_OK;
    }
};

} // namespace reklamaatio::store::tests
