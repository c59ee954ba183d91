// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/event.hpp"

#include "complaint/builders.hpp"
#include "complaint/random_complaint.hpp"

#include <algorithm>

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

Event changing(std::vector<FieldChange> changes) {
    Event event;
    event.changes = std::move(changes);
    return event;
}

template <typename Owner>
std::size_t place_of(std::string_view name) {
    const auto fields = fields_of<Owner>();
    return static_cast<std::size_t>(std::ranges::find(fields, name, &Field<Owner>::name) - fields.begin());
}

} // namespace

TEST_CASE("what differs between two states brings the first to the second") {
    Random random(5);
    for (int i = 0; i < 500; ++i) {
        const Complaint before = random_complaint(random);
        // Half of the fields stay as they were.
        Complaint after = before;
        const Complaint other = random_complaint(random);
        for (const auto& field : complaint_fields())
            if (below(random, 2) == 0) field.set(after, field.get(other));
        const auto changes = differences(before, after);

        Complaint forward = before;
        apply(forward, changing(changes));
        REQUIRE(forward == after);

        REQUIRE(std::ranges::is_sorted(changes, {},
                                       [](const FieldChange& c) { return place_of<Complaint>(c.field); }));
        for (const auto& change : changes) {
            REQUIRE(change.before != change.after);
            REQUIRE(field_named<Complaint>(change.field)->get(before) == change.before);
        }
    }
}

TEST_CASE("customers change likewise") {
    Random random(6);
    for (int i = 0; i < 200; ++i) {
        const Customer before = random_customer(random);
        const Customer after = random_customer(random);
        Customer forward = before;
        apply(forward, changing(differences(before, after)));
        REQUIRE(forward == after);
    }
}

TEST_CASE("a state does not differ from itself") {
    Random random(7);
    const Complaint complaint = random_complaint(random);
    CHECK(differences(complaint, complaint).empty());
}

TEST_CASE("a change of a field that the state does not have is passed over") {
    Complaint complaint = draft();
    apply(complaint, changing({{"email", {}, std::string("maija@example.fi")}}));
    CHECK(complaint == draft());
}

} // namespace reklamaatio::complaint::tests
