// SPDX-License-Identifier: GPL-3.0-or-later
// What our SQL can call besides SQLite's own functions.
#pragma once

struct sqlite3;

namespace reklamaatio::store {

// folded(TEXT), email_key(TEXT), phone_extension(TEXT): as the functions of that name; figures(TEXT): its figures alone;
// NULL stays NULL. For our own statements only, not for views and indexes, so that every other tool can read the database. False when there is no memory for it.
bool add_functions(sqlite3* connection);

} // namespace reklamaatio::store
