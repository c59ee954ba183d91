// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/field_values.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"

#include <stdexcept>

namespace reklamaatio::complaint::tests {

TEST_CASE("the last value of a field counts and each field is there once") {
    FieldValues values;
    CHECK(values.empty());
    values.set("category", "delay");
    values.set("kind", "claim");
    values.set("category", "damage");
    CHECK(std::distance(values.begin(), values.end()) == 2);
    CHECK(*values.find("category") == Value{"damage"});
    CHECK(values.find("product") == nullptr);
    CHECK_THROWS_AS(values.set("categorie", "x"), std::logic_error);
}

TEST_CASE("an empty text takes a value away which is more than saying nothing") {
    FieldValues values;
    values.set("category", "");
    CHECK(values.has("category"));
    CHECK_FALSE(values.gives("category"));
    CHECK_FALSE(values.has("product"));
    Complaint c = draft();
    c.category = "damage";
    c.product = "stove";
    values.apply_to(c);
    CHECK(c.category.empty());
    CHECK(c.product == "stove");
}

TEST_CASE("other values are set over those that are here") {
    FieldValues ours, theirs;
    ours.set("category", "delay");
    ours.set("product", "stove");
    theirs.set("category", "damage");
    theirs.set("cause", {});
    ours.set(theirs);
    CHECK(*ours.find("category") == Value{"damage"});
    CHECK(*ours.find("product") == Value{"stove"});
    CHECK(ours.has("cause"));
    CHECK_FALSE(theirs.has("product"));
}

TEST_CASE("a word that is not of its field is refused when it is applied") {
    FieldValues values;
    values.set("kind", "clam");
    Complaint c = draft();
    CHECK_THROWS_AS(values.apply_to(c), BadValue);
    values.set("kind", "claim");
    values.apply_to(c);
    CHECK(c.kind == Kind::claim);
}

} // namespace reklamaatio::complaint::tests
