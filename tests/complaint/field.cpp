// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/field.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"
#include "complaint/random_complaint.hpp"

#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

template <typename Owner>
Owner carried_over(const Owner& from) {
    Owner to;
    for (const auto& field : fields_of<Owner>())
        field.set(to, field.get(from));
    return to;
}

template <typename Owner>
std::vector<std::string_view> personal_fields() {
    std::vector<std::string_view> names;
    for (const auto& field : fields_of<Owner>())
        if (field.personal) names.push_back(field.name);
    return names;
}

// What kind of value a field of that type may have when it has one.
bool holds_number(FieldType type, const Value& value) {
    switch (type) {
    case FieldType::text:
    case FieldType::word:
    case FieldType::tags:
        return false;
    case FieldType::given_due:
        return std::holds_alternative<std::int64_t>(value);
    default:
        return true;
    }
}

} // namespace

TEST_CASE("every member of a complaint but its id is carried by the table of fields") {
    Random random(1);
    for (int i = 0; i < 500; ++i) {
        const Complaint complaint = random_complaint(random);
        REQUIRE(carried_over(complaint) == complaint);
    }
    CHECK(carried_over(Complaint{}) == Complaint{});
}

TEST_CASE("every member of a customer but the number is carried by the table of fields") {
    Random random(2);
    for (int i = 0; i < 200; ++i) {
        const Customer customer = random_customer(random);
        REQUIRE(carried_over(customer) == customer);
    }
}

TEST_CASE("setting one field changes that one alone and gives the same value back") {
    Random random(3);
    for (int i = 0; i < 100; ++i) {
        const Complaint from = random_complaint(random);
        const Complaint to = random_complaint(random);
        for (const auto& field : complaint_fields()) {
            CAPTURE(field.name);
            Complaint changed = to;
            field.set(changed, field.get(from));
            REQUIRE(field.get(changed) == field.get(from));
            for (const auto& other : complaint_fields())
                if (other.name != field.name) REQUIRE(other.get(changed) == other.get(to));
        }
    }
}

TEST_CASE("values are numbers or texts as the type of the field says") {
    Random random(4);
    for (int i = 0; i < 50; ++i) {
        const Complaint complaint = random_complaint(random);
        for (const auto& field : complaint_fields()) {
            CAPTURE(field.name);
            const Value value = field.get(complaint);
            if (std::holds_alternative<std::monostate>(value)) continue;
            REQUIRE(std::holds_alternative<std::int64_t>(value) == holds_number(field.type, value));
        }
    }
}

TEST_CASE("names of fields are used once and lead to their field") {
    std::set<std::string_view> names;
    for (const auto& field : complaint_fields()) {
        CHECK(names.insert(field.name).second);
        CHECK(field_named<Complaint>(field.name) == &field);
    }
    CHECK(field_named<Complaint>("id") == nullptr);
    CHECK(field_named<Complaint>("") == nullptr);
    CHECK(field_named<Customer>("email") != nullptr);
    CHECK(field_named<Customer>("subject") == nullptr);
}

TEST_CASE("what a person said or is called is personal and nothing else") {
    using Names = std::vector<std::string_view>;
    CHECK(personal_fields<Complaint>()
          == Names{"own_personal", "subject", "text", "wish", "gave_name", "gave_email", "gave_phone",
                   "waiting_reason", "not_reportable",
                   "row_digest"}); // by which a guess at the row can be tried
    CHECK(personal_fields<Customer>() == Names{"name", "email", "phone", "ref"});
}

TEST_CASE("a due time given from outside may be an instant or no target or nothing at all") {
    const auto* field = field_named<Complaint>("given_response_due_at");
    REQUIRE(field != nullptr);
    Complaint complaint;
    CHECK(field->get(complaint) == Value{});
    complaint.given_response_due = GivenDue{};
    CHECK(field->get(complaint) == Value{std::string("none")});
    complaint.given_response_due = GivenDue{utc("2026-01-12T06:00:00Z")};
    CHECK(field->get(complaint) == Value{std::int64_t{1'768'197'600}});
    complaint.given_response_due = GivenDue{std::nullopt, std::chrono::minutes{90}};
    CHECK(field->get(complaint) == Value{std::string("90m left")});
    for (const Value& value :
         {Value{}, Value{"none"}, Value{std::int64_t{1'768'197'600}}, Value{"90m left"}}) {
        field->set(complaint, value);
        CHECK(field->get(complaint) == value);
    }
}

TEST_CASE("a word that is none is refused where it is set") {
    Complaint complaint;
    const auto* status = field_named<Complaint>("status");
    CHECK_THROWS_AS(status->set(complaint, Value{std::string("lost")}), BadValue);
    CHECK_THROWS_AS(status->set(complaint, Value{}), BadValue);
}

} // namespace reklamaatio::complaint::tests
