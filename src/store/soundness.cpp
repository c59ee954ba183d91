// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/soundness.hpp"

#include "store/schema.hpp"

#include <map>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

constexpr const char* k_schema =
    "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name";

// What is made, by its name.
struct Made {
    std::string type;
    std::string sql;
    friend bool operator==(const Made&, const Made&) = default;
};

std::map<std::string, Made> schema_in(Database& database) {
    std::map<std::string, Made> made;
    auto row = database.query(k_schema);
    while (row.next())
        made[row.text(1)] = {row.text(0), row.text(2)};
    return made;
}

} // namespace

std::vector<std::string> faults_of_schema(Database& database) {
    auto fresh = Database::in_memory();
    make(fresh, [] {});
    const auto found = schema_in(database);
    std::vector<std::string> faults;
    for (const auto& [name, made] : schema_in(fresh)) {
        const auto same = found.find(name);
        if (same == found.end())
            faults.push_back(fmt::format("the {} {} is missing", made.type, name));
        else if (same->second != made)
            faults.push_back(fmt::format("the {} {} is not as it was made", made.type, name));
    }
    for (const auto& [name, made] : found)
        if (made.type == "trigger")
            faults.push_back(fmt::format("the trigger {} was added by somebody", name));
    return faults;
}

} // namespace reklamaatio::store
