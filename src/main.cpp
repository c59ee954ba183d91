// SPDX-License-Identifier: GPL-3.0-or-later
// The real world, handed to the program.
#include "cli/run.hpp"
#include "host/last_words.hpp"
#include "time/clock.hpp"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <iostream>
#include <new>
#include <pwd.h>
#include <sys/ioctl.h>
#include <unistd.h>

extern char** environ; // NOLINT: POSIX wants it declared by its user

namespace {

// A descriptor that is closed at the start must not be handed out for the database, where messages would then
// go. The ones for output are filled so that writing to standard output still fails.
void fill_closed_descriptors() {
    for (const int descriptor : {0, 1, 2})
        if (::fcntl(descriptor, F_GETFD) < 0)
            (void)::open("/dev/null", descriptor == 2 ? O_WRONLY : O_RDONLY);
}

std::map<std::string, std::string> variables() {
    std::map<std::string, std::string> found;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text = *entry;
        if (const auto equals = text.find('='); equals != std::string::npos)
            found.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
    return found;
}

std::string user_name() {
    errno = 0;
    const auto* entry = ::getpwuid(::getuid());
    if (entry == nullptr && errno == ENOMEM) throw std::bad_alloc();
    return entry != nullptr ? entry->pw_name : "uid " + std::to_string(::getuid());
}

// Of nothing but zeros where there is no terminal.
winsize terminal_size() {
    winsize size{};
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size : winsize{};
}

// What the handler of the alarm says: it may call nothing that could be interrupted half-way.
constexpr char k_timed_out[] = "REKLAMAATIO UNKNOWN - timed out\n";
constexpr int k_unknown = 3;

extern "C" void end_late(int) {
    const auto written = ::write(STDOUT_FILENO, k_timed_out, sizeof k_timed_out - 1);
    (void)written;
    ::_exit(k_unknown);
}

void limit_time(int seconds) {
    std::signal(SIGALRM, end_late);
    ::alarm(static_cast<unsigned>(seconds));
}

int run(int argc, char** argv) {
    using namespace reklamaatio;
    const time::SystemClock clock;
    const host::PosixShell shell;
    const winsize terminal = terminal_size();
    const host::Environment environment{{argv + 1, argv + argc},
                                        std::cin,
                                        std::cout,
                                        std::cerr,
                                        variables(),
                                        ::isatty(STDIN_FILENO) == 1,
                                        ::isatty(STDOUT_FILENO) == 1,
                                        ::isatty(STDERR_FILENO) == 1,
                                        terminal.ws_col,
                                        terminal.ws_row,
                                        clock,
                                        user_name,
                                        shell,
                                        limit_time};
    return argc > 0 ? cli::run(environment) : 2;
}

} // namespace

int main(int argc, char** argv) {
    fill_closed_descriptors();
    // A reader that goes away ends us, also where our parent ignores that signal, as some do.
    std::signal(SIGPIPE, SIG_DFL);
    // A file size limit becomes a message, as a full disk does.
    std::signal(SIGXFSZ, SIG_IGN);
    reklamaatio::host::end_with_last_words();
    try {
        std::ios::sync_with_stdio(false);
        return run(argc, argv);
    } catch (const std::bad_alloc&) {
        std::cerr << reklamaatio::host::last_words().sentence;
        return reklamaatio::host::last_words().status;
    }
}
