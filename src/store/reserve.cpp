// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reserve.hpp"

#include "store/error.hpp"
#include "store/error_kind.hpp"
#include "store/likeness.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace reklamaatio::store {

namespace {

// A page is written twice, to the log and to the database. An event alone changes some 30 pages of all tables and
// indexes; in a row of many each adds two or three.
constexpr std::size_t k_of_a_change = 384 * 1024;
constexpr std::size_t k_of_an_event = 24 * 1024;

} // namespace

Reserve::Reserve(const std::filesystem::path& database, std::size_t events) {
    m_descriptor = ::open(folder_of(database).c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (m_descriptor < 0) return;
    const int fault =
        ::posix_fallocate(m_descriptor, 0, static_cast<off_t>(k_of_a_change + events * k_of_an_event));
    if (fault != ENOSPC && fault != EDQUOT && fault != EFBIG) return;
    ::close(m_descriptor);
    throw StoreError(ErrorKind::cannot_write,
                     sentence(ErrorKind::cannot_write, database.string(), std::strerror(fault)));
}

Reserve::~Reserve() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}

} // namespace reklamaatio::store
