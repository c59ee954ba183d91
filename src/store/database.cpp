// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.hpp"

#include "store/database_file.hpp"
#include "store/error.hpp"
#include "store/error_kind.hpp"
#include "store/free_space.hpp"
#include "store/functions.hpp"
#include "store/guarded.hpp"
#include "store/leased.hpp"
#include "store/library.hpp"
#include "store/likeness.hpp"
#include "store/own_log.hpp"
#include "store/own_values.hpp"
#include "store/packs.hpp"
#include "store/reading.hpp"

#include <array>
#include <map>
#include <new>
#include <utility>
#include <vector>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace reklamaatio::store {

namespace fs = std::filesystem;

namespace {

constexpr int k_busy_timeout_ms = 10'000;

} // namespace

struct Database::Connection {
    struct Cached {
        std::unique_ptr<Prepared> statement;
        bool on_loan = false;
    };

    std::string path;
    std::unique_ptr<StandstillLock> standstill; // let go when the database is closed
    SQLite::Database database;
    // After the database: the library aborts when a statement outlives its connection.
    std::map<const char*, Cached> statements;
    Packs packs;

    Connection(std::string shown, Way way, int flags)
        : path((configure_library(), std::move(shown))), standstill(std::move(way.standstill)),
          database(way.name, flags | SQLITE_OPEN_NOFOLLOW, k_busy_timeout_ms, way.file_system) {}
};

namespace {

// Sizes of the cache in KiB, below zero.
constexpr const char* k_sorting_in_memory = "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384";
// Several queries make one answer, so all of them see one moment, whoever writes meanwhile.
constexpr const char* k_begin_to_read = "BEGIN; SELECT count(*) FROM sqlite_schema";
constexpr const char* k_sorting_in_file = "PRAGMA temp_store = FILE; PRAGMA cache_size = -8192";

// In the order of Mode. What is written apart need neither last nor hold together: it has no row that another one refers to
// while it is taken back.
constexpr std::array k_of_mode{
    // Most look at little, and a page that takes the place of another costs less than one in fresh memory.
    "PRAGMA query_only = ON; PRAGMA cache_size = -2048",
    "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 0",
    "PRAGMA synchronous = OFF; PRAGMA secure_delete = OFF; PRAGMA wal_autocheckpoint = 0; PRAGMA "
    "foreign_keys = OFF"};

void configure(SQLite::Database& database, Mode mode) {
    sqlite3* handle = database.getHandle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (!add_functions(handle)) throw std::bad_alloc();
    if (mode != Mode::write) sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    int keeps_log = 1;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_PERSIST_WAL, &keeps_log);
    database.exec("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON");
    database.exec(k_sorting_in_memory);
    database.exec(k_of_mode.at(static_cast<std::size_t>(mode)));
}

// Of all tables and indexes but the schema, which tells of nobody.
constexpr const char* k_roots = "SELECT rootpage FROM sqlite_schema WHERE rootpage > 0";

// Every page, as the connection sees them now.
void copy_pages(SQLite::Database& from, SQLite::Database& to) {
    const int status = SQLite::Backup(to, from).executeStep();
    if (status != SQLITE_DONE) throw SQLite::Exception("the database is locked", status);
}

} // namespace

