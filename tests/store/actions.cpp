// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions.hpp"

#include "store/builders.hpp"
#include "store/merging.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

constexpr std::string_view k_now = "2026-01-20T12:00:00Z";

complaint::Action about_cause(std::string cause, std::string product = "") {
    complaint::Action made;
    made.id = {1};
    made.text = "wrap the glass";
    made.cause = std::move(cause);
    made.product = std::move(product);
    return made;
}

// Each complaint is somebody's; it is received at that time and has that cause and product.
struct Case {
    Store store = Store::in_memory(founding());
    Desk desk{store};

    Id open(const std::string& email, const std::string& cause, const std::string& product,
            std::string_view received = complaint::tests::k_received) {
        Complaint draft = about("x", received);
        draft.cause = cause;
        draft.product = product;
        return desk.open(draft, utc(k_now), customer("", email)).id;
    }

    std::vector<std::vector<Id>> told(const complaint::Action& action) {
        std::vector<std::vector<Id>> complaints;
        for (const auto& each : concerned(store.database(), action, utc(k_now)))
            complaints.push_back(each.complaints);
        return complaints;
    }
};

using Ids = std::vector<std::vector<Id>>;

} // namespace

TEST_CASE("an action is kept as it is and its number is never given twice") {
    Case c;
    auto& database = c.store.database();
    CHECK(next_action_id(database) == complaint::ActionId{1});
    auto ledger = c.desk.ledger(utc(k_now));
    complaint::Action action = about_cause("packing", "stove");
    action.owner = "pekka";
    action.opened_at = utc(k_now);
    action.due_at = utc("2026-02-01T12:00:00Z");
    action.complaint = c.open("m@example.fi", "", "");
    ledger.record({}, action);
    CHECK(find_action(database, {1}) == action);
    complaint::Action after = action;
    after.done_at = utc(k_now);
    after.effect = "good";
    ledger.record(action, after);
    CHECK(all_actions(database) == std::vector{after});
    CHECK_FALSE(find_action(database, {2}));
    CHECK(next_action_id(database) == complaint::ActionId{2});
    CHECK(faults_of(c.store).empty());
}

TEST_CASE("whoever complained of the cause is concerned once with all such complaints") {
    Case c;
    c.open("m@example.fi", "packing", "stove");
    c.open("l@example.fi", "packing", "door");
    c.open("m@example.fi", "packing", "stove");
    c.open("s@example.fi", "billing", "stove");
    CHECK(c.told(about_cause("packing")) == Ids{{Id{1}, Id{3}}, {Id{2}}});
    CHECK(c.told(about_cause("packing", "door")) == Ids{{Id{2}}});
    CHECK(c.told(about_cause("weather")).empty());
    CHECK(c.told(about_cause("")).empty());
    CHECK(customers_concerned(c.store.database(), about_cause("packing"), utc(k_now)).size() == 2);
}

TEST_CASE("the complaint that an action came from is concerned whatever its cause") {
    Case c;
    c.open("m@example.fi", "", "");
    c.open("l@example.fi", "packing", "");
    complaint::Action action = about_cause("packing");
    action.complaint = Id{1};
    CHECK(c.told(action) == Ids{{Id{1}}, {Id{2}}});
}

TEST_CASE("who complained of what was merged is concerned as well") {
    Case c;
    const Id stays = c.open("m@example.fi", "packing", "");
    const Id goes = c.open("l@example.fi", "", "");
    const Id of_same = c.open("m@example.fi", "", "");
    const auto whole = [&](Id id) { return *find_complaint(c.store.database(), id); };
    auto ledger = c.desk.ledger(utc(k_now), "merge");
    merge(c.store.database(), ledger, {whole(goes), whole(of_same)}, whole(stays), "",
          {utc(k_now), utc(k_now)});
    CHECK(c.told(about_cause("packing")) == Ids{{stays}, {goes}});
    // An action that came from the duplicate concerns both.
    complaint::Action action;
    action.complaint = goes;
    CHECK(c.told(action) == Ids{{stays}, {goes}});
}

TEST_CASE("void complaints and later ones and those of nobody concern nobody") {
    Case c;
    c.open("m@example.fi", "packing", "", "2026-01-20T12:00:00Z"); // not before it was done
    c.open("", "packing", "");
    const Id voided = c.open("l@example.fi", "packing", "");
    c.desk.act(voided, utc(k_now), voiding());
    CHECK(c.told(about_cause("packing")).empty());
}

} // namespace reklamaatio::store::tests
