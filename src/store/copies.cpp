// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/copies.hpp"

#include "store/error.hpp"
#include "store/likeness.hpp"
#include "store/schema.hpp"
#include "store/taken_name.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view k_of_copy = ".schema-";

bool is_from_upgrade(const fs::path& file, const fs::path& database) {
    const std::string name = file.filename().string();
    const std::string beginning = database.filename().string() + std::string(k_of_copy);
    return name.starts_with(beginning)
           && name.find_first_not_of("0123456789.", beginning.size()) == std::string::npos;
}

constexpr const char* k_first_hash = "SELECT hash FROM event WHERE id = 1";

std::string first_hash(Database& database) {
    auto query = database.query(k_first_hash);
    return query.next() ? query.blob(0) : "";
}

// An older layout cannot be asked who is in it.
bool holds(Database& copy, Database& database, const std::vector<Erased>& erased) {
    if (schema_of(copy) == newest_schema()) return !still_kept(copy, erased).empty();
    return first_hash(copy) == first_hash(database);
}

// One that cannot be looked into may well have them.
bool is_backup_with(const fs::path& file, Database& database, const std::vector<Erased>& erased) {
    const auto is = taken_by(file);
    if (is == TakenBy::unknown) return true;
    if (is != TakenBy::copy) return false;
    try {
        auto copy = Database::open(file, Mode::read);
        return holds(copy, database, erased);
    } catch (const StoreError&) {
        return true;
    }
}

} // namespace

std::string name_of_copy(const fs::path& database, int schema) {
    return fmt::format("{}{}{}", database.string(), k_of_copy, schema);
}

std::vector<Copy> copies_with(Database& database, const std::vector<Erased>& erased) {
    const fs::path path = database.path();
    std::vector<Copy> copies;
    std::error_code fault; // of a folder that has gone: there are none then
    for (const auto& entry : fs::directory_iterator(folder_of(path), fault)) {
        // Closing any descriptor of the database would drop SQLite's locks.
        if (fs::equivalent(entry.path(), path, fault)) continue;
        const auto file = path.parent_path() / entry.path().filename();
        if (is_from_upgrade(file, path))
            copies.push_back({file, true});
        else if (is_backup_with(file, database, erased))
            copies.push_back({file, false});
    }
    std::ranges::sort(copies, {}, &Copy::file);
    return copies;
}

} // namespace reklamaatio::store
