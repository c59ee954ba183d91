// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/last_words.hpp"

#include "host/exit_status.hpp"

#include <cstdlib>
#include <exception>
#include <new>
#include <unistd.h>

namespace reklamaatio::host {

namespace {

LastWords g_words{"reklamaatio: there is not enough memory; try again when there is more\n", STDERR_FILENO,
                  static_cast<int>(ExitStatus::busy)};

// Nothing thrown: there was no memory for that either.
bool is_of_memory(const std::exception_ptr& thrown) {
    if (!thrown) return true;
    try {
        std::rethrow_exception(thrown);
    } catch (const std::bad_alloc&) {
        return true;
    } catch (...) {
        return false;
    }
}

[[noreturn]] void end() {
    if (!is_of_memory(std::current_exception())) std::abort();
    const auto written = ::write(g_words.descriptor, g_words.sentence.data(), g_words.sentence.size());
    (void)written;
    ::_exit(g_words.status);
}

} // namespace

void set_last_words(const LastWords& words) {
    g_words = words;
}

void say_that_it_stands() {
    g_words = {"reklamaatio: there is not enough memory; the change stands all the same\n", STDERR_FILENO,
               static_cast<int>(ExitStatus::write_error)};
}

const LastWords& last_words() {
    return g_words;
}

void end_with_last_words() {
    std::set_terminate(end);
}

} // namespace reklamaatio::host
