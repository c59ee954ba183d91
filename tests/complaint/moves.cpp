// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/moves.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace reklamaatio::complaint::tests {
namespace {

constexpr std::array<std::string_view, 12> k_acts{"classify",
                                                  "assign",
                                                  "assign --nobody",
                                                  "contact --in",
                                                  "contact",
                                                  "contact --auto",
                                                  "contact --await",
                                                  "contact --no-await",
                                                  "resolve",
                                                  "reopen",
                                                  "void",
                                                  "note"};

// The table of the procedure, written down once more. A word is the status afterwards; a sentence after a
// dash is what the refusal advises.
struct Line {
    std::string_view from;
    std::array<std::string_view, 12> to;
};

constexpr std::string_view k_no_wait = "- there is no wait to end";
constexpr std::string_view k_not_resolved = "- only what is resolved can be opened again";
constexpr std::string_view k_reopen = "- reopen it first";
constexpr std::string_view k_only_note = "- only note still works on it";

// clang-format off
constexpr std::array k_table{
    //   from        classify    assign      nobody      in          out         auto        await       no-await     resolve      reopen          void         note
    Line{"new",      {"new",     "open",     "new",      "new",      "open",     "new",      "waiting",  k_no_wait,   "resolved",  k_not_resolved, "void",      "new"}},
    Line{"open",     {"open",    "open",     "open",     "open",     "open",     "open",     "waiting",  k_no_wait,   "resolved",  k_not_resolved, "void",      "open"}},
    Line{"waiting",  {"waiting", "waiting",  "waiting",  "open",     "waiting",  "waiting",  "waiting",  "open",      "resolved",  k_not_resolved, "void",      "waiting"}},
    Line{"resolved", {"resolved","resolved", "resolved", "resolved", "resolved", "resolved", k_reopen,   k_no_wait,   k_reopen,    "open",         "void",      "resolved"}},
    Line{"closed",   {"closed",  "closed",   "closed",   "closed",   "closed",   "closed",   k_reopen,   k_no_wait,   k_reopen,    "open",         "void",      "closed"}},
    Line{"void",     {k_only_note, k_only_note, k_only_note, k_only_note, k_only_note, k_only_note, k_only_note, k_only_note, k_only_note, k_only_note, k_only_note, "void"}},
};
// clang-format on

Act act_at(std::size_t i) {
    return static_cast<Act>(i);
}

} // namespace

TEST_CASE("every act in every status leads where the procedure says or is refused with the way out") {
    REQUIRE(k_table.size() == Vocabulary<Status>::k_words.size());
    for (const Line& line : k_table) {
        const Status from = parse_word<Status>(line.from);
        for (std::size_t i = 0; i < k_acts.size(); ++i) {
            CAPTURE(line.from);
            CAPTURE(k_acts[i]);
            const std::string_view expected = line.to[i];
            if (!expected.starts_with("- ")) {
                CHECK(word(status_after({7}, from, act_at(i))) == expected);
                continue;
            }
            CHECK(message_of<Refusal>([&] { status_after({7}, from, act_at(i)); })
                  == fmt::format("R-7 is {}, so {} is not possible; {}", line.from, k_acts[i],
                                 expected.substr(2)));
        }
    }
}

TEST_CASE("the table of moves has each allowed pair once and nothing else") {
    std::map<std::pair<Status, Act>, int> seen;
    for (const Move& move : moves())
        ++seen[{move.from, move.act}];
    std::size_t allowed = 0;
    for (const Line& line : k_table)
        for (std::size_t i = 0; i < k_acts.size(); ++i) {
            if (line.to[i].starts_with("- ")) continue;
            ++allowed;
            CHECK(seen[{parse_word<Status>(line.from), act_at(i)}] == 1);
        }
    CHECK(moves().size() == allowed);
}

TEST_CASE("acts are called as people type them") {
    for (std::size_t i = 0; i < k_acts.size(); ++i)
        CHECK(act_name(act_at(i)) == k_acts[i]);
}

} // namespace reklamaatio::complaint::tests
