// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/likeness.hpp"

#include "store/error.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace fs = std::filesystem;

namespace {

constexpr mode_t k_permissions = 0777;

Likeness likeness(const struct stat& facts) {
    return {facts.st_mode & k_permissions, facts.st_uid, facts.st_gid, facts.st_nlink};
}

std::string user_name(uid_t user) {
    const auto* entry = ::getpwuid(user);
    return entry != nullptr ? entry->pw_name : std::to_string(user);
}

bool may(const fs::path& path, int what) {
    return ::faccessat(AT_FDCWD, path.c_str(), what, AT_EACCESS) == 0;
}

// A descriptor that goes with its scope.
class Descriptor {
  public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0) ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return m_number; }
    bool is_open() const { return m_number >= 0; }
    std::string path() const { return fmt::format("/proc/self/fd/{}", m_number); }

  private:
    int m_number;
};

// Gets its name when it is alike, so that nobody meets it before, and a death in between leaves nothing. False where the
// file system has no files without names.
bool make_whole(const fs::path& path, const Likeness& original) {
    const Descriptor file(::open(folder_of(path).c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
    if (!file.is_open()) return false;
    make_alike(file.number(), original);
    return ::linkat(AT_FDCWD, file.path().c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW) == 0
           || errno == EEXIST;
}

} // namespace

std::string group_name(gid_t group) {
    const auto* entry = ::getgrgid(group);
    return entry != nullptr ? entry->gr_name : std::to_string(group);
}

std::string Likeness::text() const {
    return fmt::format("{}:{}, mode {:04o}", user_name(owner), group_name(group), mode);
}

Likeness private_likeness() {
    constexpr auto k_any_group = static_cast<gid_t>(-1);
    return {S_IRUSR | S_IWUSR, ::geteuid(), k_any_group};
}

std::optional<Likeness> likeness_of(const fs::path& path) {
    struct stat facts {};
    if (::lstat(path.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
    return likeness(facts);
}

bool is_alike(const Likeness& file, const Likeness& original) {
    const bool group_may_as_much = ((original.mode & S_IRWXG) << 3) == (original.mode & S_IRWXU);
    return file.mode == original.mode && file.group == original.group
           && (group_may_as_much || file.owner == original.owner);
}

bool may_use(const fs::path& path) {
    return may(path, R_OK | W_OK);
}

bool may_read(const fs::path& path) {
    return may(path, R_OK);
}

bool may_write(const fs::path& path) {
    return may(path, W_OK);
}

std::string why_not_written(const fs::path& path, const Likeness& likeness) {
    errno = 0;
    if (may_write(path)) return "";
    if (errno == EROFS) return "its file system is mounted for reading only";
    // Which is what even root is told.
    if (errno == EPERM) return fmt::format("it is immutable; as root, run: chattr -i {}", path.string());
    return fmt::format("it belongs to {}; let an account that may write it do this", likeness.text());
}

fs::path folder_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

std::string closed_folder_text(const fs::path& folder) {
    struct stat facts {};
    if (::stat(folder.c_str(), &facts) != 0) return std::strerror(errno);
    return fmt::format("nothing can be made in the folder {}, which belongs to {}", folder.string(),
                       likeness(facts).text());
}

void make_alike(int descriptor, const Likeness& original) {
    constexpr auto k_same_owner = static_cast<uid_t>(-1);
    const uid_t owner = ::geteuid() == 0 ? original.owner : k_same_owner;
    const bool is_given = ::fchown(descriptor, owner, original.group) == 0;
    ::fchmod(descriptor, is_given ? original.mode : original.mode & ~static_cast<mode_t>(S_IRWXG));
}

void make_alike(const fs::path& path, const Likeness& original) {
    // O_PATH names the file and does not open it. Root must not be led by a link, of either kind, to a file that others
    // would like to have.
    const Descriptor file(::open(path.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    struct stat facts {};
    if (!file.is_open() || ::fstat(file.number(), &facts) != 0) return;
    if (!S_ISREG(facts.st_mode) || facts.st_nlink != 1 || is_alike(likeness(facts), original)) return;
    const bool is_root = ::geteuid() == 0;
    if (!is_root && facts.st_uid != ::geteuid()) return;
    const uid_t owner = is_root ? original.owner : facts.st_uid;
    const bool is_given = ::fchownat(file.number(), "", owner, original.group, AT_EMPTY_PATH) == 0;
    // fchmod does not take such a descriptor; the name that it has in /proc can be had by no link.
    ::chmod(file.path().c_str(), is_given ? original.mode : original.mode & ~static_cast<mode_t>(S_IRWXG));
}

void make_file_alike(const fs::path& path, const Likeness& original) {
    if (make_whole(path, original)) return;
    const Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (file.is_open()) return make_alike(file.number(), original);
    if (errno == EEXIST) return;
    const int fault = errno;
    const bool denied = fault == EACCES || fault == EPERM || fault == EROFS;
    throw StoreError(
        denied ? ErrorKind::not_permitted : ErrorKind::cannot_create,
        fmt::format("cannot make {}: {}", path.string(),
                    fault == EACCES ? closed_folder_text(folder_of(path)) : std::strerror(fault)));
}

} // namespace reklamaatio::store
