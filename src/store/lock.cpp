// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/lock.hpp"

#include "store/companions.hpp"
#include "store/error.hpp"
#include "store/likeness.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include <fmt/format.h>

namespace reklamaatio::store {

namespace {

constexpr std::chrono::seconds k_longest_wait{10};

// Interrupts a blocking flock when the time is up; nothing else tells flock to stop waiting. It rings again
// every 50 ms after that, in case the first ring comes just before the call blocks.
class Alarm {
  public:
    explicit Alarm(std::chrono::seconds longest_wait) {
        struct sigaction ring {};
        ring.sa_handler = [](int) {};
        sigaction(SIGALRM, &ring, &m_previous);
        const itimerval timer{{0, 50'000}, {longest_wait.count(), 0}};
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

int open_lock_file(const std::filesystem::path& database, const std::string& path) {
    constexpr int k_flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW;
    check_may_write(database);
    settle_companions(database, k_longest_wait);
    int descriptor = ::open(path.c_str(), k_flags);
    if (descriptor < 0 && errno == ENOENT) {
        make_file_alike(path, likeness_of(database).value_or(private_likeness()));
        descriptor = ::open(path.c_str(), k_flags);
    }
    if (descriptor >= 0) return descriptor;
    const std::string why = std::strerror(errno);
    const bool denied = errno == EACCES || errno == EPERM || errno == EROFS;
    throw StoreError(denied ? ErrorKind::not_permitted : ErrorKind::cannot_create,
                     fmt::format("cannot open the lock file {}: {}", path, why));
}

int open_writers_lock(const std::filesystem::path& database) {
    const auto path = companion(database, k_writers_lock);
    const auto original = likeness_of(database);
    const auto likeness = likeness_of(path);
    const int descriptor = original && likeness && is_alike(*likeness, *original)
                               ? ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
                               : -1;
    if (descriptor >= 0) return descriptor;
    const auto folder = folder_of(database);
    const bool is_for_others = !may_write(database) || may_write(folder);
    throw StoreError(ErrorKind::not_permitted,
                     fmt::format("{} was not used here yet{}", database.string(),
                                 is_for_others ? "; let an account that may write it run any command once"
                                               : ", and " + closed_folder_text(folder)));
}

} // namespace

void throw_busy(const std::string& database) {
    throw StoreError(ErrorKind::busy,
                     fmt::format("{} is being written to by another process; try again", database));
}

LockFile::LockFile(const std::filesystem::path& database, std::string_view ending)
    : m_path(companion(database, ending).string()), m_descriptor(open_lock_file(database, m_path)) {}

LockFile::~LockFile() {
    ::close(m_descriptor);
}

bool LockFile::lock(std::chrono::seconds longest_wait) {
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0) return true;
    if (longest_wait <= std::chrono::seconds{0}) return false; // an alarm of no seconds never rings
    const Alarm alarm(longest_wait);
    return ::flock(m_descriptor, LOCK_EX) == 0;
}

bool LockFile::is_in_place() const {
    struct stat held {};
    struct stat named {};
    return ::fstat(m_descriptor, &held) == 0 && ::lstat(m_path.c_str(), &named) == 0
           && held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

void LockFile::check_is_in_place() const {
    if (!is_in_place())
        throw StoreError(ErrorKind::busy,
                         fmt::format("{} was replaced by another process; try again", m_path));
}

void LockFile::touch() {
    ::futimens(m_descriptor, nullptr);
}

time::Instant LockFile::touched_at() const {
    struct stat status {};
    ::fstat(m_descriptor, &status);
    return time::Instant{time::Seconds{status.st_mtime}};
}

WriterLock::WriterLock(const std::filesystem::path& database) : m_file(database, k_writers_lock) {
    if (!m_file.lock(k_longest_wait)) throw_busy(database.string());
}

StandstillLock::StandstillLock(const std::filesystem::path& database)
    : m_descriptor(open_writers_lock(database)) {
    if (::flock(m_descriptor, LOCK_SH | LOCK_NB) == 0) return;
    ::close(m_descriptor);
    throw_busy(database.string());
}

StandstillLock::~StandstillLock() {
    ::close(m_descriptor);
}

DeliveryLock::DeliveryLock(const std::filesystem::path& database) : m_file(database, k_delivery_lock) {
    if (!m_file.lock(k_longest_wait))
        throw StoreError(
            ErrorKind::busy,
            fmt::format("alerts of {} are being delivered by another run since {}; see what its command is "
                        "waiting for",
                        database.string(), time::to_iso(m_file.touched_at())));
    m_file.touch();
}

} // namespace reklamaatio::store
