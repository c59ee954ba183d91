// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/handler.hpp"

#include "casework/office.hpp"
#include "complaint/error.hpp"
#include "host/failure.hpp"

namespace reklamaatio::casework::tests {
namespace {

const rulebook::Policy& k_policy() {
    static const auto k_read = policy::read(std::string(k_office_policy), "p.toml");
    return k_read;
}

complaint::Assignment owner(const std::string& text, const std::string& team_so_far = "sales") {
    return parse_owner(k_policy(), text, team_so_far, "pekka");
}

} // namespace

TEST_CASE("a name has ends and no control characters") {
    for (const auto* name : {"maria", "Maria Mäkelä", "a  b", "-"})
        CHECK(is_name(name));
    for (const auto* text : {"", " ", " maria", "maria ", "ma\tria", "ma\nria", "ma\x1bria", "\xFF"})
        CHECK_FALSE(is_name(text));
}

TEST_CASE("a person keeps the team and a team has no person yet") {
    CHECK(owner("Pekka").assignee == "pekka");
    CHECK(owner("Pekka").team == "sales");
    CHECK(owner("team:returns").team == "returns");
    CHECK(owner("team:returns").assignee.empty());
    // Nobody is called like it.
    CHECK(owner("Returns").team == "returns");
    CHECK(owner("returns").assignee.empty());
}

TEST_CASE("me is who acts") {
    CHECK(owner("me").assignee == "pekka");
    CHECK(owner("me").team == "sales");
    CHECK_THROWS_AS(parse_owner(k_policy(), "me", "", "root"), host::UsageError);
    CHECK(parse_owner({}, "me", "", "root").assignee == "root");
}

TEST_CASE("whom the policy does not know is a bad value and what is no name is wrong usage") {
    CHECK_THROWS_AS(owner("piekka"), complaint::BadValue);
    CHECK_THROWS_AS(owner("team:retruns"), complaint::BadValue);
    for (const auto* text : {"", "team:", "pekka ", "team: returns"})
        CHECK_THROWS_AS(owner(text), host::UsageError);
    // A complaint is not somebody.
    for (const auto* text : {"R-2", "r-2", "#2", "2", "team:R-2"})
        CHECK_THROWS_AS(owner(text), host::UsageError);
}

TEST_CASE("a policy that names nobody leaves the names to those who use them") {
    const rulebook::Policy bare;
    CHECK(parse_owner(bare, "Whoever", "", "x").assignee == "Whoever");
    CHECK(parse_owner(bare, "team:Whichever", "x", "x").team == "Whichever");
    CHECK_THROWS_AS(parse_owner(bare, "R-2", "", "x"), host::UsageError);
}

} // namespace reklamaatio::casework::tests
