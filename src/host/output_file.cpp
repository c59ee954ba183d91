// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/output_file.hpp"

#include "host/failure.hpp"
#include "host/link_target.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace reklamaatio::host {

namespace fs = std::filesystem;

namespace {

std::optional<struct stat> facts_of(const fs::path& path) {
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) return std::nullopt;
    return facts;
}

// Whoever made a file private, or shared it, meant it: personal data must not become readable by being written again. A
// new one has the permissions that the user's umask gives.
mode_t mode_for(const std::optional<struct stat>& old) {
    if (old) return old->st_mode & 07777;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

} // namespace

OutputFile::OutputFile(std::string path) : m_path(std::move(path)), m_target(m_path) {
    const auto old = facts_of(m_path);
    if (!old && errno != ENOENT) throw_not_created(m_path, errno);
    if (old && S_ISDIR(old->st_mode)) throw_not_created(m_path, EISDIR);
    if (old) check_may_use(m_path, m_target);
    // A rename asks for no right to the file itself.
    if (old && ::access(m_target.c_str(), W_OK) != 0) throw_not_created(m_path, errno);
    // Of a pipe in /proc the link leads to a name that is none.
    const bool in_place = old && !S_ISREG(old->st_mode);
    if (!in_place) {
        m_target = behind_links(m_path);
        if (old) check_may_use(m_path, m_target);
        m_new.emplace(m_target);
        if (!m_new->is_open()) throw_not_created(m_path, errno);
        m_mode = mode_for(old);
        // The owner can be kept by root alone; that it fails for others is as it should be.
        if (old && ::fchown(m_new->descriptor(), old->st_uid, old->st_gid) != 0) errno = 0;
    }
    m_stream.open(in_place ? m_target : fs::path(m_new->path()), std::ios::binary | std::ios::trunc);
    if (!m_stream) throw_not_created(m_path, errno);
}

void OutputFile::finish() {
    m_stream.flush();
    const bool flushed = static_cast<bool>(m_stream);
    const int error = errno;
    m_stream.close();
    if (!flushed || !m_stream) throw_not_written(m_path, flushed ? errno : error);
    if (!m_new) return;
    ::fchmod(m_new->descriptor(), m_mode);
    if (!m_new->put()) throw_not_written(m_path, errno);
    m_new.reset();
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
    return a.filename() == b.filename() && fs::equivalent(folder_of(a), folder_of(b), fault);
}

void check_output(const std::string& option, const std::string& path, const std::string& database) {
    if (path.empty() || path == "-") throw UsageError(fmt::format("{} needs the name of a file", option));
    if (database.empty()) return;
    if (is_same_file(path, database))
        throw UsageError(fmt::format("{}: {} is the database; name another file", option, path));
    for (const char* beside : {"-wal", "-shm", "-journal", ".lock", ".alerts.lock", ".erased"})
        if (is_same_file(path, database + beside))
            throw UsageError(fmt::format("{}: {} belongs to the database; name another file", option, path));
}

} // namespace reklamaatio::host
