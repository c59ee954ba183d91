// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/error.hpp"
#include "cli/shell.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

[[noreturn]] void fail(const char* what, int error) {
    throw Failure(ExitStatus::cannot_create, fmt::format("{}: {}", what, std::strerror(error)));
}

// The text as a file in memory instead of a pipe: a command that never reads it, or closes it, neither blocks
// us nor ends us by a signal.
class InputFile {
  public:
    explicit InputFile(const std::string& text) : m_descriptor(::memfd_create("reklamaatio", MFD_CLOEXEC)) {
        if (m_descriptor < 0) fail("cannot keep the text for a command", errno);
        for (std::size_t done = 0; done < text.size();) {
            const auto written = ::write(m_descriptor, text.data() + done, text.size() - done);
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) {
                const int error = errno;
                ::close(m_descriptor);
                fail("cannot keep the text for a command", error);
            }
            done += static_cast<std::size_t>(written);
        }
        ::lseek(m_descriptor, 0, SEEK_SET);
    }
    ~InputFile() { ::close(m_descriptor); }
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;
    int descriptor() const { return m_descriptor; }

  private:
    int m_descriptor;
};

// How a child begins: our file as its standard input, and signals as everybody expects them; we ignore one.
class Beginning {
  public:
    explicit Beginning(int input) {
        ::posix_spawn_file_actions_init(&m_files);
        ::posix_spawn_file_actions_adddup2(&m_files, input, STDIN_FILENO);
        ::posix_spawnattr_init(&m_attributes);
        sigset_t usual;
        ::sigemptyset(&usual);
        ::sigaddset(&usual, SIGPIPE);
        ::sigaddset(&usual, SIGXFSZ);
        ::posix_spawnattr_setsigdefault(&m_attributes, &usual);
        ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGDEF);
    }
    ~Beginning() {
        ::posix_spawn_file_actions_destroy(&m_files);
        ::posix_spawnattr_destroy(&m_attributes);
    }
    Beginning(const Beginning&) = delete;
    Beginning& operator=(const Beginning&) = delete;

    pid_t begin(std::vector<std::string> words, const std::vector<std::string>& variables) const {
        const auto argv = pointers(words);
        std::vector<std::string> environment = variables;
        const auto envp = pointers(environment);
        pid_t child = 0;
        const int error =
            ::posix_spawn(&child, words.front().c_str(), &m_files, &m_attributes, argv.data(), envp.data());
        if (error != 0) fail("cannot run /bin/sh", error);
        return child;
    }

  private:
    static std::vector<char*> pointers(std::vector<std::string>& texts) {
        std::vector<char*> found;
        for (auto& text : texts)
            found.push_back(text.data());
        found.push_back(nullptr);
        return found;
    }

    posix_spawn_file_actions_t m_files{};
    posix_spawnattr_t m_attributes{};
};

int status_of(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) fail("cannot wait for a command", errno);
    constexpr int k_ended_by_signal = 128;
    return WIFEXITED(status) ? WEXITSTATUS(status) : k_ended_by_signal + WTERMSIG(status);
}

} // namespace

int PosixShell::run(const std::string& command, const std::string& input,
                    const std::map<std::string, std::string>& variables) const {
    std::vector<std::string> entries;
    for (const auto& [name, value] : variables)
        entries.push_back(fmt::format("{}={}", name, value));
    const InputFile file(input);
    return status_of(Beginning(file.descriptor()).begin({"/bin/sh", "-c", command}, entries));
}

} // namespace reklamaatio::cli
