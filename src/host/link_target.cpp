// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/link_target.hpp"

#include "host/failure.hpp"

#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace reklamaatio::host {

namespace fs = std::filesystem;

namespace {

constexpr int k_most_links = 40;

} // namespace

// As the kernel judges where fs.protected_symlinks, protected_fifos and protected_regular are set (proc(5)).
void check_may_use(const std::string& path, const fs::path& file) {
    struct stat facts {};
    struct stat folder {};
    if (::lstat(file.c_str(), &facts) != 0 || ::stat(folder_of(file).c_str(), &folder) != 0)
        throw_not_created(path, errno);
    const bool is_for_everybody = (folder.st_mode & S_ISVTX) != 0 && (folder.st_mode & S_IWOTH) != 0;
    if (is_for_everybody && facts.st_uid != ::geteuid() && facts.st_uid != folder.st_uid)
        throw_not_created(path, EACCES);
}

void throw_not_created(const std::string& path, int error) {
    const bool denied = error == EACCES || error == EPERM;
    throw Failure(denied ? ExitStatus::no_permission : ExitStatus::cannot_create,
                  fmt::format("cannot create {}: {}", path, std::strerror(error)));
}

void throw_not_written(const std::string& path, int error) {
    throw Failure(ExitStatus::write_error, fmt::format("cannot write {}: {}", path, std::strerror(error)));
}

void throw_not_flushed(const std::string& path, int error) {
    throw Failure(
        ExitStatus::write_error,
        fmt::format("cannot flush {} to the disk: {}; what was written stands all the same, but may "
                    "not outlive a loss of power",
                    path, std::strerror(error)));
}

fs::path folder_of(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

fs::path behind_links(const std::string& path) {
    fs::path target = path;
    std::error_code fault;
    for (int links = 0; fs::is_symlink(fs::symlink_status(target, fault)); ++links) {
        if (links == k_most_links) throw_not_created(path, ELOOP);
        check_may_use(path, target);
        target = target.parent_path() / fs::read_symlink(target, fault);
        if (fault) throw_not_created(path, fault.value());
    }
    return target;
}

} // namespace reklamaatio::host
