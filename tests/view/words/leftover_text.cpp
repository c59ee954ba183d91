// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/leftover_text.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::view {
namespace {

using complaint::Leftover;
using complaint::LeftoverKind;

complaint::Offer offer(std::int64_t number, std::string remedy) {
    complaint::Offer made;
    made.number = number;
    made.remedy = std::move(remedy);
    return made;
}

const Leftover k_promise_1{LeftoverKind::promise, "1"};
const Leftover k_promise_2{LeftoverKind::promise, "2"};
const Leftover k_offer_2{LeftoverKind::offer, "2"};
const Leftover k_apologise{LeftoverKind::step, "apologise"};
const Leftover k_fix{LeftoverKind::step, "fix"};

} // namespace

TEST_CASE("what is left is told by kind with the remedies of offers that are known") {
    CHECK(leftover_text("", {}).empty());
    CHECK(leftover_text({k_promise_1}, {}) == "an open promise (P1)");
    const std::vector offers{offer(1, "gift"), offer(2, "credit")};
    CHECK(leftover_text({k_promise_1, k_promise_2, k_offer_2, k_apologise, k_fix}, offers)
          == "open promises (P1; P2); an open offer (2, credit); the steps apologise, fix left to do");
    CHECK(leftover_text({k_offer_2, {LeftoverKind::offer, "3"}, k_fix}, {})
          == "open offers (2; 3); the step fix left to do");
}

TEST_CASE("each thing that is left in the way of the end says how it goes away") {
    const std::vector offers{offer(2, "replacement")};
    CHECK(
        ways_out_text({k_offer_2}, offers, "R-7")
        == "an open offer (2, replacement): use offer R-7 --number 2 --accepted, --declined or --withdrawn");
    CHECK(ways_out_text({k_promise_1}, {}, "R-7")
          == "an open promise (P1): use promise R-7 P1 --kept, --broken or --withdrawn");
    CHECK(
        ways_out_text({k_promise_1, k_promise_2, k_apologise, k_fix}, {}, "R-7")
        == "open promises (P1; P2): use promise R-7 P1 --kept, --broken or --withdrawn, and so on; the steps "
           "apologise, fix left to do: use step R-7 apologise -m TEXT, and so on");
}

} // namespace reklamaatio::view
