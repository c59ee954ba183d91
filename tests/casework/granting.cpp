// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/granting.hpp"

#include "casework/office.hpp"
#include "complaint/refusal.hpp"

namespace reklamaatio::casework::tests {
namespace {

constexpr std::string_view k_monday = "2026-01-12T08:00:00Z";

} // namespace

TEST_CASE("who may grant how much is asked of who acts and else of who approved") {
    Office office;
    const auto check = [&](std::string actor, std::int64_t cents, const std::string& approved_by) {
        check_grant(office.at(k_monday, std::move(actor)), {1}, cents, "EUR", approved_by);
    };
    CHECK_NOTHROW(check("maria", 1'000'000, "")); // without a limit
    CHECK_NOTHROW(check("pekka", 5'000, ""));
    CHECK_THROWS_AS(check("pekka", 5'001, ""), complaint::Refusal);
    CHECK_NOTHROW(check("pekka", 5'001, "maria"));
    CHECK_THROWS_AS(check("pekka", 5'001, "pekka"), complaint::Refusal);
    CHECK_THROWS_AS(check("nobody", 1, ""), complaint::Refusal);
    CHECK_NOTHROW(check_grant(office.at(k_monday, "nobody"), {1}, std::nullopt, "", ""));
    CHECK(is_remedy(office.at(k_monday), "refund"));
    CHECK_FALSE(is_remedy(office.at(k_monday), "a cake"));
}

TEST_CASE("where nobody has a limit anybody may grant whatever is asked") {
    auto store = store::Store::in_memory(store::tests::founding());
    store::tests::Desk(store).apply_policy("[organisation]\n[person.maria]\n", utc("2026-01-02T06:00:00Z"));
    const time::FixedClock clock(utc(k_monday));
    Desk desk(store, clock, utc(k_monday), "nobody", "test");
    CHECK_NOTHROW(check_grant(desk, {1}, 1'000'000'000, "EUR", ""));
}

} // namespace reklamaatio::casework::tests
