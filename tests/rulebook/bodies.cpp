// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/bodies.hpp"

#include "complaint/error.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::rulebook::tests {

namespace {

const std::vector<Body> k_bodies{{"kkv", "Kilpailu- ja kuluttajavirasto", BodyKind::authority, ""},
                                 {"kril", "Kuluttajariitalautakunta", BodyKind::board, "Kril@example.fi"}};

} // namespace

TEST_CASE("a body is meant by its key, its name or its address in any case") {
    CHECK(known_body(k_bodies, "KKV") == "kkv");
    CHECK(known_body(k_bodies, "kuluttajariitalautakunta") == "kril");
    CHECK(known_body(k_bodies, "kril@EXAMPLE.fi") == "kril");
    CHECK_THROWS_WITH_AS(known_body(k_bodies, "krill"),
                         "'krill' is not an outside body of the policy (kkv, kril); did you mean 'kril'?",
                         complaint::BadValue);
    CHECK_THROWS_AS(known_body(k_bodies, ""), complaint::BadValue);
}

TEST_CASE("a policy without bodies leaves their names to those who use them") {
    CHECK(known_body({}, "Anybody") == "Anybody");
}

TEST_CASE("a body is found by its key as it is written") {
    CHECK(body_named(k_bodies, "kkv")->name == "Kilpailu- ja kuluttajavirasto");
    CHECK(body_named(k_bodies, "KKV") == nullptr);
}

} // namespace reklamaatio::rulebook::tests
