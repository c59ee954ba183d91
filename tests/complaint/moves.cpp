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

// The table of the procedure, written down once more: what an act makes of each status. A word is the status
// afterwards; a sentence after a dash is what the refusal advises.
struct Line {
    Act act;
    std::string_view name;
    std::array<std::string_view, 6> to; // from new, open, waiting, resolved, closed, void
};

constexpr std::string_view k_no_wait = "- there is no wait to end";
constexpr std::string_view k_not_yet = "- resolve it first";
constexpr std::string_view k_not_resolved = "- only what is resolved can be opened again";
constexpr std::string_view k_reopen = "- reopen it first";
constexpr std::string_view k_void = "- only note and edit still work on it; undo the void, or log it anew";

// clang-format off
constexpr std::array k_table{
    Line{Act::classify,         "classify",                     {"new",      "open",     "waiting",  "resolved", "closed",   k_void}},
    Line{Act::assign,           "assign",                       {"open",     "open",     "waiting",  "resolved", "closed",   k_void}},
    Line{Act::unassign,         "assign --nobody",              {"new",      "open",     "waiting",  "resolved", "closed",   k_void}},
    Line{Act::contact_in,       "contact --in",                 {"new",      "open",     "open",     "resolved", "closed",   k_void}},
    Line{Act::contact_out,      "contact",                      {"open",     "open",     "waiting",  "resolved", "closed",   k_void}},
    Line{Act::receipt,          "contact --auto",               {"new",      "open",     "waiting",  "resolved", "closed",   k_void}},
    Line{Act::await,            "contact --await",              {"waiting",  "waiting",  "waiting",  k_reopen,   k_reopen,   k_void}},
    Line{Act::no_await,         "contact --no-await",           {k_no_wait,  k_no_wait,  "open",     k_no_wait,  k_no_wait,  k_void}},
    Line{Act::step,             "step",                         {"open",     "open",     "waiting",  k_reopen,   k_reopen,   k_void}},
    Line{Act::promise,          "promise",                      {"open",     "open",     "waiting",  k_reopen,   k_reopen,   k_void}},
    Line{Act::end_promise,      "promise --kept or --broken",   {"new",      "open",     "waiting",  "resolved", "closed",   k_void}},
    Line{Act::withdraw_promise, "promise --withdrawn",          {"new",      "open",     "waiting",  k_reopen,   k_reopen,   k_void}},
    Line{Act::offer,            "offer",                        {"open",     "open",     "waiting",  k_reopen,   k_reopen,   k_void}},
    Line{Act::offer_await,      "offer --await",                {"waiting",  "waiting",  "waiting",  k_reopen,   k_reopen,   k_void}},
    Line{Act::answer_offer,     "an answer to an offer",        {"open",     "open",     "open",     k_reopen,   k_reopen,   k_void}},
    Line{Act::withdraw_offer,   "offer --withdrawn",            {"new",      "open",     "waiting",  k_reopen,   k_reopen,   k_void}},
    Line{Act::pay,              "offer --paid",                 {"new",      "open",     "waiting",  "resolved", "closed",   k_void}},
    Line{Act::resolve,          "resolve",                      {"resolved", "resolved", "resolved", k_reopen,   k_reopen,   k_void}},
    Line{Act::followup,         "followup",                     {k_not_yet,  k_not_yet,  k_not_yet,  "closed",   "closed",   k_void}},
    Line{Act::reopen,           "reopen",                       {k_not_resolved, k_not_resolved, k_not_resolved, "open", "open", k_void}},
    Line{Act::merge,            "merge",                        {"void",     "void",     "void",     "void",     "void",     k_void}},
    Line{Act::void_,            "void",                         {"void",     "void",     "void",     "void",     "void",     k_void}},
    Line{Act::note,             "note",                         {"new",      "open",     "waiting",  "resolved", "closed",   "void"}},
    Line{Act::edit,             "edit",                         {"new",      "open",     "waiting",  "resolved", "closed",   "void"}},
};
// clang-format on

} // namespace

TEST_CASE("every act in every status leads where the procedure says or is refused with the way out") {
    REQUIRE(k_table.size() == static_cast<std::size_t>(Act::edit) + 1);
    for (std::size_t i = 0; i < k_table.size(); ++i) {
        const Line& line = k_table[i];
        REQUIRE(static_cast<std::size_t>(line.act) == i);
        REQUIRE(line.to.size() == Vocabulary<Status>::k_words.size());
        for (std::size_t from = 0; from < line.to.size(); ++from) {
            const auto status = static_cast<Status>(from);
            CAPTURE(word(status));
            CAPTURE(line.name);
            const std::string_view expected = line.to[from];
            if (!expected.starts_with("- ")) {
                CHECK(word(status_after({7}, status, line.act)) == expected);
                continue;
            }
            CHECK(message_of<Refusal>([&] { status_after({7}, status, line.act); })
                  == fmt::format("R-7 is {}, so {} is not possible; {}", word(status), line.name,
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
        for (std::size_t from = 0; from < line.to.size(); ++from) {
            if (line.to[from].starts_with("- ")) continue;
            ++allowed;
            CHECK(seen[{static_cast<Status>(from), line.act}] == 1);
        }
    CHECK(moves().size() == allowed);
}

TEST_CASE("acts are called as people type them") {
    for (const Line& line : k_table)
        CHECK(act_name(line.act) == line.name);
}

} // namespace reklamaatio::complaint::tests
