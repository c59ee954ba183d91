// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/moves.hpp"

#include "complaint/builders.hpp"
#include "complaint/refusal.hpp"

#include <algorithm>
#include <array>
#include <map>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace reklamaatio::complaint::tests {
namespace {

// The table of the procedure, written down once more: what an act makes of each status. A word is the status
// afterwards; behind a dash stands why it is refused.
struct Line {
    Act act;
    std::array<std::string_view, 6> to; // from new, open, waiting, resolved, closed, void
};

constexpr std::string_view k_no_wait = "- no_wait_to_end";
constexpr std::string_view k_not_yet = "- no_followup_before_the_end";
constexpr std::string_view k_not_resolved = "- nothing_to_reopen";
constexpr std::string_view k_undecided = "- nothing_to_appeal";
constexpr std::string_view k_reopen = "- no_act_after_the_end";
constexpr std::string_view k_void = "- no_act_on_what_is_void";

// clang-format off
constexpr std::array k_table{
    Line{Act::classify,         {"new",      "open",     "waiting",  "resolved", "closed",   k_void}},
    Line{Act::assign,           {"open",     "open",     "waiting",  "resolved", "closed",   k_void}},
    Line{Act::unassign,         {"new",      "open",     "waiting",  "resolved", "closed",   k_void}},
    Line{Act::contact_in,       {"new",      "open",     "open",     "resolved", "closed",   k_void}},
    Line{Act::contact_out,      {"open",     "open",     "waiting",  "resolved", "closed",   k_void}},
    Line{Act::receipt,          {"new",      "open",     "waiting",  "resolved", "closed",   k_void}},
    Line{Act::await,            {"waiting",  "waiting",  "waiting",  k_reopen,   k_reopen,   k_void}},
    Line{Act::no_await,         {k_no_wait,  k_no_wait,  "open",     k_no_wait,  k_no_wait,  k_void}},
    Line{Act::step,             {"open",     "open",     "waiting",  k_reopen,   k_reopen,   k_void}},
    Line{Act::promise,          {"open",     "open",     "waiting",  k_reopen,   k_reopen,   k_void}},
    Line{Act::end_promise,      {"new",      "open",     "waiting",  "resolved", "closed",   k_void}},
    Line{Act::withdraw_promise, {"new",      "open",     "waiting",  k_reopen,   k_reopen,   k_void}},
    Line{Act::offer,            {"open",     "open",     "waiting",  k_reopen,   k_reopen,   k_void}},
    Line{Act::offer_await,      {"waiting",  "waiting",  "waiting",  k_reopen,   k_reopen,   k_void}},
    Line{Act::answer_offer,     {"open",     "open",     "open",     k_reopen,   k_reopen,   k_void}},
    Line{Act::withdraw_offer,   {"new",      "open",     "waiting",  k_reopen,   k_reopen,   k_void}},
    Line{Act::pay,              {"new",      "open",     "waiting",  "resolved", "closed",   k_void}},
    Line{Act::resolve,          {"resolved", "resolved", "resolved", k_reopen,   k_reopen,   k_void}},
    Line{Act::followup,         {k_not_yet,  k_not_yet,  k_not_yet,  "closed",   "closed",   k_void}},
    Line{Act::reopen,           {k_not_resolved, k_not_resolved, k_not_resolved, "open", "open", k_void}},
    Line{Act::merge,            {"void",     "void",     "void",     "void",     "void",     k_void}},
    Line{Act::void_,            {"void",     "void",     "void",     "void",     "void",     k_void}},
    Line{Act::note,             {"new",      "open",     "waiting",  "resolved", "closed",   "void"}},
    Line{Act::edit,             {"new",      "open",     "waiting",  "resolved", "closed",   "void"}},
    Line{Act::task,             {"new",      "open",     "waiting",  "resolved", "closed",   k_void}},
    Line{Act::appeal,           {k_undecided, k_undecided, k_undecided, "open",  "open",     k_void}},
    Line{Act::follow_appeal,    {"new",      "open",     "waiting",  "resolved", "closed",   k_void}},
    Line{Act::extend,           {"new",      "open",     "waiting",  "resolved", "closed",   k_void}},
};
// clang-format on

} // namespace

TEST_CASE("every act in every status leads where the procedure says or is refused") {
    REQUIRE(k_table.size() == Vocabulary<Act>::k_words.size());
    for (std::size_t i = 0; i < k_table.size(); ++i) {
        const Line& line = k_table[i];
        REQUIRE(static_cast<std::size_t>(line.act) == i);
        REQUIRE(line.to.size() == Vocabulary<Status>::k_words.size());
        for (std::size_t from = 0; from < line.to.size(); ++from) {
            const auto status = static_cast<Status>(from);
            CAPTURE(word(status));
            CAPTURE(word(line.act));
            const std::string_view expected = line.to[from];
            if (!expected.starts_with("- ")) {
                CHECK(word(status_after({7}, status, line.act)) == expected);
                continue;
            }
            CHECK(message_of<Refusal>([&] { status_after({7}, status, line.act); })
                  == fmt::format("{}: complaint R-7; status {}; act {}", expected.substr(2), word(status),
                                 word(line.act)));
        }
    }
}

TEST_CASE("the table of moves has each allowed pair once and nothing else") {
    std::map<std::pair<Status, Act>, int> seen;
    for (const Move& move : moves())
        ++seen[{move.from, move.act}];
    std::size_t allowed = 0;
    for (const Line& line : k_table)
        for (std::size_t from = 0; from < line.to.size(); ++from) {
            if (line.to[from].starts_with("- ")) continue;
            ++allowed;
            CHECK(seen[{static_cast<Status>(from), line.act}] == 1);
        }
    CHECK(moves().size() == allowed);
}

} // namespace reklamaatio::complaint::tests
