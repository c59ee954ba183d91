// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/reference.hpp"

#include "casework/office.hpp"
#include "complaint/refusal.hpp"

namespace reklamaatio::casework::tests {
namespace {

constexpr std::string_view k_now = "2026-01-12T08:00:00Z";

Complaint referred(std::int64_t id, std::string source, std::string ref) {
    Complaint made = store::tests::about("x");
    made.id = {id};
    made.source = std::move(source);
    made.ref = std::move(ref);
    return made;
}

} // namespace

TEST_CASE("a reference belongs to one complaint of its source") {
    Office office;
    store::tests::Desk(office.store()).open(referred(1, "shop", "X1"), utc(k_now));
    auto& desk = office.at(k_now);
    CHECK_THROWS_AS(check_reference(desk, referred(2, "shop", "X1")), complaint::Refusal);
    CHECK_NOTHROW(check_reference(desk, referred(1, "shop", "X1"))); // its own
    CHECK_NOTHROW(check_reference(desk, referred(2, "web", "X1")));
    CHECK_NOTHROW(check_reference(desk, referred(2, "shop", "X2")));
    CHECK_NOTHROW(check_reference(desk, referred(2, "shop", "")));
}

} // namespace reklamaatio::casework::tests
