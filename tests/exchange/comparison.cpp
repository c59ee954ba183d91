// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/comparison.hpp"

#include "complaint/random_complaint.hpp"
#include "exchange/field.hpp"
#include "exchange/readers.hpp"
#include "render/writer.hpp"
#include "time/builders.hpp"

#include <set>

#include <doctest/doctest.h>

using namespace reklamaatio;
using exchange::Draft;
using time::tests::utc;

namespace {

Draft row() {
    Draft made;
    made.complaint.ref = "X1";
    made.complaint.source = "shop";
    made.complaint.subject = "The stove is broken";
    made.complaint.received_at = utc("2026-01-12T06:00:00Z");
    made.customer.name = "Maija";
    return made;
}

// What stands after the row was added.
complaint::Overview stored(const Draft& draft) {
    complaint::Overview made;
    made.complaint = draft.complaint;
    made.customer = draft.customer;
    return made;
}

std::string_view differs_in(const Draft& draft, const complaint::Overview& stands) {
    const auto found =
        exchange::difference(draft, stands, exchange::FieldSet(), [](std::string_view) { return true; });
    return found ? found->field : "";
}

} // namespace

TEST_CASE("rows say the same when they differ in their keys alone") {
    Draft other = row();
    other.id = complaint::Id{7};
    other.complaint.id = {7};
    other.complaint.uid = "01930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6b";
    other.complaint.logged_at = utc("2026-01-13T06:00:00Z");
    CHECK(exchange::content_of(other) == exchange::content_of(row()));
    CHECK(differs_in(other, stored(row())).empty());
}

TEST_CASE("rows that say something else have another content in every field that is said") {
    std::set<std::string> contents{exchange::content_of(row())};
    const auto add = [&](auto change) {
        Draft other = row();
        change(other);
        CHECK(contents.insert(exchange::content_of(other)).second);
    };
    add([](Draft& d) { d.complaint.ref = "X2"; });
    add([](Draft& d) { d.complaint.category = "damage"; });
    add([](Draft& d) { d.complaint.product = "damage"; });
    add([](Draft& d) { d.complaint.status = complaint::Status::closed; });
    add([](Draft& d) { d.complaint.received_at += time::Seconds{1}; });
    add([](Draft& d) { d.complaint.amount = 0; });
    add([](Draft& d) { d.complaint.amount = 100; });
    add([](Draft& d) { d.complaint.tags = {"a"}; });
    add([](Draft& d) { d.customer.email = "maija@example.fi"; });
    add([](Draft& d) { d.complaint.given_response_due = complaint::GivenDue{utc("2026-01-13T06:00:00Z")}; });
    // No text of one field can look like the end of it and the beginning of the next.
    add([](Draft& d) {
        d.complaint.subject = "a";
        d.complaint.text = "b";
    });
    add([](Draft& d) {
        d.complaint.subject = "a,1:b";
        d.complaint.text = "";
    });
    add([](Draft& d) {
        d.complaint.subject = "";
        d.complaint.text = "ab";
    });
}

TEST_CASE("the content of a row has each field that is no key with its length") {
    complaint::tests::Random random(1);
    for (int round = 0; round < 500; ++round) {
        Draft draft;
        // As much of it is blank as of most rows.
        const auto full = complaint::tests::random_complaint(random);
        for (const auto& field : complaint::complaint_fields())
            if (complaint::tests::below(random, 3) == 0 && field.type != complaint::FieldType::own)
                field.set(draft.complaint, field.get(full));
        if (round % 2 == 0) draft.customer = complaint::tests::random_customer(random);
        complaint::Overview shown = stored(draft);
        if (const auto& due = draft.complaint.given_response_due) shown.response_due_at = due->at;
        if (const auto& due = draft.complaint.given_resolution_due) {
            shown.resolution_due_at = due->at;
            shown.left = due->left;
        }
        std::string expected;
        for (const auto& field : exchange::fields()) {
            if (std::set<std::string_view>{"id", "uid", "logged_at", "customer_id"}.contains(field.name))
                continue;
            const auto text = render::plain_text(field.value(shown));
            expected += std::to_string(text.size()) + ":" + text + ",";
        }
        CHECK(exchange::content_of(draft) == expected);
    }
}

TEST_CASE("the first field that says something else is named with what stands in it") {
    auto stands = stored(row());
    stands.complaint.subject = "The oven is broken";
    stands.complaint.category = "damage";
    const auto found =
        exchange::difference(row(), stands, exchange::FieldSet(), [](std::string_view) { return true; });
    REQUIRE(found);
    CHECK(found->field == "category"); // it stands before the subject
    CHECK(found->stored == "damage");
}

TEST_CASE("what the file does not give is not compared") {
    auto stands = stored(row());
    stands.complaint.category = "damage";
    stands.customer.email = "maija@example.fi";
    const auto without = [&](std::set<std::string_view> columns) {
        return exchange::difference(row(), stands, exchange::FieldSet(),
                                    [&](std::string_view name) { return !columns.contains(name); });
    };
    CHECK(without({"category"})->field == "email");
    CHECK_FALSE(without({"category", "email"}));
}
