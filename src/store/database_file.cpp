// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database_file.hpp"

#include "store/companions.hpp"
#include "store/error.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void throw_out_of_sight(const std::string& shown, int error) {
    throw StoreError(error == EACCES ? ErrorKind::not_permitted : ErrorKind::unreachable,
                     fmt::format("cannot look at {}: {}", shown, std::strerror(error)));
}

} // namespace

fs::path with_resolved_folder(const fs::path& path) {
    std::error_code fault;
    const fs::path folder = fs::weakly_canonical(path.has_parent_path() ? path.parent_path() : ".", fault);
    if (fault) throw_out_of_sight(path.string(), fault.value());
    return folder / path.filename();
}

void check_is_plain_file(const fs::path& path, const std::string& shown) {
    struct stat facts {};
    if (::lstat(path.c_str(), &facts) != 0) {
        if (errno != ENOENT && errno != ENOTDIR) throw_out_of_sight(shown, errno);
        throw StoreError(ErrorKind::missing, fmt::format("there is no database at {}", shown));
    }
    if (S_ISLNK(facts.st_mode))
        throw StoreError(ErrorKind::not_ours,
                         fmt::format("{} is a symbolic link; name the file itself", shown));
    if (!S_ISREG(facts.st_mode))
        throw StoreError(ErrorKind::not_ours, fmt::format("{} is not a file", shown));
    if (facts.st_size == 0) throw StoreError(ErrorKind::empty, fmt::format("{} is empty", shown));
    if (::access(path.c_str(), R_OK) != 0)
        throw StoreError(ErrorKind::not_permitted,
                         fmt::format("cannot read {}: {}", shown, std::strerror(errno)));
    check_companions_are_files(shown);
}

bool on_read_only_media(const fs::path& path) {
    struct statvfs facts {};
    return ::statvfs(path.c_str(), &facts) == 0 && (facts.f_flag & ST_RDONLY) != 0;
}

std::string uri(const fs::path& path, std::string_view parameters) {
    std::string uri = "file:";
    for (const char c : path.string())
        uri += (c == '?' || c == '#' || c == '%') ? fmt::format("%{:02X}", static_cast<unsigned char>(c))
                                                  : std::string(1, c);
    return fmt::format("{}?{}", uri, parameters);
}

void make_folder(const fs::path& folder) {
    std::error_code fault;
    if (fs::exists(folder, fault)) return;
    fs::create_directories(folder, fault);
    if (!fault) fs::permissions(folder, fs::perms::owner_all, fault);
    if (fault)
        throw StoreError(fault == std::errc::permission_denied ? ErrorKind::not_permitted
                                                               : ErrorKind::cannot_create,
                         fmt::format("cannot make the folder {}: {}", folder.string(), fault.message()));
}

void make_private_file(const fs::path& path, const std::string& shown) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor >= 0)
        ::close(descriptor);
    else if (errno != EEXIST)
        throw StoreError(ErrorKind::cannot_create,
                         fmt::format("cannot make {}: {}", shown, std::strerror(errno)));
}

// The lock goes last, while it is held: who waits for it finds that it has gone, and says so.
UnfinishedFile::UnfinishedFile(const fs::path& path)
    : m_files{companion(path, k_write_ahead_log), companion(path, k_log_index), path,
              companion(path, k_writers_lock)} {}

UnfinishedFile::~UnfinishedFile() {
    if (m_is_kept) return;
    for (const auto& file : m_files)
        ::unlink(file.c_str()); // else it stays, with nothing in it
}

} // namespace reklamaatio::store
