// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/output.hpp"

#include "host/failure.hpp"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

namespace reklamaatio::host {

namespace {

// What failed long ago has often been followed by what did not.
const char* reason() {
    return errno == 0 ? "it did not take every byte" : std::strerror(errno);
}

} // namespace

Output::Output(std::ostream& standard, const std::optional<std::string>& file, bool held)
    : m_standard(standard) {
    if (file) m_file.emplace(*file);
    if (held) m_held.emplace();
}

std::ostream& Output::target() {
    if (m_measuring) return *m_measuring;
    return m_file ? m_file->stream() : m_standard;
}

std::ostream& Output::stream() {
    return m_held ? *m_held : target();
}

void Output::finish() {
    if (m_finished) return;
    m_finished = true;
    if (m_held) target() << m_held->str();
    if (m_file) return m_file->finish();
    m_standard.flush();
    if (!m_standard)
        throw Failure(ExitStatus::write_error, fmt::format("cannot write standard output: {}", reason()));
}

} // namespace reklamaatio::host
