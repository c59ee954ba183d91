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

namespace {

constexpr std::string_view k_order =
    "id,ref,source,status,kind,priority,category,product,cause,channel,subject,text,wish,customer,email,"
    "phone,"
    "customer_value,team,assignee,tags,received_at,logged_at,responded_at,response_due_at,resolution_due_at,"
    "resolved_at,closed_at,waiting_minutes,outcome,settled,remedy,amount,currency,csat,nps,retained,"
    "reopened_count,merged_into,uid,harm,waiting_reason,approved_by,left_undone,followed_up_at,reached,"
    "granted_at,owed_since,paid_at,waiting_since";

std::string_view name_of_header(std::string_view header) {
    const auto* field = field_of_header(header);
    return field == nullptr ? "" : field->name;
}

Draft taken(std::string_view field, const std::string& text, const Reading& reading = {}) {
    Draft draft;
    field_named(field)->take(draft, text, reading);
    return draft;
}

std::string fault_in(std::string_view field, const std::string& text, const Reading& reading = {}) {
    return tests::fault_of<complaint::BadValue>([&] { taken(field, text, reading); });
}

std::string shown(std::string_view field, const complaint::Overview& overview) {
    return render::plain_text(field_named(field)->value(overview));
}

Reading finnish() {
    return {time::Zone::named("Europe/Helsinki").value(), std::nullopt, "", complaint::DecimalMark::comma,
            "EUR"};
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
            "id",        "status",          "kind",          "priority", "harm", "received_at",
            "logged_at", "waiting_minutes", "reopened_count"};
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
    CHECK(fault_in("status", "Closed").ends_with("did you mean 'closed'?"));
    CHECK(fault_in("kind", "clam").find("did you mean 'claim'?") != std::string::npos);
    CHECK(fault_in("outcome", "xyzzy").starts_with("'xyzzy' is not an outcome"));
}

TEST_CASE("whole numbers are whole, small enough, and nothing else") {
    CHECK(taken("csat", "5").complaint.csat == 5);
    CHECK(taken("nps", "0").complaint.nps == 0);
    CHECK(taken("nps", "10").complaint.nps == 10);
    CHECK(taken("waiting_minutes", "90").complaint.waited == std::chrono::minutes{90});
    CHECK(fault_in("csat", "6") == "'6' is not a whole number from 1 to 5");
    for (const std::string text : {"0", "+3", "-3", " 3", "3 ", "3.0", "3,0", "03", "three", "1e0", "0x3",
                                   "99999999999999999999", "٣"}) {
        CAPTURE(text);
        CHECK_FALSE(fault_in("csat", text).empty());
    }
    CHECK_FALSE(fault_in("waiting_minutes", "9223372036854775807").empty());
    CHECK_FALSE(fault_in("reopened_count", "-1").empty());
}

TEST_CASE("times are read in the file's zone") {
    const auto reading = finnish();
    const auto read = [&](const std::string& text) {
        return time::to_iso(taken("received_at", text, reading).complaint.received_at);
    };
    CHECK(read("2026-11-21 14:05") == "2026-11-21T12:05:00Z");
    CHECK(read("21.11.2026 14:05") == "2026-11-21T12:05:00Z");
    CHECK(read("2026-11-21T14:05:33Z") == "2026-11-21T14:05:33Z");
    CHECK(read("2026-11-21") == "2026-11-20T22:00:00Z");
    CHECK(fault_in("received_at", "1/5/2026")
          == "'1/5/2026' is not a time; write 2026-11-21 14:05 or 21.11.2026 14:05, or give a date_format in "
             "a profile");
    CHECK_FALSE(fault_in("resolved_at", "2026-02-30").empty());
    CHECK_FALSE(fault_in("resolved_at", "46000").empty());
    CHECK_FALSE(fault_in("resolved_at", " 2026-11-21").empty());
}

TEST_CASE("times are read by the file's pattern alone where there is one") {
    auto reading = finnish();
    reading.pattern_text = "MM/DD/YYYY hh:mm AM/PM";
    reading.pattern.emplace(reading.pattern_text);
    CHECK(time::to_iso(taken("received_at", "11/21/2026 02:05 PM", reading).complaint.received_at)
          == "2026-11-21T12:05:00Z");
    CHECK(fault_in("received_at", "2026-11-21", reading)
          == "'2026-11-21' is not a time of the form 'MM/DD/YYYY hh:mm AM/PM' (date_format)");
}

