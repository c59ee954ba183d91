// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/message_lines.hpp"

#include "host/world.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli::tests {
namespace {

constexpr std::string_view k_sentence =
    "reklamaatio: R-7 was resolved in the meantime, and nothing was done to it or to its duplicates";
constexpr std::string_view k_with_command =
    "reklamaatio: R-7 is already resolved; use reklamaatio reopen R-7 to take it up again";

std::vector<std::string> at_terminal(std::string_view sentence, int width) {
    host::tests::World world;
    world.err_is_terminal = true;
    world.terminal_width = width;
    return message_lines(sentence, world.environment());
}

} // namespace

TEST_CASE("at a terminal a sentence is broken at blanks and loses none of its words") {
    for (int width = 20; width < 120; ++width) {
        const auto lines = at_terminal(k_sentence, width);
        CHECK(fmt::format("{}", fmt::join(lines, " ")) == k_sentence);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            CHECK(lines[i].size() <= static_cast<std::size_t>(width));
            // No line is broken before it has to be.
            if (i + 1 < lines.size())
                CHECK(lines[i].size() + 1 + lines[i + 1].substr(0, lines[i + 1].find(' ')).size()
                      > static_cast<std::size_t>(width));
        }
    }
}

TEST_CASE("a sentence stays whole where nobody looks or the width is not known") {
    const std::vector<std::string> whole{std::string(k_sentence)};
    host::tests::World pipe;
    pipe.terminal_width = 40;
    CHECK(message_lines(k_sentence, pipe.environment()) == whole);
    CHECK(at_terminal(k_sentence, 0) == whole);
    CHECK(at_terminal(k_sentence, 19) == whole);
}

TEST_CASE("a command that is to be copied stays on one line where it fits and its sentence is broken") {
    CHECK(at_terminal(k_with_command, 40)
          == std::vector<std::string>{"reklamaatio: R-7 is already resolved;",
                                      "use reklamaatio reopen R-7 to take it up", "again"});
    CHECK(at_terminal(k_with_command, 24)
          == std::vector<std::string>{"reklamaatio: R-7 is", "already resolved; use",
                                      "reklamaatio reopen R-7", "to take it up again"});
    CHECK(at_terminal(k_with_command, 20)
          == std::vector<std::string>{"reklamaatio: R-7 is", "already resolved;", "use reklamaatio",
                                      "reopen R-7 to take", "it up again"});
    CHECK(at_terminal("name it: reklamaatio alerts --ack R-12 -m gone; or wait", 40)
          == std::vector<std::string>{"name it:", "reklamaatio alerts --ack R-12 -m gone;", "or wait"});
}

TEST_CASE("no sentence is wider than is read with ease") {
    const auto lines = at_terminal(std::string(k_sentence) + " " + std::string(k_sentence.substr(13)), 160);
    CHECK(lines.size() == 2);
    CHECK(lines.front().size() <= 110);
}

} // namespace reklamaatio::cli::tests
