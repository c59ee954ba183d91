// SPDX-License-Identifier: GPL-3.0-or-later
// A log out and in again: the same log, the same state, and nothing that was changed on the way comes in.
#include "store/event_log.hpp"

#include "complaint/error.hpp"
#include "complaint/refusal.hpp"
#include "store/event_line.hpp"
#include "store/random_team.hpp"
#include "store/state.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

std::vector<std::string> log_of(Store& store) {
    std::vector<std::string> lines;
    write_event_log(store.database(), store.policies(),
                    [&](const std::string& line) { lines.push_back(line); });
    return lines;
}

void restore(Store& store, const std::vector<std::string>& lines) {
    Restoration restoration(store.database(), store.policies());
    for (const auto& line : lines)
        restoration.take(line);
    restoration.finish();
}

// As somebody writes them who knows how seals are made: numbered, and each with a hash that holds.
std::vector<std::string> sealed_anew(const std::vector<EventLine>& events) {
    std::vector<std::string> lines;
    std::string previous;
    for (EventLine line : events) {
        line.event.sealed.number = static_cast<std::int64_t>(lines.size()) + 1;
        previous = line.event.hash = sealed_hash(previous, line.event.sealed);
        lines.push_back(text_of(line));
    }
    return lines;
}

std::string refusal(const std::vector<std::string>& lines) {
    Store store = Store::in_memory(founding());
    return message_of<complaint::BadValue>([&] { restore(store, lines); });
}

} // namespace

TEST_CASE("a log makes the database that it came from") {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        CAPTURE(seed);
        Store store = Store::in_memory(founding());
        RandomTeam team(store, seed);
        for (int i = 0; i < 60; ++i)
            team.work();
        const auto lines = log_of(store);
        Store other = Store::in_memory(founding());
        restore(other, lines);
        CHECK(log_of(other) == lines);
        CHECK(faults_of(other) == "");
        CHECK(differences(state_of(store.database()), state_of(other.database())) == "");
    }
}

// The delivery itself is never taken back.
TEST_CASE("a complaint that was taken back stays away, although somebody was told of it") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    const Instant now = utc("2026-01-12T07:00:00Z");
    desk.open(about("one"), now); // 2
    complaint::AlertRecord told;
    told.level = complaint::AlertLevel::overdue;
    told.sent_at = now;
    desk.ledger(now, "alerts").record_alert(complaint::Id{1}, told); // 3
    const auto before = state_of(store.database());
    desk.ledger(now, "undo").undo(2); // 4
    const auto check = [&] {
        Store other = Store::in_memory(founding());
        restore(other, log_of(store));
        CHECK(faults_of(store) == "");
        CHECK(faults_of(other) == "");
        CHECK(differences(state_of(store.database()), state_of(other.database())) == "");
    };
    check();
    CHECK_FALSE(find_complaint(store.database(), {1}));
    desk.ledger(now, "undo").undo(4);
    check();
    CHECK(differences(before, state_of(store.database())) == "");
}

TEST_CASE("what is not the log that was written does not come in") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.open(about("one"), utc("2026-01-12T07:00:00Z"), customer("Maija", "m@example.fi"));
    const auto lines = log_of(store);
    REQUIRE(lines.size() == 3);
    CHECK(refusal(lines).empty());
    CHECK(refusal({}) == "there is no event in it");
    CHECK(refusal({lines[0], lines[2]}) == "event 2 is missing; 3 is in its place");
    auto changed = lines;
    changed[1].replace(changed[1].find("Maija"), 5, "Liisa");
    CHECK(refusal(changed) == "what a person said in event 2 is not as it was logged");
    changed = lines;
    changed[2].replace(changed[2].find("\"maria\""), 7, "\"liisa\"");
    CHECK(refusal(changed) == "event 3, or one before it, is not as it was logged");
    for (const std::string letter : {"x", "Ä"}) {
        changed = lines;
        changed[2].replace(changed[2].find("\"hash\":\"") + 8, letter.size(), letter);
        CHECK(refusal(changed).ends_with("is not a run of bytes in hexadecimal digits"));
    }
    for (const std::string number : {"2.0", "true", "18446744073709551615"}) {
        changed = lines;
        changed[1].replace(changed[1].find("\"event\":2") + 8, 1, number);
        CHECK(refusal(changed) == number + " is not a whole number");
    }
    for (const std::string at : {"2026-01-12", "2026-01-12T09:00:00+02:00"}) {
        changed = lines;
        changed[1].replace(changed[1].find("2026-01-12T07:00:00Z"), 20, at);
        CHECK(refusal(changed) == fmt::format("'{}' is not a time such as 2026-11-20T10:00:00Z", at));
    }
    CHECK(refusal({"{}"}) == "this is not a log event");
    CHECK(refusal({"{\"event\":"}) == "this is not a log event");
}

