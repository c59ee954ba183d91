// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/complaints.hpp"

#include "complaint/arrival.hpp"
#include "complaint/error.hpp"
#include "complaint/refusal.hpp"
#include "store/deadlines.hpp"
#include "store/overviews.hpp"
#include "store/random_desk.hpp"

#include <algorithm>
#include <functional>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using complaint::IdRange;
using complaint::Kind;
using complaint::OutsideReference;
using complaint::Overview;
using complaint::Priority;
using complaint::Reference;
using complaint::Refusal;
using complaint::Status;
using Ids = std::vector<std::int64_t>;

const Instant k_now = utc("2026-01-12T07:00:00Z");

Complaint referred(std::string source, std::string ref) {
    Complaint made = about("x");
    made.source = std::move(source);
    made.ref = std::move(ref);
    return made;
}

Ids numbers(const std::vector<Id>& ids) {
    Ids found;
    for (const Id id : ids)
        found.push_back(id.number);
    return found;
}

} // namespace

TEST_CASE("a complaint is stored and read with every field") {
    Store store = Store::in_memory(founding());
    auto& db = store.database();
    Random random(21);
    for (std::int64_t i = 1; i <= 100; ++i) {
        Complaint c = complaint::tests::random_complaint(random);
        c.id = {i};
        c.uid = Desk::uid_of(c.id);
        c.customer.reset(); // there is none yet
        add_complaint(db, c, 0);
        REQUIRE(find_complaint(db, c.id) == c);
        REQUIRE(find_by_uid(db, c.uid) == c);
        Complaint other = complaint::tests::random_complaint(random);
        other.id = c.id;
        other.uid = c.uid;
        other.customer.reset();
        change_complaint(db, c, other);
        REQUIRE(find_complaint(db, c.id) == other);
    }
    CHECK_FALSE(find_complaint(db, {101}));
    CHECK_FALSE(find_by_uid(db, "none"));
}

TEST_CASE("numbers are never given twice") {
    Store store = Store::in_memory(founding());
    auto& db = store.database();
    CHECK(next_complaint_id(db) == Id{1});
    CHECK(id_is_free(db, {1}));
    Desk desk(store);
    desk.open(about("x"), k_now);
    CHECK(next_complaint_id(db) == Id{2});
    CHECK_FALSE(id_is_free(db, {1}));
    CHECK(id_is_free(db, {2}));

    // A file may bring its own number; counting goes on behind it.
    Complaint far = about("far");
    far.id = {40};
    far.uid = Desk::uid_of(far.id);
    auto ledger = desk.ledger(k_now);
    ledger.record({}, complaint::import(far, {k_now, k_now}));
    CHECK(next_complaint_id(db) == Id{41});
    CHECK(id_is_free(db, {39}));
}

TEST_CASE("a complaint is found by what an outside system calls it") {
    Store store = Store::in_memory(founding());
    auto& db = store.database();
    Desk desk(store);
    desk.open(referred("shop", "A-1"), k_now);
    desk.open(referred("mail", "A-1"), k_now);
    desk.open(referred("", "B-2"), k_now);
    desk.open(referred("", "shop/C-3"), k_now);
    CHECK(find_by_ref(db, "shop", "A-1")->id == Id{1});
    CHECK(find_by_ref(db, "mail", "A-1")->id == Id{2});
    CHECK(find_by_ref(db, "", "B-2")->id == Id{3});
    CHECK_FALSE(find_by_ref(db, "", "A-1"));
    CHECK_FALSE(find_by_ref(db, "shop", "B-2"));

    CHECK(numbers(ids_of(db, OutsideReference{"shop/A-1"})) == Ids{1});
    CHECK(numbers(ids_of(db, OutsideReference{"mail/A-1"})) == Ids{2});
    CHECK(numbers(ids_of(db, OutsideReference{"B-2"})) == Ids{3});
    CHECK(numbers(ids_of(db, OutsideReference{"shop/C-3"})) == Ids{4});
    CHECK(message_of<Refusal>([&] { ids_of(db, OutsideReference{"A-1"}); })
          == "reference_of_several: reference A-1; complaints ref:shop/A-1 (R-1), ref:mail/A-1 (R-2)");
    CHECK(message_of<Refusal>([&] { ids_of(db, OutsideReference{"Z"}); })
          == "no_such_reference: reference Z");
    CHECK(message_of<Refusal>([&] { ids_of(db, OutsideReference{"web/A-1"}); })
          == "no_such_reference: reference web/A-1");
}

TEST_CASE("a reference that can be read two ways is refused, and every complaint can be named") {
    Store store = Store::in_memory(founding());
    auto& db = store.database();
    Desk desk(store);
    desk.open(referred("", "x1"), k_now);
    desk.open(referred("shop", "x1"), k_now);
    desk.open(referred("", "shop/x1"), k_now);
    desk.open(referred("a/b", "c"), k_now);
    CHECK(message_of<Refusal>([&] { ids_of(db, OutsideReference{"x1"}); })
          == "reference_of_several: reference x1; complaints ref:/x1 (R-1), R-2");
    CHECK(numbers(ids_of(db, OutsideReference{"/x1"})) == Ids{1});
    // R-2 as written is R-3 as well, so only the number tells it apart.
    CHECK(message_of<Refusal>([&] { ids_of(db, OutsideReference{"shop/x1"}); })
          == "reference_of_several: reference shop/x1; complaints ref:/shop/x1 (R-3), R-2");
    CHECK(numbers(ids_of(db, OutsideReference{"/shop/x1"})) == Ids{3});
    CHECK(numbers(ids_of(db, OutsideReference{"a/b/c"})) == Ids{4});
}

TEST_CASE("a reference with commas is known as a whole before commas part it") {
    Store store = Store::in_memory(founding());
    auto& db = store.database();
    Desk desk(store);
    desk.open(referred("", "A 1,2"), k_now);
    desk.open(referred("shop", "A, 1"), k_now);
    desk.open(referred("", "A 1"), k_now);
    using List = std::vector<complaint::Reference>;
    CHECK(references_in(db, "ref:A 1,2") == List{OutsideReference{"A 1,2"}});
    CHECK(references_in(db, "ref:shop/A, 1") == List{OutsideReference{"shop/A, 1"}});
    CHECK(references_in(db, "ref:A 1,3") == List{OutsideReference{"A 1"}, Id{3}});
    CHECK(references_in(db, "2,ref:A 1") == List{Id{2}, OutsideReference{"A 1"}});
    CHECK_THROWS_AS(references_in(db, "ref:"), complaint::BadValue);
}

TEST_CASE("a range names those of it that are there") {
    Store store = Store::in_memory(founding());
    auto& db = store.database();
    Desk desk(store);
    for (int i = 0; i < 3; ++i)
        desk.open(about("x"), k_now);
    CHECK(numbers(ids_of(db, IdRange{{2}, {9}})) == Ids{2, 3});
    CHECK(numbers(ids_of(db, IdRange{{3}, {3}})) == Ids{3});
    CHECK(numbers(ids_of(db, Id{2})) == Ids{2});
    CHECK(message_of<Refusal>([&] {
              ids_of(db, IdRange{{4}, {9}});
          })
          == "no_complaint_in_range: first R-4; last R-9");
    CHECK(message_of<Refusal>([&] { ids_of(db, Id{4}); }) == "no_such_complaint: complaint R-4");
}

} // namespace reklamaatio::store::tests
