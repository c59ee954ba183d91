// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/restoring.hpp"

#include "casework/soundness.hpp"
#include "host/failure.hpp"
#include "host/last_words.hpp"
#include "host/link_target.hpp"
#include "host/unnamed_file.hpp"
#include "store/database_file.hpp"
#include "store/lock.hpp"
#include "store/open_file.hpp"
#include "store/store.hpp"
#include "store/streamed_copy.hpp"
#include "store/taken_name.hpp"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

namespace reklamaatio::casework {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void throw_there(const std::string& path) {
    throw host::Failure(
        host::ExitStatus::cannot_create,
        fmt::format("{} is there already, and restore replaces nothing; name another file with "
                    "--db, or first move away {} and what lies beside it",
                    path, path));
}

// SQLite would take what is left of another database for a part of this one.
void check_is_free(const fs::path& place, const std::string& path) {
    std::error_code fault;
    if (fs::symlink_status(place, fault).type() != fs::file_type::not_found) throw_there(path);
    if (const auto remains = store::remains_beside(place); !remains.empty())
        throw host::Failure(host::ExitStatus::cannot_create,
                            fmt::format("{} is left of another database that was there; move it away first",
                                        remains.string()));
}

std::optional<store::Upgrade> bring_up_to_date(const store::OpenFile& file, const Redo& redo) {
    auto store = store::Store::open_alone(file);
    redo(store);
    store.commit();
    store.database().clear_free_space(); // of what was erased again
    return store.upgrade();
}

Backup verified(const store::OpenFile& file) {
    auto database = store::Database::open(file, store::Mode::read);
    store::PolicyBook policies(database);
    auto contents = found_sound(database, policies,
                                fmt::format("{} was not restored, since it is not whole", file.shown));
    return {store::size_of(file), std::move(contents), store::end_of_log(database)};
}

// Whoever makes a database there at the same moment comes before, or finds this one.
void give_name(host::UnnamedFile& file, const fs::path& place, const std::string& path) {
    if (!file.flush()) host::throw_not_written(path, errno);
    const store::WriterLock lock(path);
    check_is_free(place, path);
    if (file.put_new()) {
        host::say_that_it_stands();
        if (!file.flush()) host::throw_not_flushed(path, errno);
        return;
    }
    if (errno == EEXIST) throw_there(path);
    host::throw_not_written(path, errno);
}

// Of a file that has all of the copy, and no name yet.
Restored made_of(host::UnnamedFile& file, const std::string& copy, const fs::path& place,
                 const std::string& path, const Redo& redo) {
    const store::OpenFile made{file.descriptor(), copy};
    Restored restored{{}, bring_up_to_date(made, redo)};
    restored.made = verified(made);
    store::set_journal({file.descriptor(), path}, store::Journal::write_ahead);
    give_name(file, place, path);
    return restored;
}

} // namespace

Restored restore(const std::string& copy, const std::string& path, const Redo& redo) {
    const auto place = store::with_resolved_folder(path);
    check_is_free(place, path);
    auto from = store::Database::open(copy, store::Mode::read);
    store::schema_of(from);
    host::UnnamedFile file(place);
    if (!file.is_open()) host::throw_not_created(path, errno);
    from.copy_into({file.descriptor(), path});
    return made_of(file, copy, place, path, redo);
}

Restored restore(std::istream& in, const std::string& name, const std::string& path, const Redo& redo) {
    const auto place = store::with_resolved_folder(path);
    check_is_free(place, path);
    host::UnnamedFile file(place);
    if (!file.is_open()) host::throw_not_created(path, errno);
    store::take_copy(in, {file.descriptor(), name});
    auto restored = made_of(file, name, place, path, redo);
    if (restored.upgrade) restored.upgrade->copy.clear(); // what has come through a pipe is gone
    return restored;
}

} // namespace reklamaatio::casework
