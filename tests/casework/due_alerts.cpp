// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/due_alerts.hpp"

#include "casework/office.hpp"

namespace reklamaatio::casework::tests {
namespace {

constexpr std::string_view k_monday = "2026-01-12T06:00:00Z";
constexpr std::string_view k_evening = "2026-01-12T13:30:00Z"; // both answers are overdue

void log(Office& office, std::string_view received, std::string assignee) {
    Complaint facts = store::tests::about("of " + assignee, received);
    facts.assignee = std::move(assignee);
    store::tests::Desk(office.store()).open(facts, utc(received), store::tests::customer("Maija"));
}

DueAlert alert_of(std::int64_t complaint, std::string recipient) {
    DueAlert made;
    made.complaint = {complaint};
    made.to.key = std::move(recipient);
    return made;
}

} // namespace

TEST_CASE("each recipient has one digest and whoever has the most urgent alert comes first") {
    const auto digests =
        digests_of({alert_of(4, "pekka"), alert_of(1, "maria"), alert_of(3, "pekka"), alert_of(2, "maria")});
    std::string told;
    for (const auto& digest : digests) {
        told += digest.to.key + ":";
        for (const auto& alert : digest.alerts)
            told += " " + to_string(alert.complaint);
        told += "; ";
    }
    CHECK(told == "pekka: R-4 R-3; maria: R-1 R-2; ");
    CHECK(digests_of({}).empty());
}

TEST_CASE("what is overdue stands as an alert of who has it until it is answered") {
    Office office;
    log(office, k_monday, "pekka");
    log(office, "2026-01-09T13:30:00Z", "maria"); // half an hour before closing on Friday
    CHECK(due_alerts(office.at(k_monday)).empty());
    auto alerts = due_alerts(office.at(k_evening));
    REQUIRE(alerts.size() == 2);
    CHECK(alerts[0].complaint == complaint::Id{2}); // it was due first
    CHECK(alerts[0].to.email == "maria@example.fi");
    CHECK(alerts[1].to.key == "pekka");
    CHECK(alerts[0].is_news());
    fill_in(office.at(k_evening), alerts);
    CHECK(alerts[0].about->complaint.subject == "of maria");
    CHECK(alerts[1].about->complaint.subject == "of pekka");

    office.act(2, k_evening, [](const Complaint& c, const complaint::Occasion& when) {
        return complaint::contact(c, complaint::tests::outbound(), when);
    });
    alerts = due_alerts(office.at(k_evening));
    REQUIRE(alerts.size() == 1);
    CHECK(alerts[0].to.key == "pekka");
}

namespace {

constexpr time::Target k_half_an_hour{30, time::Unit::minutes};

// "R-1 since 2026-01-12T09:12:00Z", one after the other.
std::string undelivered_at(Office& office, std::string_view now) {
    std::string told;
    for (const auto& [id, since, calendar] : undelivered(office.at(now), k_half_an_hour))
        told += fmt::format("{} since {}; ", id, time::to_iso(since));
    return told;
}

void tell(Office& office, std::string_view now) {
    auto& desk = office.at(now);
    for (const auto& due : due_alerts(desk)) {
        auto record = due.what;
        record.sent_at = desk.now();
        record.sent_to = due.to.key;
        desk.ledger().record_alert(due.complaint, record);
    }
}

} // namespace

//   06:00 ------------ 09:12 ----- 09:42 ----- 10:00 ----- 10:30
//   received           due soon    too long    overdue
TEST_CASE("an alert that nobody was told of is undelivered once it is older than that") {
    Office office;
    log(office, k_monday, "maria");
    CHECK(undelivered_at(office, "2026-01-12T09:42:00Z").empty());
    CHECK(undelivered_at(office, "2026-01-12T09:42:01Z") == "R-1 since 2026-01-12T09:12:00Z; ");
    // The next level does not begin anew what was never told.
    CHECK(undelivered_at(office, "2026-01-12T10:05:00Z") == "R-1 since 2026-01-12T09:12:00Z; ");
}

TEST_CASE("who was told of a level is owed the next one from when it came") {
    Office office;
    log(office, k_monday, "maria");
    tell(office, "2026-01-12T09:50:00Z");
    CHECK(undelivered_at(office, "2026-01-12T10:30:01Z").empty());
    CHECK(undelivered_at(office, "2026-01-12T10:30:02Z") == "R-1 since 2026-01-12T10:00:01Z; ");
}

//   Fri 06:00 ---- 09:12 ... received Fri 10:30: due soon at 13:42, closing 14:00, Mon 06:00 -- 06:12
TEST_CASE("what came late on a Friday is not undelivered before Monday's alerts had their time") {
    Office office;
    log(office, "2026-01-16T10:30:00Z", "maria");
    CHECK(undelivered_at(office, "2026-01-17T12:00:00Z").empty());
    CHECK(undelivered_at(office, "2026-01-19T06:12:00Z").empty());
    CHECK(undelivered_at(office, "2026-01-19T06:12:01Z") == "R-1 since 2026-01-16T13:42:00Z; ");
}

TEST_CASE(
    "what was late when it was written down could not have been told before, and notes change nothing") {
    Office office;
    Complaint facts = store::tests::about("late", k_monday);
    facts.assignee = "maria";
    store::tests::Desk(office.store())
        .open(facts, utc("2026-01-12T11:00:00Z"), store::tests::customer("Maija"));
    CHECK(undelivered_at(office, "2026-01-12T11:30:00Z").empty());
    office.act(1, "2026-01-12T11:20:00Z", [](const Complaint& c, const complaint::Occasion& when) {
        return complaint::note(c, "she called", when);
    });
    CHECK(undelivered_at(office, "2026-01-12T11:30:01Z") == "R-1 since 2026-01-12T11:00:00Z; ");
}

TEST_CASE("a new policy owes nobody an alert before it was in force") {
    Office office;
    log(office, k_monday, "maria");
    // With three hours for an answer it was due soon at 08:24, before anybody wished for that.
    auto quick = k_office_policy;
    quick.replace(quick.find("response = \"4h\""), 15, "response = \"3h\"");
    store::tests::Desk(office.store()).apply_policy(quick, utc("2026-01-12T08:50:00Z"));
    CHECK(undelivered_at(office, "2026-01-12T09:20:00Z").empty());
    CHECK(undelivered_at(office, "2026-01-12T09:20:01Z") == "R-1 since 2026-01-12T08:50:00Z; ");
}

} // namespace reklamaatio::casework::tests
