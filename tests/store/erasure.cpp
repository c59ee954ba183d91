// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erasure.hpp"

#include "store/customer_scope.hpp"
#include "store/customers.hpp"
#include "store/event_log.hpp"
#include "store/packs.hpp"
#include "store/random_team.hpp"
#include "store/state.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

const Instant k_now = utc("2026-01-12T07:00:00Z");

std::string digest_of_row(std::int64_t number) {
    return fmt::format("row{}", number);
}

void import_complaints(Store& store, std::int64_t count) {
    Desk desk(store);
    auto ledger = desk.ledger(k_now, "import");
    for (std::int64_t i = 1; i <= count; ++i) {
        Complaint draft = about(fmt::format("kiuas {}", i));
        draft.id = {i};
        draft.uid = Desk::uid_of(draft.id);
        draft.row_digest = digest_of_row(i);
        draft.customer =
            customer_for(ledger, customer(fmt::format("Aino {}", i), fmt::format("a{}@x.fi", i)));
        ledger.record({}, complaint::import(draft, {k_now, k_now}));
    }
    store.database().packs().write(store.database());
}

std::string row_digest(Store& store, std::int64_t number) {
    return known_complaint(store.database(), {number}).row_digest;
}

} // namespace

// Few events stay rows of their own, many are packed.
TEST_CASE(
    "an erased complaint still counts as one that a file told of, and its row can be confirmed by nobody") {
    for (const std::int64_t count : {10, 200}) {
        CAPTURE(count);
        Store store = Store::in_memory(founding());
        import_complaints(store, count);
        auto ledger = Desk(store).ledger(k_now, "customer erase");
        ledger.erase(scope_of(store.database(), CustomerId{1}));
        CHECK(row_digest(store, 1) == "erased");
        CHECK(row_digest(store, 2) == digest_of_row(2));
        CHECK(faults_of(store).empty());
        write_event_log(store.database(), store.policies(), [](const std::string& line) {
            CHECK(line.find(digest_of_row(1) + '"') == std::string::npos);
        });
    }
}

} // namespace reklamaatio::store::tests
