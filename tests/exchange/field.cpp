// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field.hpp"

#include "complaint/error.hpp"
#include "exchange/readers.hpp"
#include "render/writer.hpp"
#include "text/fold.hpp"

#include <set>

#include <doctest/doctest.h>

using namespace reklamaatio;
using exchange::Draft;
using exchange::field_named;
using exchange::field_of_header;
using exchange::Reading;
using tests::fault_in;
using tests::taken;

namespace {

constexpr std::string_view k_order =
    "id,ref,source,status,kind,priority,category,product,cause,channel,subject,text,wish,customer,email,"
    "phone,"
    "customer_value,team,assignee,tags,received_at,logged_at,responded_at,response_due_at,resolution_due_at,"
    "resolved_at,closed_at,waiting_minutes,outcome,settled,remedy,amount,currency,csat,nps,retained,"
    "reopened_count,merged_into,uid,harm,waiting_reason,approved_by,left_undone,followed_up_at,reached,"
    "granted_at,owed_since,paid_at,waiting_since,gave_name,gave_email,gave_phone,customer_ref,resolution_"
    "left_minutes,customer_type,customer_id,waiting_until,first_outcome,first_resolved_at,effort_minutes,"
    "public,erased_at,stage,recourse_told_at,reported_at,reported_to,not_reportable,not_"
    "reportable_at";

std::string_view name_of_header(std::string_view header) {
    const auto* field = field_of_header(header);
    return field == nullptr ? "" : field->name;
}

std::string shown(std::string_view field, const complaint::Overview& overview) {
    return render::plain_text(field_named(field)->value(overview));
}

} // namespace

TEST_CASE("the columns stand in their order") {
    std::string names;
    for (const auto& field : exchange::fields()) {
        names += field.name;
        names += ',';
    }
    CHECK(names == std::string(k_order) + ",");
}

TEST_CASE("every field is described and can be read and written") {
    for (const auto& field : exchange::fields()) {
        CAPTURE(field.name);
        CHECK(field_named(field.name) == &field);
        CHECK(field_of_header(field.name) == &field);
        CHECK_FALSE(field.heading.empty());
        CHECK_FALSE(field.summary().empty());
    }
    CHECK(field_named("Subject") == nullptr);
    CHECK(field_named("nothing") == nullptr);
}

TEST_CASE("no synonym means two fields, and each is written as it is compared") {
    std::set<std::string> seen;
    for (const auto& field : exchange::fields()) {
        std::set<std::string> own{std::string(field.name)};
        for (const auto synonym : field.synonyms) {
            CAPTURE(synonym);
            CHECK(text::folded(synonym) == synonym);
            CHECK(field_of_header(synonym) == &field);
            CHECK(own.insert(std::string(synonym)).second);
        }
        for (const auto& name : own)
            CHECK(seen.insert(name).second);
    }
}

TEST_CASE("headers mean fields in three languages, whatever the case, accents and blanks") {
    CHECK(name_of_header("Received at") == "received_at");
    CHECK(name_of_header("RECEIVED_AT ") == "received_at");
    CHECK(name_of_header("ReceivedAt") == "received_at");
    CHECK(name_of_header("Date received") == "received_at");
    CHECK(name_of_header("Saapunut") == "received_at");
    CHECK(name_of_header("Data zgłoszenia") == "received_at");
    CHECK(name_of_header("SÄHKÖPOSTI") == "email");
    CHECK(name_of_header("E-mail") == "email");
    CHECK(name_of_header("Käsittelijä") == "assignee");
    CHECK(name_of_header("Źródło") == "source");
    CHECK(name_of_header("Treść") == "text");
    CHECK(name_of_header("Aihe:") == "subject");
    CHECK(name_of_header("") == "");
    CHECK(name_of_header("State") == "");
    CHECK(name_of_header("Zażółć gęślą jaźń") == "");
}

TEST_CASE("values that nobody gave are none") {
    const complaint::Overview blank;
    for (const auto& field : exchange::fields()) {
        const std::set<std::string_view> always{
            "id",        "status",          "kind",           "priority",       "harm", "received_at",
            "logged_at", "waiting_minutes", "reopened_count", "effort_minutes", "stage"};
        CAPTURE(field.name);
        CHECK(std::holds_alternative<std::monostate>(field.value(blank)) == !always.contains(field.name));
    }
    CHECK(shown("harm", blank) == "none");
    CHECK(shown("waiting_minutes", blank) == "0");
}

TEST_CASE("values are written as the contract says") {
    complaint::Overview overview;
    auto& complaint = overview.complaint;
    complaint.id = {124};
    complaint.merged_into = complaint::Id{7};
    complaint.waited = std::chrono::seconds{119};
    complaint.amount = 4990;
    complaint.tags = {"a", "b"};
    complaint.status = complaint::Status::new_;
    complaint.outcome = complaint::Outcome::partly;
    overview.customer.value = 100'000;
    overview.response_due_at = time::from_iso("2026-11-21T12:05:00Z");
    CHECK(shown("id", overview) == "R-124");
    CHECK(shown("merged_into", overview) == "R-7");
    CHECK(shown("waiting_minutes", overview) == "1");
    CHECK(shown("amount", overview) == "49.90");
    CHECK(shown("customer_value", overview) == "1000.00");
    CHECK(shown("tags", overview) == "a;b");
    CHECK(shown("status", overview) == "new");
    CHECK(shown("outcome", overview) == "partly");
    CHECK(shown("response_due_at", overview) == "2026-11-21T12:05:00Z");
    CHECK(shown("resolution_due_at", overview).empty());
}

TEST_CASE("words are taken exactly, and the nearest is suggested") {
    CHECK(taken("status", "waiting").complaint.status == complaint::Status::waiting);
    CHECK(taken("harm", "injury").complaint.harm == complaint::Harm::injury);
    CHECK(fault_in("status", "Clozed").ends_with("did you mean 'closed'?"));
    CHECK(fault_in("kind", "clam").find("did you mean 'claim'?") != std::string::npos);
    CHECK(fault_in("outcome", "xyzzy").starts_with("'xyzzy' is not an outcome"));
}

TEST_CASE("text is taken as it stands") {
    CHECK(taken("text", " two\nlines\t\x1b[2J ").complaint.text == " two\nlines\t\x1b[2J ");
    CHECK(taken("phone", "+358 40 123").customer.phone == "+358 40 123");
}
