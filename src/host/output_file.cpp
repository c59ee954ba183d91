// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/output_file.hpp"

#include "host/failure.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace reklamaatio::host {

namespace fs = std::filesystem;

namespace {

constexpr int k_most_links = 40;

[[noreturn]] void fail(const std::string& path, int error) {
    const bool denied = error == EACCES || error == EPERM;
    throw Failure(denied ? ExitStatus::no_permission : ExitStatus::cannot_create,
                  fmt::format("cannot create {}: {}", path, std::strerror(error)));
}

// Where links lead to, also one that leads to nothing yet.
fs::path behind_links(const std::string& path) {
    fs::path target = path;
    std::error_code fault;
    for (int links = 0; fs::is_symlink(fs::symlink_status(target, fault)); ++links) {
        if (links == k_most_links) fail(path, ELOOP);
        target = target.parent_path() / fs::read_symlink(target, fault);
        if (fault) fail(path, fault.value());
    }
    return target;
}

std::optional<struct stat> facts_of(const fs::path& path) {
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) return std::nullopt;
    return facts;
}

// In the folder of the target, because a rename does not leave its file system.
std::string temporary_beside(const std::string& path, const fs::path& target,
                             const std::optional<struct stat>& old) {
    std::string name = target.string() + ".XXXXXX";
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0) fail(path, errno);
    if (old) {
        // Whoever made the file private, or shared it, meant it: personal data must not become readable by
        // being written again. The owner can be kept by root alone; that it fails for others is as it should
        // be.
        if (::fchown(descriptor, old->st_uid, old->st_gid) != 0) errno = 0;
        ::fchmod(descriptor, old->st_mode & 07777);
    } else {
        // mkstemp makes it private; a new file has the permissions that the user's umask gives.
        const mode_t mask = ::umask(0);
        ::umask(mask);
        ::fchmod(descriptor, 0666 & ~mask);
    }
    ::close(descriptor);
    return name;
}

} // namespace

OutputFile::OutputFile(std::string path) : m_path(std::move(path)), m_target(m_path) {
    const auto old = facts_of(m_path);
    if (old && S_ISDIR(old->st_mode)) fail(m_path, EISDIR);
    // A rename asks for no right to the file itself.
    if (old && ::access(m_target.c_str(), W_OK) != 0) fail(m_path, errno);
    // Of a pipe in /proc the link leads to a name that is none.
    const bool in_place = old && !S_ISREG(old->st_mode);
    if (!in_place) m_target = behind_links(m_path);
    if (!in_place) m_temporary = temporary_beside(m_path, m_target, old);
    m_stream.open(in_place ? m_target : fs::path(m_temporary), std::ios::binary | std::ios::trunc);
    if (!m_stream) fail(m_path, errno);
}

OutputFile::~OutputFile() {
    if (!m_temporary.empty()) std::remove(m_temporary.c_str());
}

void OutputFile::finish() {
    m_stream.flush();
    const bool flushed = static_cast<bool>(m_stream);
    const int error = errno;
    m_stream.close();
    if (!flushed || !m_stream)
        throw Failure(ExitStatus::write_error,
                      fmt::format("cannot write {}: {}", m_path, std::strerror(flushed ? errno : error)));
    if (m_temporary.empty()) return;
    if (std::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        throw Failure(ExitStatus::write_error,
                      fmt::format("cannot write {}: {}", m_path, std::strerror(errno)));
    m_temporary.clear();
}

void write_new_file(const std::string& path, std::string_view text) {
    const auto refuse = [&](const char* why) {
        throw Failure(ExitStatus::cannot_create, fmt::format("cannot write {}: {}", path, why));
    };
    // Nobody can make it between a look and the writing.
    const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0)
        refuse(errno == EEXIST ? "it is there already; name another file" : std::strerror(errno));
    std::string_view rest = text;
    while (!rest.empty()) {
        const auto written = write(descriptor, rest.data(), rest.size());
        if (written <= 0) break;
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    const int fault = errno;
    const bool is_closed = close(descriptor) == 0;
    if (rest.empty() && is_closed) return;
    unlink(path.c_str());
    refuse(std::strerror(fault));
}

bool is_same_file(const fs::path& a, const fs::path& b) {
    std::error_code fault;
    if (fs::equivalent(a, b, fault)) return true;
    return fs::weakly_canonical(a, fault) == fs::weakly_canonical(b, fault);
}

void check_output(const std::string& option, const std::string& path, const std::string& database) {
    if (path.empty() || path == "-") throw UsageError(fmt::format("{} needs the name of a file", option));
    if (database.empty()) return;
    if (is_same_file(path, database))
        throw UsageError(fmt::format("{}: {} is the database; name another file", option, path));
    for (const char* beside : {"-wal", "-shm", "-journal", ".lock", ".alerts.lock"})
        if (is_same_file(path, database + beside))
            throw UsageError(fmt::format("{}: {} belongs to the database; name another file", option, path));
}

} // namespace reklamaatio::host
