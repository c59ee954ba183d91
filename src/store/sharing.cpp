// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sharing.hpp"

#include "store/companions.hpp"
#include "store/error.hpp"
#include "store/likeness.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace fs = std::filesystem;

namespace {

constexpr mode_t k_shared_mode = S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP;
constexpr mode_t k_folder_mode = S_IRWXG | S_ISGID;

struct stat facts_of_folder(const fs::path& folder) {
    struct stat facts {};
    if (::stat(folder.c_str(), &facts) == 0) return facts;
    throw StoreError(ErrorKind::cannot_create,
                     fmt::format("cannot look at {}: {}", folder.string(), std::strerror(errno)));
}

// What is made there later has to come into the group by itself.
void check_folder(const fs::path& folder, const struct stat& facts) {
    if ((facts.st_mode & k_folder_mode) == k_folder_mode) return;
    throw StoreError(
        ErrorKind::cannot_create,
        fmt::format(
            "the folder {} (group {}, mode {:04o}) {}, so nothing in it can be shared; run: chmod g+rwxs {} "
            "(and before it, for another group: chgrp GROUP {})",
            folder.string(), group_name(facts.st_gid), facts.st_mode & 07777,
            (facts.st_mode & S_IRWXG) != S_IRWXG ? "is not its group's to write"
                                                 : "does not hand its group on to new files",
            folder.string(), folder.string()));
}

constexpr std::array<std::pair<unsigned long, std::string_view>, 9> k_networks{{
    {NFS_SUPER_MAGIC, "NFS"},
    {SMB_SUPER_MAGIC, "SMB"},
    {CIFS_SUPER_MAGIC, "CIFS"},
    {SMB2_SUPER_MAGIC, "SMB"},
    {AFS_SUPER_MAGIC, "AFS"},
    {AFS_FS_MAGIC, "AFS"},
    {CODA_SUPER_MAGIC, "Coda"},
    {CEPH_SUPER_MAGIC, "Ceph"},
    {V9FS_MAGIC, "9P"},
}};

} // namespace

std::string share(const fs::path& database) {
    const auto folder = folder_of(database);
    const auto facts = facts_of_folder(folder);
    check_folder(folder, facts);
    const auto before = likeness_of(database);
    if (!before)
        throw StoreError(ErrorKind::missing, fmt::format("there is no database at {}", database.string()));
    if (::geteuid() != 0 && ::geteuid() != before->owner)
        throw StoreError(ErrorKind::not_permitted,
                         fmt::format("cannot share {}: it belongs to {}; let its owner or root do this",
                                     database.string(), before->text()));
    const Likeness shared{k_shared_mode, before->owner, facts.st_gid};
    make_alike(database, shared);
    if (const auto now = likeness_of(database); !now || !is_alike(*now, shared)) {
        make_alike(database, *before);
        throw StoreError(
            ErrorKind::not_permitted,
            fmt::format("cannot give {} to the group {}, in which you are not; let a member or root do this",
                        database.string(), group_name(facts.st_gid)));
    }
    make_companions_alike(database);
    return group_name(facts.st_gid);
}

std::string_view network_named(unsigned long number) {
    for (const auto& [network, name] : k_networks)
        if (network == number) return name;
    return "";
}

std::optional<std::string> network_of(const fs::path& folder) {
    struct statfs facts {};
    if (::statfs(folder.c_str(), &facts) != 0) return std::nullopt;
    // The number is kept as an int on some machines, whose sign is then spread.
    const auto name = network_named(static_cast<unsigned long>(facts.f_type) & 0xffffffffUL);
    return name.empty() ? std::nullopt : std::optional(std::string(name));
}

} // namespace reklamaatio::store
