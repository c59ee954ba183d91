// SPDX-License-Identifier: GPL-3.0-or-later
// Who may not write has three ways, tried in this order. While writers are at work, SQLite's index of the log is there, and is read as it
// is. While none is, SQLite makes an index for itself in memory. Where the log or the index is missing, everything is in the database, and
// it is read without SQLite's locks while our own lock keeps writers out.
#include "store/reading.hpp"

#include "store/companions.hpp"
#include "store/database_file.hpp"
#include "store/error.hpp"
#include "store/guarded.hpp"
#include "store/library.hpp"
#include "store/likeness.hpp"
#include "store/lock.hpp"

#include <chrono>
#include <optional>
#include <thread>

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

namespace reklamaatio::store {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds k_longest_wait{10};
constexpr std::chrono::milliseconds k_pause{5};

bool is_missing(const fs::path& file) {
    std::error_code fault;
    return fs::symlink_status(file, fault).type() == fs::file_type::not_found;
}

// What hinders; a writer will be told, and one who reads may yet do without.
std::optional<StoreError> settled(const fs::path& database) {
    try {
        settle_companions(database, std::chrono::milliseconds{0});
        return std::nullopt;
    } catch (const StoreError& fault) {
        return fault;
    }
}

// What a writer left who died in the midst of a change, before the database was in WAL mode. SQLite takes it back for one who
// may write the database.
void take_back_journal(const fs::path& real, const std::string& shown) {
    const WriterLock lock(real);
    guarded(shown, [&] {
        SQLite::Database writing(real.string(), SQLite::OPEN_READWRITE);
        writing.exec("SELECT count(*) FROM sqlite_schema");
    });
}

std::optional<Database> open_as_writers_do(const fs::path& real, const std::string& shown,
                                           const Connect& connect, std::optional<StoreError>& hindrance) {
    if (!may_write(real)) return std::nullopt;
    hindrance = settled(real);
    if (hindrance) return std::nullopt;
    const auto open = [&] {
        auto opened = connect({real.string()});
        make_companions_alike(real);
        return opened;
    };
    try {
        return open();
    } catch (const StoreError& fault) {
        if (fault.kind() != ErrorKind::not_permitted) throw;
        if (!holds_changes(real, k_rollback_journal))
            return std::nullopt; // nothing can be made in its folder
        take_back_journal(real, shown);
        return open();
    }
}

Database open_at_standstill(const fs::path& real, const std::string& shown, const Connect& connect) {
    const bool is_still = on_read_only_media(real) && is_missing(companion(real, k_writers_lock));
    auto lock = is_still ? nullptr : std::make_unique<StandstillLock>(real);
    if (!holds_changes(real, k_write_ahead_log))
        return connect({uri(real, "immutable=1"), "", std::move(lock)});
    if (!is_missing(companion(real, k_log_index))) throw_busy(shown);
    throw StoreError(
        ErrorKind::not_permitted,
        fmt::format("{0}-wal holds changes, and {0}-shm, by which they are read, is missing; any "
                    "command of an account that may write {0} makes it",
                    shown));
}

// An owner who is not in the group of his database cannot give it to files either.
std::string what_mends(const fs::path& real, const std::string& shown) {
    const auto original = likeness_of(real);
    if (!original || hands_on_group(real, *original))
        return fmt::format("any command of an account that may write {} mends that", shown);
    return fmt::format(
        "any command of root, or of an account that may write {} and is in the group {}, mends "
        "that",
        shown, group_name(original->group));
}

// Which of the two it is that hinders, where both are there.
void check_may_read_companions(const fs::path& real, const std::string& shown) {
    for (const auto ending : {k_write_ahead_log, k_log_index}) {
        const auto likeness = likeness_of(companion(real, ending));
        if (!likeness || may_read(companion(real, ending))) continue;
        throw StoreError(ErrorKind::not_permitted,
                         fmt::format("cannot read {}{}, which belongs to {}; {}", shown, ending,
                                     likeness->text(), what_mends(real, shown)));
    }
}

// Nothing where the log or its index is missing.
std::optional<Database> look(const fs::path& real, const std::string& shown, const Connect& connect) {
    try {
        return connect({uri(real, "readonly_shm=1"), looking_only()});
    } catch (const StoreError& fault) {
        if (fault.kind() != ErrorKind::not_permitted) throw;
        if (holds_changes(real, k_rollback_journal))
            throw StoreError(ErrorKind::not_permitted,
                             fmt::format("{0}-journal holds a change that was cut short; any command of an "
                                         "account that may write {0} takes it back",
                                         shown));
        check_may_read_companions(real, shown);
        for (const auto ending : {k_write_ahead_log, k_log_index})
            if (is_missing(companion(real, ending))) return std::nullopt;
        throw StoreError(ErrorKind::busy, fault.what()); // both have come in this moment
    }
}

Database look_or_stand_still(const fs::path& real, const std::string& shown, const Connect& connect) {
    if (auto opened = look(real, shown, connect)) return std::move(*opened);
    return open_at_standstill(real, shown, connect);
}

} // namespace

Database open_for_reading(const fs::path& real, const std::string& shown, const Connect& connect) {
    std::optional<StoreError> hindrance;
    if (auto opened = open_as_writers_do(real, shown, connect, hindrance)) return std::move(*opened);
    for (const auto end = Clock::now() + k_longest_wait;; std::this_thread::sleep_for(k_pause)) {
        try {
            return look_or_stand_still(real, shown, connect);
        } catch (const StoreError& fault) {
            if (fault.kind() == ErrorKind::busy && Clock::now() < end) continue;
            if (fault.kind() == ErrorKind::busy && hindrance) throw *hindrance;
            throw;
        }
    }
}

} // namespace reklamaatio::store
