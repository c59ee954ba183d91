// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/volumes.hpp"

#include "store/builders.hpp"
#include "store/changes.hpp"
#include "store/store.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using complaint::Volume;
using complaint::VolumeOf;

const VolumeOf k_october{"2026-10", "", ""};
const VolumeOf k_sofa{"2026-10", "product", "Sofa"};

std::int64_t set(Store& store, const Volume& volume) {
    Ledger ledger{store.database(), store.policies(),
                  Change{0, utc("2026-11-02T08:00:00Z"), "maria", "volume"}};
    ledger.record_volume(volume);
    return ledger.change();
}

void undo(Store& store, std::int64_t change) {
    Ledger ledger{store.database(), store.policies(),
                  Change{0, utc("2026-11-03T08:00:00Z"), "maria", "undo"}};
    ledger.undo(change);
}

std::vector<Volume> volumes(Store& store) {
    std::vector<Volume> all;
    read_volumes(store.database(), [&](const Volume& volume) { all.push_back(volume); });
    return all;
}

} // namespace

TEST_CASE("the later of two volumes of one thing counts") {
    Store store = Store::in_memory(founding());
    set(store, {k_october, 5});
    set(store, {k_sofa, 2});
    set(store, {k_october, 7});
    CHECK(volumes(store) == std::vector<Volume>{{k_october, 7}, {k_sofa, 2}});
    CHECK(volume_of(store.database(), k_october) == 7);
    CHECK_FALSE(volume_of(store.database(), {"2026-11", "", ""}));
}

TEST_CASE("a volume that is as it was leaves no trace") {
    Store store = Store::in_memory(founding());
    set(store, {k_october, 5});
    CHECK(set(store, {k_october, 5}) == 0);
    CHECK(set(store, {k_sofa, {}}) == 0);
}

TEST_CASE("an undo brings back what the volume was") {
    Store store = Store::in_memory(founding());
    const auto first = set(store, {k_october, 5});
    const auto other = set(store, {k_sofa, 2});
    const auto second = set(store, {k_october, 7});
    const auto last = set(store, {k_october, {}});
    CHECK_FALSE(volume_of(store.database(), k_october));
    CHECK(in_the_way_of(store.database(), first)->number == last);
    CHECK_FALSE(in_the_way_of(store.database(), other));
    undo(store, last);
    CHECK(volume_of(store.database(), k_october) == 7);
    undo(store, second);
    CHECK(volume_of(store.database(), k_october) == 5);
    undo(store, first);
    CHECK(volumes(store) == std::vector<Volume>{{k_sofa, 2}});
    undo(store, first + 6); // the last undo: it is put back
    CHECK(volume_of(store.database(), k_october) == 5);
}

TEST_CASE("volumes of a field are those of some years, whatever their periods are") {
    Store store = Store::in_memory(founding());
    for (const auto* period : {"2024-12-31", "2025", "2025-W01", "2025-Q4", "2026-10", "2027-01-01"})
        set(store, {{period, "product", "Sofa"}, 1});
    set(store, {k_october, 5});
    std::vector<std::string> periods;
    read_volumes(store.database(), "product", 2025, 2026,
                 [&](const Volume& volume) { periods.push_back(volume.of.period); });
    CHECK(periods == std::vector<std::string>{"2025", "2025-Q4", "2025-W01", "2026-10"});
}

TEST_CASE("volumes are touched by name, and by nothing else") {
    Store store = Store::in_memory(founding());
    const auto change = set(store, {k_sofa, 2});
    const auto touched = touched_by(store.database(), change);
    REQUIRE(touched.size() == 1);
    CHECK(to_string(touched.front()) == "volume 2026-10 product=Sofa");
    CHECK_FALSE(touches_policy(store.database(), change));
}

} // namespace reklamaatio::store::tests
