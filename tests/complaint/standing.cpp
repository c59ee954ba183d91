// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/standing.hpp"

#include "complaint/builders.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

struct Row {
    std::int64_t change;
    std::int64_t undoes = 0;
};

// The changes of those that stand.
std::vector<std::int64_t> changes_standing(const std::vector<Row>& rows) {
    std::vector<Event> events;
    for (const auto& row : rows) {
        Event event;
        event.change = row.change;
        event.undoes = row.undoes;
        events.push_back(event);
    }
    std::vector<std::int64_t> found;
    for (const auto& event : standing(events))
        found.push_back(event.change);
    return found;
}

using Changes = std::vector<std::int64_t>;

} // namespace

TEST_CASE("what was undone does not stand, and an undoing never does") {
    CHECK(changes_standing({}).empty());
    CHECK(changes_standing({{2}, {3}, {4}}) == Changes{2, 3, 4});
    CHECK(changes_standing({{2}, {3}, {4}, {5, 3}}) == Changes{2, 4});
    CHECK(changes_standing({{2}, {2}, {3}, {3}, {4, 3}, {4, 3}}) == Changes{2, 2});
}

TEST_CASE("an undoing that was undone has undone nothing") {
    CHECK(changes_standing({{2}, {3}, {4, 3}, {5, 4}}) == Changes{2, 3});
    CHECK(changes_standing({{2}, {3}, {4, 3}, {5, 4}, {6, 5}}) == Changes{2});
    CHECK(changes_standing({{2}, {3}, {4, 3}, {5, 4}, {6, 3}}) == Changes{2});
}

// An alert that was delivered, here 3, is never undone.
TEST_CASE("nothing stands of what is not there") {
    CHECK(changes_standing({{2}, {3}, {4, 2}}).empty());
    CHECK(changes_standing({{2}, {3}, {4, 2}, {5, 4}}) == Changes{2, 3});
}

TEST_CASE("who took back what does not stand is known") {
    Undone undone;
    undone.take(6, 4); // 4 is itself an undoing, of 2
    undone.take(5, 3);
    undone.take(4, 2);
    undone.take(3, 0);
    CHECK(undone.by(4) == 6);
    CHECK(undone.by(3) == 5);
    CHECK_FALSE(undone.contains(2));
    CHECK_FALSE(undone.contains(6));
}

TEST_CASE("a blank state that was not taken back is there, and one taken back is not") {
    Event added;
    added.change = 2;
    added.changes = {{"email", {}, std::string("m@example.fi")}};
    Event edited;
    edited.change = 3;
    edited.changes = {{"email", std::string("m@example.fi"), {}}};
    Customer nameless;
    nameless.id = {7};
    CHECK(replayed<Customer>(CustomerId{7}, {added, edited}) == nameless);
    Event undoing = inverse(added);
    undoing.change = 4;
    undoing.undoes = 2;
    CHECK_FALSE(replayed<Customer>(CustomerId{7}, {added, undoing}));
    CHECK_FALSE(replayed<Customer>(CustomerId{7}, {}));
}

} // namespace reklamaatio::complaint::tests
