// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.hpp"

#include "store/copies.hpp"
#include "store/error.hpp"
#include "store/migrations.hpp"
#include "store/own_values.hpp"

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

constexpr const char* k_count_tables = "SELECT count(*) FROM sqlite_schema";

void walk_step(Database& database, int version) {
    database.execute(std::string(k_migrations[static_cast<std::size_t>(version)]));
    database.execute(fmt::format("PRAGMA user_version = {}", version + 1));
}

// The copy that was made before a newer program brought the database up to date, of the newest layout that this one knows.
// Empty where there is none.
std::string copy_for_this_program(const std::filesystem::path& path) {
    std::error_code fault;
    for (int schema = newest_schema(); schema > 0; --schema)
        if (std::filesystem::is_regular_file(name_of_copy(path, schema), fault))
            return name_of_copy(path, schema);
    return "";
}

// Not within a transaction.
void keep_write_ahead_log(Database& database) {
    database.execute("PRAGMA journal_mode = WAL");
}

[[noreturn]] void throw_newer(Database& database, std::int64_t version) {
    const auto copy = copy_for_this_program(database.path());
    const auto way_back =
        copy.empty()
            ? ""
            : fmt::format(", or restore {}, which is as the database was before the newer one came", copy);
    throw StoreError(
        ErrorKind::newer,
        fmt::format(
            "{} was written by a newer reklamaatio (schema {}, this one knows {}); update the program{}",
            database.path(), version, newest_schema(), way_back));
}

} // namespace

bool is_blank(Database& database) {
    if (database.pragma("application_id") != 0) return false;
    auto query = database.query(k_count_tables);
    query.next();
    return query.integer(0) == 0;
}

int newest_schema() {
    return static_cast<int>(k_migrations.size());
}

int schema_of(Database& database) {
    const auto application = database.pragma("application_id");
    const auto version = database.pragma("user_version");
    if (application != k_application_id)
        throw StoreError(ErrorKind::not_ours,
                         fmt::format("{} is not a reklamaatio database", database.path()));
    if (version > newest_schema()) throw_newer(database, version);
    return static_cast<int>(version);
}

void make(Database& database, const std::function<void()>& first) {
    keep_write_ahead_log(database);
    Transaction transaction(database);
    database.execute(fmt::format("PRAGMA application_id = {}", k_application_id));
    for (int version = 0; version < newest_schema(); ++version)
        walk_step(database, version);
    first();
    transaction.commit();
}

std::vector<std::string> migrate(Database& database) {
    for (int version = schema_of(database); version < newest_schema(); ++version) {
        Transaction transaction(database);
        walk_step(database, version);
        transaction.commit();
    }
    Transaction transaction(database);
    auto renamed = settle_own_names(database);
    transaction.commit();
    return renamed;
}

namespace {

// A name beside the database that nothing has.
std::filesystem::path name_for_copy(const std::filesystem::path& path, int schema) {
    const std::string first = name_of_copy(path, schema);
    std::string name = first;
    std::error_code fault;
    for (int number = 2;
         std::filesystem::symlink_status(name, fault).type() != std::filesystem::file_type::not_found;
         ++number)
        name = fmt::format("{}.{}", first, number);
    return name;
}

} // namespace

std::optional<Upgrade> upgrade(Database& database, const std::filesystem::path& path) {
    const int from = schema_of(database); // one that is not ours stays as it is
    keep_write_ahead_log(database);
    if (from == newest_schema()) return std::nullopt;
    Upgrade made{from, newest_schema(), name_for_copy(path, from), {}};
    database.copy_to(made.copy);
    try {
        made.renamed = migrate(database);
    } catch (const StoreError& fault) {
        throw StoreError(fault.kind(),
                         fmt::format("{}; {} could not be brought from schema {} to {}, and a copy "
                                     "of it as it was before is {}",
                                     fault.what(), path.string(), made.from, made.to, made.copy.string()));
    }
    return made;
}

std::optional<Upgrade> upgrade_alone(Database& database, const std::filesystem::path& copied) {
    const int from = schema_of(database);
    if (from == newest_schema()) return std::nullopt;
    return Upgrade{from, newest_schema(), copied, migrate(database)};
}

} // namespace reklamaatio::store
