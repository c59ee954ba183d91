// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/refusal_text.hpp"

#include "complaint/moves.hpp"
#include "complaint/procedure.hpp"
#include "view/words/act_text.hpp"

#include <array>

#include <doctest/doctest.h>

namespace reklamaatio::view::tests {
namespace {

using complaint::Act;
using complaint::Id;
using complaint::Reason;
using complaint::refuse;
using complaint::Status;
using Texts = std::vector<std::string>;

template <Reason reason, typename... Facts>
std::string sentence(const Facts&... facts) {
    try {
        refuse<reason>(facts...);
    } catch (const complaint::Refusal& refusal) {
        return refusal_text(refusal);
    }
}

constexpr std::array<std::string_view, 28> k_commands{"classify",
                                                      "assign",
                                                      "assign --nobody",
                                                      "contact --in",
                                                      "contact",
                                                      "contact --auto",
                                                      "contact --await",
                                                      "contact --no-await",
                                                      "step",
                                                      "promise",
                                                      "promise --kept or --broken",
                                                      "promise --withdrawn",
                                                      "offer",
                                                      "offer --await",
                                                      "an answer to an offer",
                                                      "offer --withdrawn",
                                                      "offer --paid",
                                                      "resolve",
                                                      "followup",
                                                      "reopen",
                                                      "merge",
                                                      "void",
                                                      "note",
                                                      "edit",
                                                      "task",
                                                      "appeal",
                                                      "appeal --answered or --decided",
                                                      "extend"};

} // namespace

TEST_CASE("a sentence has the facts in the places of their names") {
    CHECK(sentence<Reason::not_resolved_no_outcome>(Id{7})
          == "R-7 is not resolved, so it has no outcome; use resolve");
    CHECK(sentence<Reason::promise_ended>(Id{7}, 2, complaint::PromiseState::kept)
          == "promise P2 of R-7 is already kept; make a new one, or use undo");
    CHECK(sentence<Reason::merge_loses_work>(Id{1}, Status::closed, Id{2})
          == "R-1 is closed, but R-2 is not, and its open work would be lost; reopen R-1 first");
    CHECK(sentence<Reason::complaint_without_words>()
          == "a complaint needs a subject or a text; write reklamaatio open SUBJECT, or -m TEXT");
}

TEST_CASE("a fact with braces in it is told as it is") {
    CHECK(sentence<Reason::nobody_called_so>("{name} {other")
          == "nobody is known as '{name} {other'; see reklamaatio customer list");
}

TEST_CASE("an act is told as it is typed") {
    for (const auto act : complaint::values<Act>())
        CHECK(command_of(act) == k_commands.at(static_cast<std::size_t>(act)));
    CHECK(sentence<Reason::no_act_on_what_is_void>(Id{7}, Status::void_, Act::contact_in)
          == "R-7 is void, so contact --in is not possible; only note and edit still work on it; undo the "
             "void, "
             "or log it again");
    CHECK(sentence<Reason::no_followup_before_the_end>(Id{7}, Status::new_, Act::followup)
          == "R-7 is new, so followup is not possible; resolve it first");
    CHECK(sentence<Reason::no_wait_to_end>(Id{7}, Status::open, Act::no_await)
          == "R-7 is open, so contact --no-await is not possible; there is no wait to end");
    CHECK(sentence<Reason::nothing_to_reopen>(Id{7}, Status::open, Act::reopen)
          == "R-7 is open, so reopen is not possible; only what is resolved can be opened again");
    CHECK(sentence<Reason::no_act_after_the_end>(Id{7}, Status::closed, Act::offer_await)
          == "R-7 is closed, so offer --await is not possible; reopen it first");
}

TEST_CASE("of two sentences the first is told whose facts are known") {
    const auto naming = [](const Texts& approvers) {
        return sentence<Reason::beyond_limit>(Id{12}, "maria", "200.00 EUR", "350.00", approvers);
    };
    CHECK(naming({"liisa"}) == "R-12: maria may grant up to 200.00 EUR; use --approved-by liisa");
    CHECK(naming({"liisa", "pekka"})
          == "R-12: maria may grant up to 200.00 EUR; use --approved-by liisa or pekka");
    CHECK(naming({})
          == "R-12: maria may grant up to 200.00 EUR; use --approved-by with somebody who may grant 350.00");
    CHECK(
        sentence<Reason::received_in_the_future>(std::optional<Id>(), "2026-01-12 07:00", "2026-01-12 06:00")
        == "the complaint cannot have been received in the future (2026-01-12 07:00); now is 2026-01-12 "
           "06:00");
}

TEST_CASE("of a long list the beginning is told") {
    CHECK(sentence<Reason::several_called_so>("Ann", 2, Texts{"C-1 (Ann)", "C-2 (Ann)"})
          == "'Ann' names 2 customers: C-1 (Ann), C-2 (Ann); use the number");
    CHECK(sentence<Reason::several_called_so>("x", 10, Texts(10, "C-1"))
          == "'x' names 10 customers: C-1, C-1, C-1, C-1, C-1, C-1, C-1, C-1, 2 more; use the number");
}

TEST_CASE("what is left is told with the way out of each") {
    CHECK(
        sentence<Reason::left_to_do>(Id{7}, Texts{"promise:1", "offer:2", "offer:4"}, Texts{"gift", "credit"})
        == "R-7 still has an open promise (P1): use promise R-7 P1 --kept, --broken or --withdrawn; open "
           "offers "
           "(2, "
           "gift; 4, credit): use offer R-7 --number 2 --accepted, --declined or --withdrawn, and so on; or "
           "resolve it anyway with --force -m WHY");
}

TEST_CASE("changes that are in each other's way are both told with who made them") {
    CHECK(sentence<Reason::touched_since>(7, "classify", "maria", 9, "edit", "liisa", Texts{"R-1", "C-7"},
                                          Texts{})
          == "change 7 (classify by maria) cannot be undone: change 9 (edit by liisa) touched R-1, C-7 after "
             "it; "
             "undo that first");
    CHECK(sentence<Reason::touched_since>(7, "classify", "maria", 9, "edit", "liisa", Texts{"R-1", "C-7"}, 3)
          == "change 7 (classify by maria) cannot be undone: change 9 (edit by liisa) touched R-1, C-7, 3 "
             "more after "
             "it; "
             "undo that first");
    CHECK(sentence<Reason::change_built_upon>(7, "open", "maria", 9, "resolve", "liisa")
          == "change 7 (open by maria) cannot be undone: change 9 (resolve by liisa) builds on it; undo that "
             "first");
}

} // namespace reklamaatio::view::tests
