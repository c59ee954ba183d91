// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/backup.hpp"

#include "casework/soundness.hpp"
#include "host/failure.hpp"
#include "host/link_target.hpp"
#include "host/output_file.hpp"
#include "host/unnamed_file.hpp"
#include "store/open_file.hpp"
#include "store/policies.hpp"
#include "store/taken_name.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

namespace reklamaatio::casework {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void throw_taken(const std::string& file, std::string_view why) {
    throw host::Failure(host::ExitStatus::cannot_create, fmt::format("cannot replace {}: {}", file, why));
}

// Whoever names the wrong file loses nothing by it.
void check_may_replace(const std::string& file, const fs::path& target) {
    std::error_code fault; // of a name that no file can have
    if (fs::symlink_status(target, fault).type() == fs::file_type::none)
        host::throw_not_created(file, fault.value());
    switch (store::taken_by(target)) {
    case store::TakenBy::nothing:
    case store::TakenBy::empty_file:
    case store::TakenBy::copy:
        return;
    case store::TakenBy::database:
        throw_taken(file, "it is a database in use, or belonged to one; name another file");
    case store::TakenBy::unknown:
        throw_taken(file, "the disk does not tell what it is; name another file");
    case store::TakenBy::other:
        throw_taken(file, "it is there already, and is no backup; name another file");
    }
}

// The database itself is at fault, and is named: the copy has what it has.
Backup verified_copy(store::Database& database, const host::UnnamedFile& file, const std::string& shown) {
    const store::OpenFile to{file.descriptor(), shown};
    database.copy_into(to);
    auto copy = store::Database::open({file.descriptor(), database.path()}, store::Mode::read);
    store::PolicyBook policies(copy);
    auto contents = found_sound(
        copy, policies, fmt::format("no copy of {} was made, since it is not whole", database.path()));
    return {store::size_of(to), std::move(contents), store::end_of_log(copy)};
}

} // namespace

Backup back_up(store::Database& database, const std::string& file) {
    host::check_output("backup", file, database.path());
    const auto target = host::behind_links(file);
    check_may_replace(file, target);
    host::UnnamedFile made(target);
    if (!made.is_open()) host::throw_not_created(file, errno);
    auto backup = verified_copy(database, made, file);
    if (!made.flush() || !made.put()) host::throw_not_written(file, errno);
    if (!made.flush()) host::throw_not_flushed(file, errno);
    return backup;
}

Backup back_up_to(store::Database& database, std::ostream& out, const std::string& folder) {
    host::UnnamedFile made(fs::path(folder) / "reklamaatio");
    if (!made.is_open()) host::throw_not_created(fmt::format("a copy in {}", folder), errno);
    auto backup = verified_copy(database, made, fmt::format("the copy in {}", folder));
    std::ifstream copy(made.path(), std::ios::binary);
    // Handed over as a whole buffer, a copy that breaks off would pass for one that has ended.
    std::array<char, 1 << 16> piece;
    while (out && (copy.read(piece.data(), piece.size()) || copy.gcount() > 0))
        out.write(piece.data(), copy.gcount());
    if (!copy.eof()) out.setstate(std::ios::badbit);
    return backup;
}

} // namespace reklamaatio::casework
