// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/unnamed_file.hpp"

#include "host/link_target.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace reklamaatio::host {

namespace {

// A command writes four files at most: its output, its rejects, a manifest and a cursor.
constexpr std::size_t k_most = 4;
constexpr std::size_t k_longest = 4096;
constexpr std::array k_endings{SIGHUP, SIGINT, SIGTERM};

// What a handler removes: it may neither lock nor allocate. Empty: nothing.
std::array<std::array<char, k_longest>, k_most> g_names{};

extern "C" void remove_and_end(int signal) {
    for (const auto& name : g_names)
        if (name.front() != '\0') ::unlink(name.data());
    std::signal(signal, SIG_DFL);
    ::raise(signal);
}

// What is ignored, as under nohup, stays so.
void catch_endings() {
    for (const int signal : k_endings) {
        struct sigaction now {};
        if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == SIG_DFL)
            std::signal(signal, remove_and_end);
    }
}

// The first letter comes last, and goes first: a handler that comes in between finds nothing.
void remember(const std::string& name) {
    for (auto& place : g_names) {
        if (place.front() != '\0' || name.size() >= k_longest) continue;
        std::memcpy(place.data() + 1, name.c_str() + 1, name.size());
        place.front() = name.front();
        return catch_endings();
    }
}

void forget(const std::string& name) {
    for (auto& place : g_names)
        if (name == place.data()) place.front() = '\0';
}

std::string path_of(int descriptor) {
    return fmt::format("/proc/self/fd/{}", descriptor);
}

// -1 where the file system has no such files, or there is no /proc by which they get a name.
int open_unnamed(const std::filesystem::path& target) {
    const int descriptor =
        ::open(folder_of(target).c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0 || ::access(path_of(descriptor).c_str(), F_OK) == 0) return descriptor;
    ::close(descriptor);
    return -1;
}

} // namespace

UnnamedFile::UnnamedFile(std::filesystem::path target, Kind kind)
    : m_target(std::move(target)), m_descriptor(kind == Kind::named ? -1 : open_unnamed(m_target)) {
    if (m_descriptor >= 0) return;
    std::string name = m_target.string() + ".XXXXXX";
    m_descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (m_descriptor < 0) return;
    m_name = std::move(name);
    remember(m_name);
}

UnnamedFile::~UnnamedFile() {
    if (m_descriptor >= 0) ::close(m_descriptor);
    if (m_name.empty()) return;
    std::remove(m_name.c_str());
    forget(m_name);
}

std::string UnnamedFile::path() const {
    return m_name.empty() ? path_of(m_descriptor) : m_name;
}

// A link takes no name that another file has, so that there is one more until the rename.
bool UnnamedFile::give_name() {
    const auto unnamed = path();
    if (::linkat(AT_FDCWD, unnamed.c_str(), AT_FDCWD, m_target.c_str(), AT_SYMLINK_FOLLOW) == 0) return true;
    for (int number = 0; errno == EEXIST; ++number) {
        const auto name = fmt::format("{}.{}-{}", m_target.string(), ::getpid(), number);
        if (::linkat(AT_FDCWD, unnamed.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) != 0) continue;
        m_name = name;
        remember(m_name);
        return true;
    }
    return false;
}

bool UnnamedFile::put_new() {
    const auto from = path();
    if (::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, m_target.c_str(), AT_SYMLINK_FOLLOW) != 0) return false;
    if (m_name.empty()) return true;
    std::remove(m_name.c_str());
    forget(std::exchange(m_name, ""));
    return true;
}

bool UnnamedFile::flush() {
    if (::fsync(m_descriptor) != 0) return false;
    const int folder = ::open(folder_of(m_target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return errno == EACCES; // that of another account, which can be written and not read
    const bool is_flushed = ::fsync(folder) == 0 || errno == EINVAL;
    ::close(folder);
    return is_flushed;
}

bool UnnamedFile::put() {
    if (m_name.empty() && !give_name()) return false;
    if (m_name.empty()) return true;
    if (std::rename(m_name.c_str(), m_target.c_str()) != 0) return false;
    forget(std::exchange(m_name, ""));
    return true;
}

} // namespace reklamaatio::host
