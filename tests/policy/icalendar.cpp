// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/icalendar.hpp"

#include "complaint/error.hpp"
#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {
namespace {

// As calendars write it: lines end in CR LF.
std::string calendar(std::string_view events) {
    std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//tests//EN\r\n";
    for (const char c : events)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return text + "END:VCALENDAR\r\n";
}

std::string event(std::string_view lines) {
    return fmt::format("BEGIN:VEVENT\nUID:u\nDTSTAMP:20260101T000000Z\n{}END:VEVENT\n", lines);
}

constexpr std::string_view k_from = "2025-01-01";
constexpr std::string_view k_until = "2028-12-31";

// "2026-12-24..2026-12-26 Christmas; ..."
std::string closures(const std::string& text) {
    const DateRange recurring{time::date_from_iso(k_from).value(), time::date_from_iso(k_until).value()};
    std::vector<std::string> found;
    for (const auto& [dates, reason] : read_icalendar(text, recurring).closures)
        found.push_back(to_string(dates) + (reason.empty() ? "" : " " + reason));
    return fmt::format("{}", fmt::join(found, "; "));
}

std::string closures_of_event(std::string_view lines) {
    return closures(calendar(event(lines)));
}

std::string refusal_of(const std::string& text) {
    try {
        closures(text);
    } catch (const complaint::BadValue& fault) {
        return fault.what();
    }
    return {};
}

} // namespace

TEST_CASE("an all-day event ends on the day before its end") {
    CHECK(closures_of_event("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\nSUMMARY:Christmas\n")
          == "2026-12-24..2026-12-26 Christmas");
    CHECK(closures_of_event("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261225\n") == "2026-12-24");
    CHECK(closures_of_event("DTSTART;VALUE=DATE:20261224\n") == "2026-12-24");
    CHECK(closures_of_event("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261224\n") == "2026-12-24");
    CHECK(closures_of_event("DTSTART;VALUE=DATE:20261230\nDURATION:P3D\n") == "2026-12-30..2027-01-01");
}

TEST_CASE("an event of one time is there whenever it is") {
    CHECK(closures_of_event("DTSTART;VALUE=DATE:20110606\n") == "2011-06-06");
    CHECK(closures_of_event("DTSTART;VALUE=DATE:20510606\n") == "2051-06-06");
}

TEST_CASE("what recurs is written out within the years that are asked for") {
    CHECK(closures_of_event("DTSTART;VALUE=DATE:20200606\nRRULE:FREQ=YEARLY\nSUMMARY:Founded\n")
          == "2020-06-06 Founded; 2025-06-06 Founded; 2026-06-06 Founded; 2027-06-06 Founded; 2028-06-06 "
             "Founded");
    CHECK(closures_of_event("DTSTART;VALUE=DATE:20260606\nRRULE:FREQ=YEARLY;COUNT=2\n")
          == "2026-06-06; 2027-06-06");
    CHECK(closures_of_event("DTSTART;VALUE=DATE:20260606\nRRULE:FREQ=YEARLY;UNTIL=20270606\n")
          == "2026-06-06; 2027-06-06");
    CHECK(closures_of_event("DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY\n") == "2024-02-29; 2028-02-29");
    // The fourth Thursday of November.
    CHECK(closures_of_event("DTSTART;VALUE=DATE:20261126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\n")
          == "2026-11-26; 2027-11-25; 2028-11-23");
    // It lasts over the turn of the year, and the one before the first year still touches it.
    CHECK(
        closures_of_event("DTSTART;VALUE=DATE:20231230\nDTEND;VALUE=DATE:20240103\nRRULE:FREQ=YEARLY\n")
        == "2023-12-30..2024-01-02; 2024-12-30..2025-01-02; 2025-12-30..2026-01-02; 2026-12-30..2027-01-02; "
           "2027-12-30..2028-01-02; 2028-12-30..2029-01-02");
}

TEST_CASE("dates can be added and taken out and moved") {
    CHECK(closures_of_event("DTSTART;VALUE=DATE:20260606\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20270606\n"
                            "RDATE;VALUE=DATE:20260901\n")
          == "2026-06-06; 2026-09-01; 2028-06-06");
    CHECK(closures(calendar(event("DTSTART;VALUE=DATE:20260606\nRRULE:FREQ=YEARLY\n")
                            + event("RECURRENCE-ID;VALUE=DATE:20270606\nDTSTART;VALUE=DATE:20270607\n")))
          == "2026-06-06; 2027-06-07; 2028-06-06");
    CHECK(closures(calendar(
              event("DTSTART;VALUE=DATE:20260606\nRRULE:FREQ=YEARLY\n")
              + event("RECURRENCE-ID;VALUE=DATE:20270606\nDTSTART;VALUE=DATE:20270606\nSTATUS:CANCELLED\n")))
          == "2026-06-06; 2028-06-06");
}

TEST_CASE("cancelled events and those with a time of day and other things are left out") {
    CHECK(closures_of_event("DTSTART;VALUE=DATE:20261224\nSTATUS:CANCELLED\n").empty());
    CHECK(closures_of_event("DTSTART:20261224T080000Z\nDTEND:20261224T160000Z\n").empty());
    CHECK(closures_of_event("DTSTART;TZID=Europe/Helsinki:20261224T080000\n").empty());
    CHECK(closures(calendar("BEGIN:VTODO\nUID:t\nDTSTART;VALUE=DATE:20261225\nEND:VTODO\n"
                            + event("DTSTART;VALUE=DATE:20261224\n")))
          == "2026-12-24");
}

