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

Output::Output(std::ostream& standard, const std::optional<std::string>& file, bool held,
               std::optional<Pager> pager)
    : m_standard(standard) {
    if (file)
        m_file.emplace(*file);
    else if (pager && pager->is_there())
        m_pager.emplace(std::move(*pager));
    if (held || m_pager) m_held.emplace();
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
    if (m_held) {
        const auto text = m_held->str();
        if (m_pager && m_pager->show(text)) return;
        target() << text;
    }
    if (m_file) return m_file->finish();
    m_standard.flush();
    if (!m_standard)
        throw Failure(ExitStatus::write_error, fmt::format("cannot write standard output: {}", reason()));
}

} // namespace reklamaatio::host
