// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/lock.hpp"

#include "store/error.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/time.h>
#include <unistd.h>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

constexpr long k_longest_wait_seconds = 10;

// Interrupts a blocking flock when the time is up; nothing else tells flock to stop waiting. It rings again
// every 50 ms after that, in case the first ring comes just before the call blocks.
class Alarm {
  public:
    Alarm() {
        struct sigaction ring {};
        ring.sa_handler = [](int) {};
        sigaction(SIGALRM, &ring, &m_previous);
        const itimerval timer{{0, 50'000}, {k_longest_wait_seconds, 0}};
        setitimer(ITIMER_REAL, &timer, nullptr);
    }
    ~Alarm() {
        const itimerval off{};
        setitimer(ITIMER_REAL, &off, nullptr);
        sigaction(SIGALRM, &m_previous, nullptr);
    }
    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;

  private:
    struct sigaction m_previous {};
};

int open_lock_file(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor >= 0) return descriptor;
    const std::string why = std::strerror(errno);
    const bool denied = errno == EACCES || errno == EPERM || errno == EROFS;
    throw StoreError(denied ? Trouble::not_permitted : Trouble::cannot_create,
                     fmt::format("cannot open the lock file {}: {}", path, why));
}

} // namespace

WriterLock::WriterLock(const std::filesystem::path& database)
    : m_descriptor(open_lock_file(database.string() + ".lock")) {
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0) return;
    const Alarm alarm;
    if (::flock(m_descriptor, LOCK_EX) == 0) return;
    ::close(m_descriptor);
    throw StoreError(Trouble::busy,
                     fmt::format("{} is being written by another process; try again", database.string()));
}

WriterLock::~WriterLock() {
    ::close(m_descriptor);
}

} // namespace reklamaatio::store