TEST_CASE("a date alone is due at its end") {
    auto reading = finnish();
    const auto due = [&](const std::string& text) {
        return time::to_iso(*taken("resolution_due_at", text, reading).complaint.given_resolution_due->at);
    };
    CHECK(due("2026-11-21") == "2026-11-21T21:59:59Z");
    CHECK(due("21.11.2026") == "2026-11-21T21:59:59Z");
    CHECK(due("2026-11-21 00:00") == "2026-11-20T22:00:00Z");
    for (const std::string_view pattern : {"DD/MM/YYYY", "%d/%m/%Y"}) {
        reading.pattern_text = pattern;
        reading.pattern.emplace(pattern);
        CHECK(due("21/11/2026") == "2026-11-21T21:59:59Z");
    }
    reading.pattern_text = "%d/%m/%Y %H:%M";
    reading.pattern.emplace(reading.pattern_text);
    CHECK(due("21/11/2026 00:00") == "2026-11-20T22:00:00Z");
    CHECK(taken("response_due_at", "21/11/2026 09:00", reading).complaint.given_response_due.has_value());
}

TEST_CASE("a due time that is empty in the file is no target") {
    Draft draft;
    field_named("response_due_at")->take_empty(draft);
    CHECK(draft.complaint.given_response_due == complaint::GivenDue{});
    CHECK_FALSE(draft.complaint.given_resolution_due.has_value());
    field_named("resolution_due_at")->take_empty(draft);
    CHECK(draft.complaint.given_resolution_due == complaint::GivenDue{});
}

TEST_CASE("sums have one currency") {
    const auto reading = finnish();
    CHECK(taken("amount", "49,90", reading).complaint.amount == 4990);
    CHECK(taken("amount", "49,90", reading).complaint.currency.empty());
    CHECK(taken("amount", "49,90 SEK", reading).complaint.currency == "SEK");
    CHECK(taken("customer_value", "1 000,00 EUR", reading).customer.value == 100'000);
    CHECK(fault_in("customer_value", "1000 SEK", reading)
          == "'1000 SEK' is not in EUR; one sum has one currency");
    CHECK(fault_in("amount", "12,5o", reading).starts_with("'12,5o' is not a sum of money"));
    CHECK_FALSE(fault_in("amount", "-5").empty());
    CHECK(fault_in("currency", "eur") == "'eur' is not a currency; write three capitals, such as EUR");

    Draft draft;
    field_named("amount")->take(draft, "49,90 SEK", reading);
    CHECK_NOTHROW(field_named("currency")->take(draft, "SEK", reading));
    CHECK_THROWS_AS(field_named("currency")->take(draft, "EUR", reading), complaint::BadValue);
}

TEST_CASE("ids, uids, addresses and tags are checked") {
    CHECK(taken("id", "R-124").id == complaint::Id{124});
    CHECK(taken("merged_into", "#7").complaint.merged_into == complaint::Id{7});
    CHECK_FALSE(fault_in("id", "R-0").empty());
    const std::string uid = "01930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6b";
    CHECK(taken("uid", uid).complaint.uid == uid);
    for (const std::string text :
         {"01930B2E-5C1A-7B3E-9F00-1C2D3E4F5A6B", "01930b2e5c1a7b3e9f001c2d3e4f5a6b",
          "01930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6", "01930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6bb",
          "g1930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6b", "01930b2e--c1a-7b3e-9f00-1c2d3e4f5a6b"})
        CHECK_FALSE(fault_in("uid", text).empty());
    CHECK(taken("email", "maija@example.fi").customer.email == "maija@example.fi");
    CHECK_FALSE(fault_in("email", "maija").empty());
    CHECK(taken("tags", "b; a;b").complaint.tags == std::vector<std::string>{"a", "b"});
    CHECK_FALSE(fault_in("tags", "a,b").empty());
}

TEST_CASE("text is taken as it stands") {
    CHECK(taken("text", " two\nlines\t\x1b[2J ").complaint.text == " two\nlines\t\x1b[2J ");
    CHECK(taken("phone", "+358 40 123").customer.phone == "+358 40 123");
}