// As Outlook saves a calendar: 24 and 25 December in Helsinki, which is two hours ahead of UTC then and three in June.
TEST_CASE("whole days of Outlook close their days, in local time and in UTC") {
    constexpr std::string_view k_marked = "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\n";
    const auto closed = [&](std::string_view times) {
        return closures_of_event(std::string(times) + std::string(k_marked));
    };
    CHECK(
        closed(
            "DTSTART;TZID=FLE Standard Time:20261224T000000\nDTEND;TZID=FLE Standard Time:20261226T000000\n")
        == "2026-12-24..2026-12-25");
    CHECK(closed("DTSTART:20261224T000000\nDTEND:20261225T000000\n") == "2026-12-24");
    CHECK(closed("DTSTART:20261223T220000Z\nDTEND:20261225T220000Z\n") == "2026-12-24..2026-12-25");
    CHECK(closed("DTSTART:20260618T210000Z\nDTEND:20260619T210000Z\n") == "2026-06-19");
    // New York, five hours behind; and over the night in which clocks change, 29 March 2026.
    CHECK(closed("DTSTART:20261224T050000Z\nDTEND:20261225T050000Z\n") == "2026-12-24");
    CHECK(closed("DTSTART:20260328T220000Z\nDTEND:20260329T210000Z\n") == "2026-03-29");
    CHECK(closed("DTSTART:20261223T220000Z\nDTEND:20261224T220000Z\nRRULE:FREQ=YEARLY;COUNT=2\n")
          == "2026-12-24; 2027-12-24");
}

TEST_CASE("what Outlook marks as whole days and is none is left out, and so is what it does not mark") {
    CHECK(closures_of_event(
              "DTSTART:20261224T080000\nDTEND:20261225T080000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\n")
              .empty());
    CHECK(closures_of_event(
              "DTSTART:20261224T080000Z\nDTEND:20261224T160000Z\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\n")
              .empty());
    CHECK(closures_of_event(
              "DTSTART:20261224T000000\nDTEND:20261225T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:FALSE\n")
              .empty());
    CHECK(closures_of_event("DTSTART:20261224T000000\nDTEND:20261225T000000\n").empty());
}

TEST_CASE("events that close no day are counted by the reason") {
    const DateRange recurring{time::date_from_iso(k_from).value(), time::date_from_iso(k_until).value()};
    const auto read =
        read_icalendar(calendar(event("DTSTART;VALUE=DATE:20261224\n")
                                + event("DTSTART;VALUE=DATE:20261225\nSTATUS:CANCELLED\n")
                                + event("DTSTART:20261224T080000Z\n") + event("DTSTART:20261225T080000Z\n")),
                       recurring);
    CHECK(read.closures.size() == 1);
    CHECK(read.timed == 2);
    CHECK(read.cancelled == 1);
}

TEST_CASE("several calendars in one file are read and their events stand in order and once") {
    const auto one = calendar(event("DTSTART;VALUE=DATE:20261224\nSUMMARY:b\n"));
    const auto other = calendar(event("DTSTART;VALUE=DATE:20261206\nSUMMARY:a\n"));
    CHECK(closures(one + other + one) == "2026-12-06 a; 2026-12-24 b");
}

TEST_CASE("a summary is one line of text however it is written") {
    CHECK(closures_of_event("DTSTART;VALUE=DATE:20261224\nSUMMARY:Staff \"day\"\\, the\\nlong\n  one ł\n")
          == "2026-12-24 Staff \"day\", the long one ł");
}

TEST_CASE("a calendar that says nothing or what cannot be is refused") {
    const std::string_view no_event = "has no event; export the calendar again, or take the file out";
    CHECK(refusal_of(calendar("")) == no_event);
    CHECK(refusal_of(calendar("BEGIN:VTODO\nUID:t\nDTSTART;VALUE=DATE:20261224\nEND:VTODO\n")) == no_event);
    CHECK(refusal_of(calendar(event("DTSTART;VALUE=DATE:20261224\nSUMMARY:P\xe4iv\xe4\n")))
          == "is not in UTF-8; export or save it so");
    CHECK(refusal_of(
              calendar(event("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261220\nSUMMARY:Christmas\n")))
          == "has an event 'Christmas' of 2026-12-24 that ends before it begins; mend its end");
}

TEST_CASE("what is no calendar is refused") {
    const std::string_view none =
        "is not an iCalendar file; it begins with BEGIN:VCALENDAR and ends with END:VCALENDAR";
    CHECK(refusal_of("") == none);
    CHECK(refusal_of("date,name\n2026-12-24,Christmas\n") == none);
    CHECK(refusal_of("BEGIN:VCARD\r\nFN:x\r\nEND:VCARD\r\n") == none);
    CHECK(refusal_of("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224\r\n")
          == none);
    CHECK(refusal_of(std::string("\0\xff\x01", 3)) == none);
    CHECK(refusal_of(calendar("") + "end:VEVENT\r\n")
          == "has an END without a BEGIN in line 5; export the calendar again");
    CHECK(refusal_of(calendar(event("SUMMARY:When\n"))) == "has an event 'When' without a date");
    CHECK(refusal_of(calendar(event("DTSTART;VALUE=DATE:20261335\nSUMMARY:When\n")))
          == "has an event 'When' without a date");
}

} // namespace reklamaatio::policy::tests