TEST_CASE("what cannot be does not come in although every seal holds") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.open(about("one"), utc("2026-01-12T07:00:00Z"), customer("Maija", "m@example.fi"));
    std::vector<EventLine> told; // policy, customer, complaint
    for (const auto& line : log_of(store))
        told.push_back(event_line_in(line));
    CHECK(sealed_anew(told) == log_of(store));
    const auto refusal_of = [&](auto forge) {
        auto forged = told;
        forge(forged);
        return refusal(sealed_anew(forged));
    };
    using Events = std::vector<EventLine>;
    CHECK(refusal_of([](Events& e) { e.erase(e.begin()); })
          == "a log begins with the policy that was in force");
    CHECK(refusal_of([](Events& e) { e[2].event.sealed.kind = "noted"; })
          == "event 3 tells of R-1, of which nothing was told before");
    CHECK(refusal_of([](Events& e) { e[1].event.sealed.kind = "customer_changed"; })
          == "event 2 tells of C-1, of which nothing was told before");
    CHECK(
        refusal_of([](Events& e) { e[2].event.sealed.kind = "lost"; }).starts_with("'lost' is not an event"));
    CHECK(refusal_of([](Events& e) { e[2].event.sealed.change.actor = "liisa"; })
          == "change 2 is not told in the same way as before");
    CHECK(refusal_of([](Events& e) { e[2].event.sealed.change.number = 1; })
          == "change 1 comes behind change 2");
    CHECK(refusal_of([](Events& e) { e[2].event.sealed.change.number = 4; })
          == "change 3 is missing before change 4");
    CHECK(refusal_of([](Events& e) { e[1].event.sealed.change.undoes = e[2].event.sealed.change.undoes = 2; })
          == "change 2 takes back change 2, which does not come before it");
    CHECK(refusal_of([](Events& e) { e[2].event.sealed.changes = R"({"status":["open"]})"; })
          == "event 3 of the log cannot be read: it does not say from what to what 'status' changed");
    CHECK(refusal_of([](Events& e) { e[2].event.sealed.changes = "{}"; }) != "");
    CHECK(
        refusal_of([](Events& e) { e[2].event.sealed.changes = R"({"resolved_at":[null,99999999999999]})"; })
        == "event 3 of the log cannot be read: resolved_at cannot be 99999999999999");
    for (const auto* policy : {"{}", R"({"policy_version":[null,1]})", R"({"policy_hash":[null,"x"]})",
                               R"({"policy_version":[null,"one"],"policy_hash":[null,"x"]})"}) {
        CAPTURE(policy);
        CHECK(refusal_of([&](Events& e) { e[0].event.sealed.changes = policy; })
              == "event 1 does not say which policy it applies");
    }
    CHECK(refusal_of([](Events& e) { e.erase(e.begin() + 1); }) // her complaint comes without her
          == "the log breaks off: it tells of something that refers to what is not there");
}

TEST_CASE("a log is no addition to what is there") {
    Store store = Store::in_memory(founding());
    const auto lines = log_of(store);
    const auto check_refused = [&](Store& used) {
        CHECK(message_of<complaint::Refusal>([&] {
                  restore(used, lines);
              }).starts_with("database_in_use: database "));
    };
    Desk(store).open(about("one"), utc("2026-01-12T07:00:00Z"));
    check_refused(store);
    Store with_customer = Store::in_memory(founding());
    Desk(with_customer).ledger(utc("2026-01-12T07:00:00Z")).register_customer(customer("Maija"));
    check_refused(with_customer);
    Store with_policy = Store::in_memory(founding());
    Desk(with_policy).apply_policy("[organisation]\ntimezone = \"UTC\"\n", utc("2026-01-12T07:00:00Z"));
    check_refused(with_policy);
}

} // namespace reklamaatio::store::tests
