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
    store::tests::Desk(office.store()).open(facts, utc(received));
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

} // namespace reklamaatio::casework::tests
