// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/shell.hpp"

#include "host/failure.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <initializer_list>
#include <map>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::host {

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

// How a child begins: with these signals as everybody expects them, though we ignore them (0: none).
class Beginning {
  public:
    explicit Beginning(std::initializer_list<int> signals) {
        ::posix_spawn_file_actions_init(&m_files);
        ::posix_spawnattr_init(&m_attributes);
        sigset_t usual;
        ::sigemptyset(&usual);
        for (const int signal : signals)
            if (signal != 0) ::sigaddset(&usual, signal);
        ::posix_spawnattr_setsigdefault(&m_attributes, &usual);
        ::posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGDEF);
    }
    ~Beginning() {
        ::posix_spawn_file_actions_destroy(&m_files);
        ::posix_spawnattr_destroy(&m_attributes);
    }
    Beginning(const Beginning&) = delete;
    Beginning& operator=(const Beginning&) = delete;

    // In a group of its own, with all that it begins.
    void lead_group() {
        short flags = 0;
        ::posix_spawnattr_getflags(&m_attributes, &flags);
        ::posix_spawnattr_setflags(&m_attributes, static_cast<short>(flags | POSIX_SPAWN_SETPGROUP));
        ::posix_spawnattr_setpgroup(&m_attributes, 0);
    }
    void read_from(int input) { ::posix_spawn_file_actions_adddup2(&m_files, input, STDIN_FILENO); }

    pid_t begin(const std::string& command, const std::map<std::string, std::string>& variables) const {
        std::vector<std::string> words{"/bin/sh", "-c", command};
        const auto argv = pointers(words);
        std::vector<std::string> environment;
        for (const auto& [name, value] : variables)
            environment.push_back(fmt::format("{}={}", name, value));
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

int exit_status_in(int status) {
    constexpr int k_ended_by_signal = 128;
    return WIFEXITED(status) ? WEXITSTATUS(status) : k_ended_by_signal + WTERMSIG(status);
}

int status_of(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) fail("cannot wait for a command", errno);
    return exit_status_in(status);
}

// Nothing when the time is up.
std::optional<int> status_within(pid_t child, std::chrono::milliseconds longest) {
    using namespace std::chrono_literals;
    std::chrono::milliseconds pause = 1ms;
    for (std::chrono::milliseconds waited = 0ms;; waited += pause, pause = std::min(2 * pause, 100ms)) {
        int status = 0;
        const auto ended = ::waitpid(child, &status, WNOHANG);
        if (ended == child) return exit_status_in(status);
        if (ended < 0 && errno != EINTR) fail("cannot wait for a command", errno);
        if (waited >= longest) return std::nullopt;
        std::this_thread::sleep_for(pause);
    }
}

// With all that it began, which gets a moment to put things in order.
void end_group(pid_t leader) {
    constexpr std::chrono::seconds k_grace{2};
    ::kill(-leader, SIGTERM);
    const bool has_ended = status_within(leader, k_grace).has_value();
    ::kill(-leader, SIGKILL);
    if (!has_ended) status_of(leader);
}

// While it lives, a signal from the keyboard does not end us.
class Ignoring {
  public:
    explicit Ignoring(int signal) : m_signal(signal) {
        struct sigaction ignore {};
        ignore.sa_handler = SIG_IGN;
        ::sigaction(m_signal, &ignore, &m_before);
    }
    ~Ignoring() { ::sigaction(m_signal, &m_before, nullptr); }
    Ignoring(const Ignoring&) = delete;
    Ignoring& operator=(const Ignoring&) = delete;

    // The signal that a child is to have back; 0 where whoever started us had it ignored, so that a child ignores
    // it as well.
    int given_back() const { return m_before.sa_handler == SIG_IGN ? 0 : m_signal; }

  private:
    int m_signal;
    struct sigaction m_before {};
};

} // namespace

std::optional<int> PosixShell::run(const std::string& command, const std::string& input,
                                   const std::map<std::string, std::string>& variables,
                                   std::chrono::seconds longest) const {
    const InputFile file(input);
    Beginning beginning({SIGPIPE, SIGXFSZ});
    beginning.read_from(file.descriptor());
    beginning.lead_group();
    const auto child = beginning.begin(command, variables);
    const auto status = status_within(child, longest);
    if (!status) end_group(child);
    return status;
}

int PosixShell::run_for_person(const std::string& command,
                               const std::map<std::string, std::string>& variables,
                               const std::optional<std::string>& input) const {
    const Ignoring interrupt(SIGINT);
    const Ignoring quit(SIGQUIT);
    Beginning beginning({SIGPIPE, SIGXFSZ, interrupt.given_back(), quit.given_back()});
    std::optional<InputFile> file;
    if (input) beginning.read_from(file.emplace(*input).descriptor());
    return status_of(beginning.begin(command, variables));
}

} // namespace reklamaatio::host
