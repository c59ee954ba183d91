// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field_read.hpp"

#include "complaint/error.hpp"
#include "exchange/field.hpp"
#include "exchange/readers.hpp"
#include "render/writer.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using exchange::Draft;
using exchange::field_named;
using exchange::Reading;
using tests::fault_in;
using tests::taken;

namespace {

Reading finnish() {
    Reading reading;
    reading.zone = time::Zone::named("Europe/Helsinki").value();
    reading.decimal_mark = complaint::DecimalMark::comma;
    reading.currency = "EUR";
    return reading;
}

} // namespace

TEST_CASE("whole numbers are whole small enough and nothing else") {
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

TEST_CASE("a name of another system is without what cannot be seen") {
    auto reading = finnish();
    reading.ids = exchange::Ids::references;
    CHECK(taken("customer", "Bob\u200b Lee", reading).customer.name == "Bob Lee");
    reading.ids = exchange::Ids::ours;
    CHECK(taken("customer", "Bob\u200b Lee", reading).customer.name == "Bob\u200b Lee");
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
    CHECK(read("2026\u201111\u201121\u00a014:05") == "2026-11-21T12:05:00Z");
}

TEST_CASE("times are read by the file's pattern alone where there is one") {
    auto reading = finnish();
    reading.dates = exchange::DateForms({"MM/DD/YYYY hh:mm AM/PM"});
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
    for (const std::string pattern : {"DD/MM/YYYY", "%d/%m/%Y"}) {
        reading.dates = exchange::DateForms({pattern});
        CHECK(due("21/11/2026") == "2026-11-21T21:59:59Z");
    }
    reading.dates = exchange::DateForms({"%d/%m/%Y %H:%M"});
    CHECK(due("21/11/2026 00:00") == "2026-11-20T22:00:00Z");
    CHECK(taken("response_due_at", "21/11/2026 09:00", reading).complaint.given_response_due.has_value());
}

TEST_CASE("a date and a time with a blank that does not break is no date alone") {
    CHECK(taken("resolution_due_at", "2026-11-21\u00a014:05", finnish()).complaint.given_resolution_due
          == complaint::GivenDue{time::Instant{time::Seconds{1'795'262'700}}}); // 12:05 UTC
}

TEST_CASE("a due time that is empty in the file is no target") {
    Draft draft;
    field_named("response_due_at")->take_empty(draft);
    CHECK(draft.complaint.given_response_due == complaint::GivenDue{});
    CHECK_FALSE(draft.complaint.given_resolution_due.has_value());
    field_named("resolution_due_at")->take_empty(draft);
    CHECK(draft.complaint.given_resolution_due == complaint::GivenDue{});
}

TEST_CASE("what is left of a clock that is paused is read in any order with its empty due time") {
    const complaint::GivenDue left{std::nullopt, std::chrono::minutes{90}};
    const auto& due = *field_named("resolution_due_at");
    const auto& rest = *field_named("resolution_left_minutes");
    Draft first;
    rest.take(first, "90", finnish());
    due.take_empty(first);
    CHECK(first.complaint.given_resolution_due == left);
    Draft last;
    due.take_empty(last);
    rest.take(last, "90", finnish());
    CHECK(last.complaint.given_resolution_due == left);
    Draft none;
    due.take_empty(none);
    rest.take_empty(none);
    CHECK(none.complaint.given_resolution_due == complaint::GivenDue{});
    CHECK(fault_in("resolution_left_minutes", "-1", finnish())
          == "'-1' is not a whole number from 0 to 1000000000");
}

TEST_CASE("what another system calls a complaint is a number or not") {
    exchange::Reading foreign;
    foreign.ids = exchange::Ids::foreign;
    for (const std::string field : {"id", "merged_into"}) {
        const auto label = [&](const std::string& text) {
            const auto draft = taken(field, text, foreign);
            return field == "id" ? draft.label : draft.survivor;
        };
        CHECK(label("INC-12").text == "INC-12");
        CHECK_FALSE(label("INC-12").number);
        CHECK(label("#12").number == complaint::Id{12});
        CHECK_FALSE(label("0").number);
    }
}

TEST_CASE("what is left is shown in minutes rounded up and only where nothing is due") {
    complaint::Overview overview;
    const auto shown = [&] {
        return render::plain_text(field_named("resolution_left_minutes")->value(overview));
    };
    CHECK(shown() == "");
    overview.left = std::chrono::seconds{61};
    CHECK(shown() == "2");
    overview.left = std::chrono::minutes{2};
    CHECK(shown() == "2");
    overview.resolution_due_at = time::from_iso("2026-01-12T06:00:00Z");
    CHECK(shown() == "");
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

TEST_CASE("ids uids addresses and tags are checked") {
    CHECK(taken("id", "R-124").id == complaint::Id{124});
    CHECK(taken("merged_into", "#7").survivor.number == complaint::Id{7});
    CHECK_FALSE(fault_in("merged_into", "INC-7").empty());
    CHECK_FALSE(fault_in("id", "R-0").empty());
    const std::string uid = "01930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6b";
    CHECK(taken("uid", uid).complaint.uid == uid);
    for (const std::string text :
         {"01930B2E-5C1A-7B3E-9F00-1C2D3E4F5A6B", "01930b2e5c1a7b3e9f001c2d3e4f5a6b",
          "01930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6", "01930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6bb",
          "g1930b2e-5c1a-7b3e-9f00-1c2d3e4f5a6b", "01930b2e--c1a-7b3e-9f00-1c2d3e4f5a6b"})
        CHECK_FALSE(fault_in("uid", text).empty());
    CHECK(taken("uid", "01930b2e\u20115c1a\u20117b3e\u20119f00\u20111c2d3e4f5a6b").complaint.uid == uid);
    CHECK(taken("merged_into", "R\u20117").survivor.number == complaint::Id{7});
    CHECK(taken("email", "maija@example.fi").customer.email == "maija@example.fi");
    CHECK(taken("email", "mailto:Maija@example.fi.").customer.email == "Maija@example.fi");
    CHECK(taken("phone", "puh. 040\u00a0123 4567 x12").customer.phone == "040 123 4567 x12");
    CHECK_FALSE(fault_in("phone", "+358").empty());
    CHECK_FALSE(fault_in("email", "maija").empty());
    CHECK(taken("tags", "b; a;b").complaint.tags == std::vector<std::string>{"a", "b"});
    CHECK_FALSE(fault_in("tags", "a,b").empty());
}
