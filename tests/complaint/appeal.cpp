// SPDX-License-Identifier: GPL-3.0-or-later
// What the customer takes to an outside body.
#include "complaint/appeal.hpp"

#include "complaint/builders.hpp"
#include "complaint/merge.hpp"
#include "complaint/refusal.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

constexpr std::string_view k_then = "2026-01-13T12:00:00Z";
constexpr std::string_view k_later = "2026-01-14T12:00:00Z";

Occasion by_maria(std::string_view happened, std::string_view now) {
    Occasion made = on(happened, now);
    made.actor = "maria";
    return made;
}

Procedure with(std::vector<Appeal> appeals) {
    Procedure made;
    made.appeals = std::move(appeals);
    return made;
}

Appeal made(std::int64_t number, std::string body, std::string ref) {
    return {number, std::move(body), std::move(ref), utc(k_then), "maria"};
}

} // namespace

TEST_CASE("an appeal says which body has it since when and leaves the complaint as it is") {
    for (const auto status :
         {Status::new_, Status::open, Status::waiting, Status::resolved, Status::closed}) {
        const auto before = in_status(status);
        Procedure parts;
        const auto event = appeal(before, parts, {"kkv", "D/1"}, "by letter", by_maria(k_then, k_later));
        apply(parts, event);
        CHECK(after(before, event) == before);
        CHECK(parts == with({made(1, "kkv", "D/1")}));
        CHECK(event.happened_at == utc(k_then));
        CHECK(event.message->direction == Direction::note);
        CHECK(event.message->text == "by letter");
        apply(parts, inverse(event));
        CHECK(parts == Procedure{});
    }
}

TEST_CASE("appeals are numbered and none goes to the same body twice") {
    const auto complaint = in_status(Status::closed);
    Procedure parts = with({made(1, "kkv", "D/1")});
    apply(parts, appeal(complaint, parts, {"kril", ""}, "", by_maria(k_then, k_then)));
    CHECK(parts == with({made(1, "kkv", "D/1"), made(2, "kril", "")}));
    CHECK(message_of<Refusal>([&] {
              appeal(complaint, parts, {"kkv", "D/2"}, "", on(k_later));
          })
          == "appealed_before: complaint R-7; body kkv; at 2026-01-13 12:00");
}

TEST_CASE("what is void and what was not received yet is with nobody") {
    CHECK(message_of<Refusal>([] {
              appeal(in_status(Status::void_), {}, {"kkv", ""}, "", on(k_later));
          })
          == "no_act_on_what_is_void: complaint R-7; status void; act appeal");
    CHECK(message_of<Refusal>([] {
              appeal(in_status(Status::open), {}, {"kkv", ""}, "", on("2026-01-12T05:59:59Z", k_later));
          })
          == "before_receipt: complaint R-7; at 2026-01-12 06:00");
}

TEST_CASE("the appeals of a duplicate go on but for those that are the same") {
    Complaint survivor = in_status(Status::open);
    Complaint other = in_status(Status::open);
    other.id = {8};
    survivor.audience = 300;
    other.audience = 40;
    Procedure parts = with({made(1, "kkv", "D/1"), made(2, "kril", "K/1")});
    const auto event = merge_in(survivor,
                                {{other, with({made(1, "kkv", "D/1"), made(2, "kril", "K/2"),
                                               made(3, "kkv", ""), made(4, "law", "")})}},
                                on(k_later), parts);
    apply(parts, event);
    CHECK(
        parts
        == with({made(1, "kkv", "D/1"), made(2, "kril", "K/1"), made(3, "kril", "K/2"), made(4, "law", "")}));
    CHECK(after(survivor, event).audience == 300);
    survivor.audience.reset();
    CHECK(after(survivor, merge_in(survivor, {{other}}, on(k_later))).audience == 40);
}

} // namespace reklamaatio::complaint::tests
