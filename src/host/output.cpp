// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/output.hpp"

#include "host/failure.hpp"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

namespace reklamaatio::host {

Output::Output(std::ostream& standard, const std::optional<std::string>& file, bool held)
    : m_standard(standard) {
    if (file) m_file.emplace(*file);
    if (held) m_held.emplace();
}

std::ostream& Output::stream() {
    if (m_held) return *m_held;
    return m_file ? m_file->stream() : m_standard;
}

void Output::finish() {
    if (m_finished) return;
    m_finished = true;
    std::ostream& target = m_file ? m_file->stream() : m_standard;
    if (m_held) target << m_held->str();
    if (m_file) return m_file->finish();
    target.flush();
    if (!target)
        throw Failure(ExitStatus::write_error,
                      fmt::format("cannot write standard output: {}", std::strerror(errno)));
}

} // namespace reklamaatio::host
