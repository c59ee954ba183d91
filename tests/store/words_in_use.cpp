// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/words_in_use.hpp"

#include "store/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using Words = std::vector<std::string>;

const Instant k_now = utc("2026-01-12T07:00:00Z");

} // namespace

TEST_CASE("a word in use is found in every spelling that differs by case alone") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    for (const char* product : {"Ääni", "ääni", "Aani", "Credit, repair", "", "ÄÄNI", "ääni"}) {
        Complaint made = about("x");
        made.product = product;
        desk.open(made, k_now);
    }
    CHECK(spellings_in_use(db, "product", "äÄni") == Words{"ÄÄNI", "Ääni", "ääni"}); // in order of bytes
    CHECK(spellings_in_use(db, "product", "aani") == Words{"Aani"});
    CHECK(spellings_in_use(db, "product", "credit, REPAIR") == Words{"Credit, repair"});
    CHECK(spellings_in_use(db, "product", "credit").empty());
    CHECK(spellings_in_use(db, "product", "").empty());
    CHECK(spellings_in_use(db, "category", "Ääni").empty());
}

TEST_CASE("a tag is a word by itself, and a reference no word") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    for (const auto& tags : {Words{"vip", "winter"}, Words{"VIP"}, Words{"vip", "summer"}}) {
        Complaint made = about("x");
        made.tags = tags;
        made.ref = tags.front() + " 1,2";
        desk.open(made, k_now);
    }
    CHECK(spellings_in_use(db, "tags", "Vip") == Words{"VIP", "vip"});
    CHECK(spellings_in_use(db, "tags", "SUMMER") == Words{"summer"});
    CHECK(spellings_in_use(db, "tags", "summer;vip").empty());
    CHECK(spellings_in_use(db, "ref", "VIP 1,2") == Words{"VIP 1,2"});
    CHECK(spellings_in_use(db, "ref", "Vip 1,2").empty());
}

} // namespace reklamaatio::store::tests
