// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/word.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"
#include "complaint/event.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

template <typename E>
void check_round_trip() {
    const auto& words = Vocabulary<E>::k_words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        CAPTURE(words[i]);
        const auto value = static_cast<E>(i);
        CHECK(word(value) == words[i]);
        CHECK(find_word<E>(words[i]) == value);
        CHECK(parse_word<E>(words[i]) == value);
    }
}

} // namespace

TEST_CASE("every vocabulary reads back what it writes") {
    check_round_trip<Kind>();
    check_round_trip<Priority>();
    check_round_trip<Harm>();
    check_round_trip<Status>();
    check_round_trip<Outcome>();
    check_round_trip<Settled>();
    check_round_trip<Retained>();
    check_round_trip<Clock>();
    check_round_trip<Direction>();
    check_round_trip<EventKind>();
    CHECK(word(Status::new_) == "new");
    CHECK(word(Status::void_) == "void");
    CHECK(word(EventKind::policy_applied) == "policy_applied");
}

TEST_CASE("the values of a vocabulary are all of them, in order") {
    CHECK(values<Harm>() == std::array{Harm::none, Harm::safety, Harm::injury});
    CHECK(values<Clock>()
          == std::array{Clock::response, Clock::reply, Clock::update, Clock::resolution, Clock::promise,
                        Clock::followup, Clock::answer, Clock::task, Clock::legal, Clock::appeal,
                        Clock::authority});
    CHECK(is_ours(Clock::response));
    CHECK_FALSE(is_ours(Clock::answer));
    CHECK_FALSE(is_of_service_level(Clock::promise));
    CHECK_FALSE(is_of_service_level(Clock::legal));
    CHECK(is_owed_to_customer(Clock::legal));
    CHECK_FALSE(is_of_service_level(Clock::task));
    CHECK_FALSE(is_owed_to_customer(Clock::answer));
    CHECK_FALSE(is_owed_to_customer(Clock::appeal));
    CHECK_FALSE(is_owed_to_customer(Clock::authority));
    CHECK(is_reported(Clock::appeal));
    CHECK(is_reported(Clock::authority));
    CHECK_FALSE(is_reported(Clock::task));
    CHECK_FALSE(is_reported(Clock::answer));
    CHECK(outlives_resolution(Clock::appeal));
    CHECK(outlives_resolution(Clock::authority));
    CHECK_FALSE(outlives_resolution(Clock::resolution));
    CHECK(deadline_name(Clock::appeal, 2) == "appeal A2");
    static_assert(values<Reached>() == std::array{Reached::yes, Reached::no});
}

TEST_CASE("an unknown word is refused with all that are known and the nearest of them") {
    CHECK(message_of<BadValue>([] { parse_word<Kind>("clam"); })
          == "'clam' is not a kind (praise, remark, complaint, claim); did you mean 'claim'?");
    CHECK(message_of<BadValue>([] { parse_word<Priority>("medium"); })
          == "'medium' is not a priority (low, normal, high, urgent)");
    CHECK(message_of<BadValue>([] { parse_word<Outcome>("Uphold"); })
          == "'Uphold' is not an outcome (upheld, partly, rejected, withdrawn); did you mean 'upheld'?");
    CHECK(parse_word<Outcome>("Upheld") == Outcome::upheld);
    CHECK(parse_word<Priority>("HIGH") == Priority::high);
    CHECK(message_of<BadValue>([] { parse_word<Settled>(""); })
          == "'' is not a word for settled (yes, no, unknown)");
    CHECK(message_of<BadValue>([] {
              parse_word<Harm>("none ");
          }).starts_with("'none ' is not a harm (none, safety, injury)"));
}

TEST_CASE("three statuses owe work") {
    for (const Status status : {Status::new_, Status::open, Status::waiting})
        CHECK(is_unresolved(status));
    for (const Status status : {Status::resolved, Status::closed, Status::void_})
        CHECK_FALSE(is_unresolved(status));
}

} // namespace reklamaatio::complaint::tests