Database::Database(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database::~Database() {
    if (m_connection) m_connection->statements.clear();
}

Database Database::connect(const std::string& shown, Way way, Mode mode) {
    return guarded(shown, [&] {
        const int flags = mode == Mode::read ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE;
        const char* first = way.first;
        Database opened(std::make_unique<Connection>(shown, std::move(way), flags | SQLITE_OPEN_URI));
        opened.m_connection->database.exec(first);
        configure(opened.m_connection->database, mode);
        return opened;
    });
}

Database Database::open(const fs::path& path, Mode mode) {
    const fs::path real = with_resolved_folder(path);
    const std::string shown = path.string();
    check_is_plain_file(real, shown);
    if (mode == Mode::write) return connect(shown, {real.string()}, mode);
    return open_for_reading(real, shown, [&](Way way) {
        auto opened = connect(shown, std::move(way), mode);
        opened.execute(k_begin_to_read);
        return opened;
    });
}

Database Database::open(const OpenFile& file, Mode mode) {
    auto opened = connect(file.shown, {std::to_string(file.descriptor), by_descriptor()}, mode);
    // Whoever writes it throws it away when that fails.
    opened.execute(mode == Mode::read ? k_begin_to_read : "PRAGMA journal_mode = MEMORY");
    return opened;
}

Database Database::open_apart(const fs::path& path) {
    // With a log of its own it needs no index that others see.
    return connect(
        path.string(),
        {with_resolved_folder(path).string(), with_own_log(), {}, "PRAGMA locking_mode = EXCLUSIVE"},
        Mode::write_apart);
}

Database Database::create(const fs::path& path) {
    const fs::path real = with_resolved_folder(path);
    make_private_file(real, path.string());
    return connect(path.string(), {real.string()}, Mode::write);
}

Database Database::in_memory() {
    return connect(":memory:", {":memory:"}, Mode::write);
}

const std::string& Database::path() const {
    return m_connection->path;
}

sqlite3* Database::handle() const {
    return m_connection->database.getHandle();
}

Query Database::query(std::string_view sql) {
    auto& cached = m_connection->statements[sql.data()];
    if (cached.on_loan) return query_once(std::string(sql));
    return guarded(path(), [&] {
        if (!cached.statement)
            cached.statement = std::make_unique<Prepared>(m_connection->database.getHandle(), sql);
        cached.on_loan = true;
        return Query(std::make_unique<Query::Leased>(
            Query::Leased{cached.statement.get(), &cached.on_loan, &m_connection->path, nullptr}));
    });
}

Query Database::query_once(const std::string& sql) {
    return guarded(path(), [&] {
        auto own = std::make_unique<Prepared>(m_connection->database.getHandle(), sql);
        auto* statement = own.get();
        return Query(std::make_unique<Query::Leased>(
            Query::Leased{statement, nullptr, &m_connection->path, std::move(own)}));
    });
}

void Database::execute(const std::string& sql) {
    guarded(path(), [&] { m_connection->database.exec(sql); });
}

void Database::clear_free_space() {
    std::vector<std::int64_t> roots;
    auto query = this->query(k_roots);
    while (query.next())
        roots.push_back(query.integer(0));
    store::clear_free_space(handle(), roots, path());
}

void Database::sort_in(Sorting place) {
    execute(place == Sorting::memory ? k_sorting_in_memory : k_sorting_in_file);
}

Packs& Database::packs() {
    return m_connection->packs;
}

std::int64_t Database::pragma(const char* name) {
    return guarded(path(), [&] {
        SQLite::Statement statement(m_connection->database, fmt::format("PRAGMA {}", name));
        return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
    });
}

void Database::copy_to(const fs::path& path) {
    // Under another name until it is whole.
    const fs::path part = path.string() + ".part";
    std::error_code fault;
    const auto check = [&](const fs::path& file) {
        if (fault)
            throw StoreError(ErrorKind::cannot_create,
                             fmt::format("cannot make {}: {}", file.string(), fault.message()));
    };
    fs::remove(part, fault); // of a copy that was cut short
    check(part);
    UnfinishedFile unfinished(part);
    make_file_alike(part, likeness_of(m_connection->path).value_or(private_likeness()));
    guarded(part.string(), [&] {
        SQLite::Database copy(part.string(), SQLite::OPEN_READWRITE);
        copy_pages(m_connection->database, copy);
        // It opens as it is, and leaves nothing beside it.
        copy.exec("PRAGMA journal_mode = DELETE");
    });
    fs::rename(part, path, fault);
    check(path);
    unfinished.keep();
}

void Database::copy_into(const OpenFile& file) {
    const std::string name = std::to_string(file.descriptor);
    try {
        SQLite::Database copy(name, SQLite::OPEN_READWRITE, 0, by_descriptor());
        copy.exec("PRAGMA journal_mode = OFF");
        copy_pages(m_connection->database, copy);
    } catch (const SQLite::Exception& fault) {
        translate(fault, kind_of_fault(fault) == ErrorKind::cannot_write ? file.shown : path());
    }
    set_journal(file, Journal::rollback);
}

std::vector<std::string> Database::statements() const {
    std::vector<std::string> found;
    for (const auto& [sql, cached] : m_connection->statements)
        found.emplace_back(cached.statement->sql());
    return found;
}

} // namespace reklamaatio::store
