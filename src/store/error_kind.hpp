// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite's result codes mean to the one who has to do something about it.
#pragma once

#include "store/error.hpp"

#include <string>

namespace reklamaatio::store {

// Extended codes are taken by their kind.
ErrorKind kind_of(int code);

// There is too little memory, which is no fault of the database. The library says so of some damage as well.
bool is_of_memory(int code);

// After that a change may stand or not, whatever was asked for.
bool is_of_flushing(int code);

// `path` is the database as it was named; `detail` are SQLite's own words.
std::string sentence(ErrorKind kind, const std::string& path, const char* detail);

} // namespace reklamaatio::store
