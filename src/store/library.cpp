// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/library.hpp"

#include <sqlite3.h>

namespace reklamaatio::store {

namespace {

bool g_lacked_memory = false;
sqlite3_mem_methods g_usual;

void* noted(void* memory) {
    if (memory == nullptr) g_lacked_memory = true;
    return memory;
}

void* allocate(int size) {
    return noted(g_usual.xMalloc(size));
}

void* reallocate(void* memory, int size) {
    return noted(g_usual.xRealloc(memory, size));
}

int watch_memory() {
    const int fault = sqlite3_config(SQLITE_CONFIG_GETMALLOC, &g_usual);
    auto watched = g_usual;
    watched.xMalloc = allocate;
    watched.xRealloc = reallocate;
    return fault | sqlite3_config(SQLITE_CONFIG_MALLOC, &watched);
}

} // namespace

void configure_library() {
    static const int done = sqlite3_config(SQLITE_CONFIG_SINGLETHREAD)
                            | sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) | watch_memory();
    (void)done;
}

bool lacked_memory() {
    return g_lacked_memory;
}

namespace {

int open_what_is_there(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* given) {
    auto* usual = sqlite3_vfs_find(nullptr);
    if ((flags & SQLITE_OPEN_WAL) != 0) flags &= ~SQLITE_OPEN_CREATE;
    return usual->xOpen(usual, name, file, flags, given);
}

sqlite3_vfs way_of_looking() {
    configure_library();
    sqlite3_initialize();
    sqlite3_vfs way = *sqlite3_vfs_find(nullptr);
    way.zName = "looking-only";
    way.xOpen = open_what_is_there;
    return way;
}

} // namespace

const char* looking_only() {
    static sqlite3_vfs way = way_of_looking();
    static const int done = sqlite3_vfs_register(&way, 0);
    (void)done;
    return way.zName;
}

} // namespace reklamaatio::store
