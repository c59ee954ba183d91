// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.hpp"

#include "cli/error.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

// In the folder of the target, because a rename does not leave its file system.
std::string temporary_beside(const std::string& file) {
    std::string name = file + ".XXXXXX";
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0)
        throw Failure(ExitStatus::cannot_create,
                      fmt::format("cannot create {}: {}", file, std::strerror(errno)));
    // mkstemp makes it private; an output file has the permissions that the user's umask gives.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor, 0666 & ~mask);
    ::close(descriptor);
    return name;
}

} // namespace

Output::Output(std::ostream& standard, const std::optional<std::string>& file, bool held)
    : m_standard(standard), m_file(file) {
    if (m_file) {
        m_temporary = temporary_beside(*m_file);
        m_file_stream.open(m_temporary, std::ios::binary | std::ios::trunc);
    }
    if (held) m_held.emplace();
}

Output::~Output() {
    if (!m_temporary.empty()) std::remove(m_temporary.c_str());
}

std::ostream& Output::stream() {
    if (m_held) return *m_held;
    return m_file ? static_cast<std::ostream&>(m_file_stream) : m_standard;
}

void Output::finish() {
    std::ostream& target = m_file ? static_cast<std::ostream&>(m_file_stream) : m_standard;
    if (m_held) target << m_held->str();
    target.flush();
    if (!target)
        throw Failure(
            ExitStatus::write_error,
            fmt::format("cannot write {}: {}", m_file.value_or("standard output"), std::strerror(errno)));
    if (!m_file) return;
    m_file_stream.close();
    if (!m_file_stream || std::rename(m_temporary.c_str(), m_file->c_str()) != 0)
        throw Failure(ExitStatus::write_error,
                      fmt::format("cannot write {}: {}", *m_file, std::strerror(errno)));
    m_temporary.clear();
}

} // namespace reklamaatio::cli
