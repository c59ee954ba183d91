// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/own_values.hpp"

#include "store/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using complaint::OwnTexts;
using Names = std::vector<std::string>;

const Instant k_now = utc("2026-01-12T08:00:00Z");

Complaint with(OwnTexts own, OwnTexts personal = {}) {
    Complaint draft;
    draft.subject = "x";
    draft.received_at = k_now;
    draft.own = std::move(own);
    draft.own_personal = std::move(personal);
    return draft;
}

std::size_t found_by(Store& store, const std::string& name, const std::string& value) {
    const complaint::OwnField field({.name = name});
    Filter filter;
    filter.fields.ask(field.field(), {value});
    std::size_t found = 0;
    read_overviews(store.database(), filter, {}, [&](const auto&) { ++found; });
    return found;
}

} // namespace

TEST_CASE("complaints are found by their own fields, for as long as they have them") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.open(with({{"region", "Ähtäri"}}, {{"member", "yes"}}), k_now);
    desk.open(with({{"region", "ÄHTÄRI"}}), k_now);
    CHECK(found_by(store, "region", "ähtäri") == 2);
    CHECK(found_by(store, "member", "yes") == 1);
    CHECK(found_by(store, "region", "") == 0);
    CHECK(found_by(store, "member", "") == 1);
    CHECK(own_fields_in_use(store.database()) == Names{"member", "region"});
    desk.ledger(k_now).undo(3);
    CHECK(found_by(store, "region", "ähtäri") == 1);
    CHECK(faults_of(store) == "");
    store.database().execute("DELETE FROM own_value WHERE name = 'member'");
    CHECK(faults_of(store).find("by their own fields") != std::string::npos);
}

TEST_CASE("what is no object of texts is damage") {
    CHECK(own_texts_from(R"({"b":null,"a":"x"})") == OwnTexts{{"a", "x"}, {"b", ""}});
    for (const auto* damaged : {"", "[]", "{", R"({"a":1})", R"({"a":{"b":"c"}})"}) {
        CAPTURE(damaged);
        CHECK_THROWS_AS(own_texts_from(damaged), StoreError);
    }
    Store store = Store::in_memory(founding());
    Desk(store).open(with({{"region", "Ähtäri"}}), k_now);
    store.database().execute("UPDATE own_value SET name = 'a region'");
    CHECK(message_of<StoreError>([&] { own_fields_in_use(store.database()); })
          == ":memory: is damaged (an own field cannot be called 'a region'); restore a backup");
}

// As it is where a firm has a field that a later version of the program has as well.
TEST_CASE(
    "where a name becomes one of ours the firm's field is called own_NAME, in old logs and policies, too") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.apply_policy("[organisation]\ntimezone = \"UTC\"\n[field.harm]\nlabel = \"Harm done\"\n"
                      "[[rule]]\nname = \"r\"\nwhen.field.harm = [\"deep\"]\nset.category = \"bad\"\n",
                      k_now);
    const auto& own = store.policies().current().policy->own;
    REQUIRE(own.size() == 1);
    CHECK(own[0]->name() == "own_harm");
    CHECK(own[0]->label() == "Harm done");
    CHECK(store.policies().current().policy->rules.size() == 1);
    CHECK_THROWS_AS(policy::judge("[organisation]\n[field.harm]\n", "p.toml", "", k_now),
                    policy::PolicyError);

    desk.open(with({{"harm", "deep"}, {"zone", "3"}}, {{"status", "secret"}}), k_now);
    CHECK(own_fields_in_use(store.database()) == Names{"harm", "status", "zone"});
    CHECK(settle_own_names(store.database()) == Names{"harm", "status"});
    CHECK(settle_own_names(store.database()).empty());
    CHECK(find_complaint(store.database(), {1})->own == OwnTexts{{"own_harm", "deep"}, {"zone", "3"}});
    CHECK(find_complaint(store.database(), {1})->own_personal == OwnTexts{{"own_status", "secret"}});
    CHECK(found_by(store, "own_harm", "deep") == 1);
    CHECK(faults_of(store) == "");
}

} // namespace reklamaatio::store::tests
