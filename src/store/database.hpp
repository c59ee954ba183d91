// SPDX-License-Identifier: GPL-3.0-or-later
// One SQLite file: opened with care, its statements leased. Only this file and its .cpp know the library
// beneath.
#pragma once

#include "complaint/field.hpp"
#include "store/open_file.hpp"
#include "time/instant.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;

namespace reklamaatio::store {

// A prepared statement on loan: bind, then next() until false. Going out of scope resets it for the next
// lease. Everything throws StoreError.
class Query {
  public:
    Query(Query&& other) noexcept;
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    Query& operator=(Query&&) = delete;
    ~Query();

    // Named parameters, with their colon.
    Query& bind(const char* name, std::int64_t value);
    Query& bind(const char* name, std::string_view value);
    Query& bind(const char* name, const char* value) { return bind(name, std::string_view(value)); }
    Query& bind(const char* name, const std::string& value) { return bind(name, std::string_view(value)); }
    Query& bind(const char* name, time::Instant value) {
        return bind(name, value.time_since_epoch().count());
    }
    Query& bind_null(const char* name);
    Query& bind_blob(const char* name, std::string_view bytes);
    template <typename T>
    Query& bind(const char* name, const std::optional<T>& value) {
        return value ? bind(name, *value) : bind_null(name);
    }
    // Empty text is no value.
    Query& bind_or_null(const char* name, std::string_view value) {
        return value.empty() ? bind_null(name) : bind(name, value);
    }
    // By position, from 1: for statements that are made from a table of fields.
    Query& bind_at(int position, const complaint::Value& value);

    bool next();
    // For statements that give no rows.
    void run();

    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    std::string text(int column) const;
    // Empty where there is none. An empty text that stands there none of our programs has written: StoreError (damaged).
    std::string text_if_any(int column) const;
    std::string blob(int column) const { return text(column); }
    complaint::Value value(int column) const;
    // What is in no calendar, or fits no int, throws StoreError (damaged).
    time::Instant instant(int column) const;
    int small_integer(int column) const;
    std::optional<time::Instant> instant_or_none(int column) const;
    std::optional<std::int64_t> integer_or_none(int column) const;
    std::optional<time::Seconds> seconds_or_none(int column) const;

  private:
    friend class Database;
    struct Leased;
    explicit Query(std::unique_ptr<Leased> leased);
    std::unique_ptr<Leased> m_leased;
};

class Packs;

enum class Mode {
    read, // never writes, not even a checkpoint, and reads what there is at the moment of opening
    write,
    write_apart // what is written is seen by nobody else, and is gone at the end
};

struct Way; // see reading.hpp

// Where what is sorted goes through: memory as a rule; or a private file, with fewer pages of the database kept.
enum class Sorting { memory, file };

class Database {
  public:
    // An existing file of ours; for writing, with the writers' lock held. Throws StoreError: missing, not_ours, damaged, not_permitted...
    static Database open(const std::filesystem::path& path, Mode mode);
    // One that this process has open; its journal must be of the kind rollback.
    static Database open(const OpenFile& file, Mode mode);
    // One that somebody reads, and has open until this one is closed, to be changed for himself alone (own_log.hpp). It is at
    // least as new as what he reads.
    static Database open_apart(const std::filesystem::path& path);
    // Makes an empty private file unless there is one, and opens it for writing.
    static Database create(const std::filesystem::path& path);
    // In memory, for tests.
    static Database in_memory();

    Database(Database&&) noexcept;
    Database& operator=(Database&&) = delete;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    const std::string& path() const;

    // The text must be a constant of the program, or live as long; statements are kept for the next lease.
    Query query(std::string_view sql);
    // A statement put together from constants, not kept.
    Query query_once(const std::string& sql);
    // Several statements without parameters.
    void execute(const std::string& sql);
    std::int64_t pragma(const char* name);
    void sort_in(Sorting place);
    // The bytes of the file that belong to nothing (free_space.hpp), of a database that nobody else writes to now, and beside
    // which no log has changes.
    void clear_free_space();
    // Everything that is in it, as it is now, in a file of its own that is like the database.
    void copy_to(const std::filesystem::path& path);
    // The same in an open file with nothing in it, whose journal is then of the kind rollback. What was not flushed to the
    // disk is the caller's to flush.
    void copy_into(const OpenFile& file);

    // What events say that is not in their rows.
    Packs& packs();

    // Every statement that was ever leased here, for tests of plans.
    std::vector<std::string> statements() const;

  private:
    friend class SqlQuestion;
    struct Connection;
    static Database connect(const std::string& shown, Way way, Mode mode);
    explicit Database(std::unique_ptr<Connection> connection);
    sqlite3* handle() const;
    std::unique_ptr<Connection> m_connection;
};

// BEGIN IMMEDIATE ... COMMIT; leaving the scope without commit() takes everything back.
class Transaction {
  public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

  private:
    Database& m_database;
    bool m_open = true;
};

} // namespace reklamaatio::store
