// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/companions.hpp"

#include "store/database_file.hpp"
#include "store/error.hpp"
#include "store/likeness.hpp"
#include "store/sole_use.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace fs = std::filesystem;

namespace {

// Of no use to this process, or open to more people than the database is.
bool stands_in_the_way(const fs::path& file, const Likeness& original) {
    const auto likeness = likeness_of(file);
    if (!likeness || is_alike(*likeness, original)) return false;
    return (likeness->mode & ~original.mode) != 0 || !may_use(file);
}

std::vector<fs::path> in_the_way(const fs::path& database, const Likeness& original) {
    std::vector<fs::path> found;
    for (const auto ending : k_companions)
        if (const auto file = companion(database, ending); stands_in_the_way(file, original))
            found.push_back(file);
    return found;
}

// Not in the group of the database, and not to be given it by this process, but in it as soon as they are made anew.
std::vector<fs::path> in_another_group(const fs::path& database, const Likeness& original) {
    std::vector<fs::path> found;
    if ((original.mode & S_IRWXG) == 0 || !hands_on_group(database, original)) return found;
    if (holds_changes(database, k_write_ahead_log)) return found;
    for (const auto ending : k_companions) {
        const auto file = companion(database, ending);
        if (const auto likeness = likeness_of(file); likeness && likeness->group != original.group)
            found.push_back(file);
    }
    return found;
}

[[noreturn]] void refuse(const fs::path& database, const fs::path& file, std::string_view why) {
    const auto likeness = likeness_of(file);
    throw StoreError(ErrorKind::not_permitted,
                     fmt::format("{} belongs to {}, and {}; as root, run: chown --reference={} {}",
                                 file.string(), likeness ? likeness->text() : "another account", why,
                                 database.string(), file.string()));
}

void remove(const fs::path& database, const fs::path& file) {
    const bool is_log = file == companion(database, k_write_ahead_log);
    if (is_log && holds_changes(database, k_write_ahead_log))
        refuse(database, file, fmt::format("holds changes that {} does not have yet", database.string()));
    if (::unlink(file.c_str()) != 0 && errno != ENOENT) refuse(database, file, std::strerror(errno));
}

void check_has_one_name(const fs::path& file, nlink_t names) {
    if (names > 1)
        throw StoreError(
            ErrorKind::several_names,
            fmt::format("{} is one file of {} names (hard links), and changes made under one of them "
                        "would be lost under another",
                        file.string(), names));
}

std::string_view what_is(mode_t mode) {
    if (S_ISLNK(mode)) return "a symbolic link";
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a pipe";
    return "no file";
}

} // namespace

fs::path companion(const fs::path& database, std::string_view ending) {
    return database.string() + std::string(ending);
}

bool holds_changes(const fs::path& database, std::string_view ending) {
    std::error_code fault;
    const auto size = fs::file_size(companion(database, ending), fault);
    return !fault && size > 0;
}

bool hands_on_group(const fs::path& database, const Likeness& original) {
    struct stat facts {};
    return ::stat(folder_of(database).c_str(), &facts) == 0 && (facts.st_mode & S_ISGID) != 0
           && facts.st_gid == original.group;
}

void check_companions_are_files(const fs::path& database) {
    for (const auto ending :
         {k_write_ahead_log, k_log_index, k_rollback_journal, k_writers_lock, k_delivery_lock}) {
        const auto file = companion(database, ending);
        struct stat facts {};
        if (::lstat(file.c_str(), &facts) != 0 || S_ISREG(facts.st_mode)) continue;
        throw StoreError(ErrorKind::not_ours,
                         fmt::format("{} is {}, where {} has a file of its own; remove it", file.string(),
                                     what_is(facts.st_mode), database.string()));
    }
    // Whoever has linked all of them (cp -al) has the same ones twice, and may read them.
    if (const auto likeness = likeness_of(database); likeness && likeness->names > 1) return;
    for (const auto ending : {k_write_ahead_log, k_log_index, k_rollback_journal})
        if (const auto likeness = likeness_of(companion(database, ending)))
            check_has_one_name(companion(database, ending), likeness->names);
}

void check_may_write(const fs::path& database) {
    check_companions_are_files(database);
    const auto likeness = likeness_of(database);
    if (!likeness) return;
    const auto why = why_not_written(database, *likeness);
    if (why.empty()) return check_has_one_name(database, likeness->names);
    throw StoreError(ErrorKind::not_permitted, fmt::format("cannot write {}: {}", database.string(), why));
}

void make_companions_alike(const fs::path& database) {
    const auto original = likeness_of(database);
    if (!original) return;
    for (const auto ending : k_companions)
        make_alike(companion(database, ending), *original);
}

void settle_companions(const fs::path& database, std::chrono::milliseconds longest_wait) {
    make_companions_alike(database);
    const auto original = likeness_of(database);
    if (!original) return;
    const bool hinders = !in_the_way(database, *original).empty();
    if (!hinders && in_another_group(database, *original).empty()) return;
    const fs::path real = with_resolved_folder(database);
    SoleUse alone(real);
    // What hinders only others can wait until nobody is there.
    const bool is_alone = alone.take(hinders ? longest_wait : std::chrono::milliseconds{0});
    // Somebody else may have removed them meanwhile.
    for (const auto& file : in_the_way(database, *original)) {
        if (!is_alone)
            throw StoreError(ErrorKind::busy,
                             fmt::format("{} cannot be used, and others have {} open; try again",
                                         file.string(), database.string()));
        remove(database, file);
    }
    if (!is_alone) return;
    for (const auto& file : in_another_group(database, *original))
        ::unlink(file.c_str());
}

} // namespace reklamaatio::store
