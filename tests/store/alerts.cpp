// SPDX-License-Identifier: GPL-3.0-or-later
// What alerts are found of, and what is left of them in the log. By the default policy a complaint is
// answered within 8 working hours: received on Monday 12 January at eight, by 16:00.
#include "store/alerts.hpp"

#include "complaint/refusal.hpp"
#include "complaint/repair.hpp"
#include "rulebook/alerts/addressee.hpp"
#include "store/builders.hpp"
#include "store/changes.hpp"
#include "store/figures.hpp"
#include "store/overviews.hpp"
#include "store/parts.hpp"
#include "store/raised_alerts.hpp"
#include "store/random_team.hpp"
#include "store/state.hpp"

namespace reklamaatio::store::tests {
namespace {

const std::string k_morning = "2026-01-12T06:00:00Z";
const std::string k_late = "2026-01-12T15:00:00Z";

std::vector<complaint::AlertRecord> records_of(Store& store, const rulebook::Alert& alert) {
    return alert.action ? alerts_of(store.database(), *alert.action)
                        : alerts_of(store.database(), alert.complaint);
}

std::vector<rulebook::AddressedAlert> addressed_at(Store& store, Instant now) {
    const auto& policy = *store.policies().current().policy;
    std::vector<rulebook::AddressedAlert> all;
    read_raised_alerts(store.database(), policy, now, [&](std::vector<rulebook::Alert> group) {
        std::ranges::move(
            rulebook::addressed(policy, std::move(group), policy.organisation.zone.date_at(now)),
            std::back_inserter(all));
    });
    return all;
}

// "R-1 response overdue, R-2 nobody in charge": all that is raised, news or not.
std::string raised(Store& store, std::string_view now, bool only_news = false) {
    std::string text;
    for (const auto& each : addressed_at(store, utc(now))) {
        const auto records = records_of(store, each.alert);
        if (only_news && !rulebook::history_of(each, records).is_news()) continue;
        if (each.alert.what.level == complaint::AlertLevel::unassigned) continue;
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", to_string(each.alert.complaint),
                            complaint::alert_text(each.alert.what));
    }
    return text;
}

void tell_all(Store& store, Ledger ledger) {
    for (const auto& each : addressed_at(store, ledger.now())) {
        auto record = each.alert.what;
        record.sent_at = ledger.now();
        record.sent_to = each.to.key;
        if (!rulebook::history_of(each, records_of(store, each.alert)).is_news()) continue;
        if (each.alert.action)
            ledger.record_alert(*each.alert.action, record);
        else
            ledger.record_alert(each.alert.complaint, record);
    }
}

void tell_all(Store& store, std::string_view now) {
    tell_all(store, Desk(store).ledger(utc(now), "alerts"));
}

Store with_one_complaint() {
    Store store = Store::in_memory(founding());
    Desk(store).open(about("Kiuas", k_morning), utc(k_morning), customer("Maija"));
    return store;
}

} // namespace

TEST_CASE("a deadline raises alerts until it is met, and its complaint until it is resolved or void") {
    Store store = with_one_complaint();
    Desk desk(store);
    CHECK(raised(store, "2026-01-12T12:00:00Z").empty());
    CHECK(raised(store, "2026-01-12T13:00:00Z") == "R-1 response due soon");
    CHECK(raised(store, k_late) == "R-1 response overdue");
    SUBCASE("answered") {
        desk.act({1}, utc(k_late), saying(complaint::tests::outbound()));
        CHECK(raised(store, k_late).empty());
    }
    SUBCASE("resolved, and opened again") {
        desk.act({1}, utc(k_late), resolving());
        CHECK(raised(store, k_late).empty());
        desk.act({1}, utc(k_late), reopening());
        CHECK(raised(store, k_late) == "R-1 response overdue");
    }
    SUBCASE("void, and that undone") {
        desk.act({1}, utc(k_late), voiding());
        CHECK(raised(store, k_late).empty());
        Desk(store).ledger(utc(k_late), "undo").undo(latest_undoable(store.database(), "maria")->number);
        CHECK(raised(store, k_late) == "R-1 response overdue");
    }
}

TEST_CASE("unassigned is whom no person has, in alerts, list and check alike") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    Complaint draft = about("nobody's");
    desk.open(draft, utc(k_morning));
    draft.team = "returns";
    desk.open(draft, utc(k_morning));
    draft.assignee = "maria";
    desk.open(draft, utc(k_morning));
    std::vector<std::int64_t> found;
    read_unassigned(store.database(),
                    [&](const rulebook::Unassigned& each) { found.push_back(each.complaint.id.number); });
    Filter filter;
    filter.unassigned = true;
    CHECK(found == std::vector<std::int64_t>{1, 2});
    CHECK(found == ids_found(store.database(), filter));
    CHECK(unassigned(store.database()).number == 2);
}

TEST_CASE("a wait raises nothing, unless the deadline had passed before it") {
    Store store = with_one_complaint();
    Desk desk(store);
    // The resolution is due at the close of the tenth working day: Monday 26 January.
    desk.act({1}, utc("2026-01-13T06:00:00Z"), saying(complaint::tests::awaiting("a photo")));
    CHECK(raised(store, "2026-02-26T15:00:00Z").empty());
    desk.act({1}, utc("2026-01-14T06:00:00Z"), saying(complaint::tests::no_longer_awaiting()));
    CHECK(raised(store, "2026-02-26T15:00:00Z") == "R-1 resolution overdue");
    desk.act({1}, utc("2026-02-26T06:00:00Z"), saying(complaint::tests::awaiting("another photo")));
    CHECK(raised(store, "2026-02-26T15:00:00Z") == "R-1 resolution overdue");
}

TEST_CASE("what was past when it came from a file raises nothing, what comes due later does") {
    Store store = Store::in_memory(founding());
    Desk(store).import(about("Old", k_morning), utc("2026-01-14T10:00:00Z"));
    CHECK(raised(store, "2026-01-20T10:00:00Z").empty());
    CHECK(raised(store, "2026-01-27T10:00:00Z") == "R-1 resolution overdue");
}

TEST_CASE("each is told once, and a new due time is told again") {
    Store store = Store::in_memory(founding());
    Desk(store).open(about("Kiuas", k_morning), utc("2026-01-12T08:00:00Z"), customer("Maija"));
    tell_all(store, "2026-01-12T13:00:00Z");
    CHECK(raised(store, "2026-01-12T13:30:00Z", true).empty());
    CHECK(raised(store, k_late, true) == "R-1 response overdue");
    // Received later than was thought: the same deadline has another due time.
    Desk(store).act({1}, utc("2026-01-12T13:30:00Z"), [](const Complaint& c, const Occasion& then) {
        complaint::Correction correction;
        correction.values.set("received_at", utc("2026-01-12T07:00:00Z").time_since_epoch().count());
        return complaint::edit(c, correction, "", then);
    });
    CHECK(raised(store, "2026-01-13T06:30:00Z", true) == "R-1 response due soon");
    CHECK(faults_of(store).empty());
}

TEST_CASE("what was told moves nothing, stays told, and stands in the way of no undo") {
    Store store = with_one_complaint();
    auto& db = store.database();
    const auto before = *find_complaint(db, {1});
    tell_all(store, k_late);
    const auto delivery = last_event(db);
    CHECK(*find_complaint(db, {1}) == before);
    REQUIRE(alerts_of(db, complaint::Id{1}).size() == 2); // nobody has it, too
    CHECK(faults_of(store).empty());

    const auto change = events_of(db, Id{1}).back().change;
    CHECK(delivers_alerts(db, change));
    auto ledger = Desk(store).ledger(utc(k_late), "undo");
    CHECK(message_of<complaint::Refusal>([&] { ledger.undo(change); })
          == fmt::format("change_delivered_alerts: change {}; command alerts; actor maria", change));
    const auto opening = latest_undoable(db, "maria");
    REQUIRE(opening);
    CHECK(opening->command == "open");

    const auto undo = Desk(store).ledger(utc(k_late), "undo").undo(opening->number);
    CHECK(undo.number == opening->number);
    CHECK_FALSE(find_complaint(db, {1}));
    CHECK(alerts_of(db, complaint::Id{1}).empty());
    CHECK(faults_of(store).empty());
    // What was told of it is known again when it comes back.
    Desk(store).ledger(utc(k_late), "undo").undo(events_of(db, Id{1}).back().change);
    CHECK(alerts_of(db, complaint::Id{1}).size() == 2);
    CHECK(alerts_of(db, complaint::Id{1}).back().number == delivery);
    CHECK(raised(store, k_late, true).empty());
    CHECK(faults_of(store).empty());
    // Of what is there no more nothing is written.
    Desk(store)
        .ledger(utc(k_late), "alerts")
        .record_alert(complaint::Id{99}, alerts_of(db, complaint::Id{1}).front());
    CHECK(alerts_of(db, complaint::Id{99}).empty());
}

TEST_CASE("whatever is told in between, as many undos as there were commands give the state before each") {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        CAPTURE(seed);
        Store store = Store::in_memory(founding());
        auto& db = store.database();
        RandomTeam team(store, 2000 + seed);
        std::vector<std::pair<std::int64_t, std::string>> done;
        std::size_t told = 0;
        for (int i = 0; i < 40; ++i) {
            const std::string before = state_of(db);
            team.work();
            done.emplace_back(last_change(db), before);
            const auto events = last_event(db);
            tell_all(store, team.ledger("alerts"));
            told += static_cast<std::size_t>(last_event(db) - events);
        }
        CHECK(told > 20);
        REQUIRE(faults_of(store) == "");
        while (!done.empty()) {
            const auto [change, before] = done.back();
            done.pop_back();
            REQUIRE_NOTHROW(team.ledger("undo").undo(change));
            REQUIRE(differences(before, state_of(db)) == "");
            REQUIRE(faults_of(store) == "");
        }
    }
}

TEST_CASE("an acknowledgement is undone like any change, also when more was told since") {
    Store store = with_one_complaint();
    auto& db = store.database();
    complaint::AlertRecord record;
    record.level = complaint::AlertLevel::overdue;
    record.clock = complaint::Clock::response;
    record.ordinal = 1;
    record.due_at = utc("2026-01-12T14:00:00Z");
    record.raised_at = utc("2026-01-12T14:00:01Z");
    record.acknowledged_at = utc(k_late);
    record.acknowledged_by = "maria";
    record.text = "on it";
    Desk(store).ledger(utc(k_late), "alerts").record_alert(complaint::Id{1}, record);
    CHECK(raised(store, k_late) == "R-1 response overdue");
    CHECK(raised(store, k_late, true).empty());
    tell_all(store, k_late);
    const auto change = latest_undoable(db, "maria");
    REQUIRE(change);
    CHECK(change->command == "alerts");
    Desk(store).ledger(utc(k_late), "undo").undo(change->number);
    CHECK(alerts_of(db, complaint::Id{1}).size() == 1); // that nobody is in charge
    CHECK(raised(store, k_late, true) == "R-1 response overdue");
    CHECK(faults_of(store).empty());
}

TEST_CASE("what was told of a preventive action stands in its log, stops no undo, and goes with it") {
    Store store = with_one_complaint();
    auto& db = store.database();
    complaint::Action action;
    action.id = {1};
    action.text = "wrap the glass";
    action.opened_at = action.due_at = utc(k_late);
    Desk(store).ledger(utc(k_late), "action").record({}, action);
    const auto opened = latest_undoable(db, "maria");
    REQUIRE(opened);
    complaint::AlertRecord record;
    record.level = complaint::AlertLevel::overdue;
    record.clock = complaint::Clock::task;
    record.due_at = utc(k_late);
    record.sent_at = utc(k_late);
    record.sent_to = "pekka";
    Desk(store).ledger(utc(k_late), "alerts").record_alert(complaint::ActionId{1}, record);
    REQUIRE(alerts_of(db, complaint::ActionId{1}).size() == 1);
    CHECK(alerts_of(db, complaint::ActionId{1}).front().sent_to == "pekka");
    CHECK(alerts_of(db, complaint::Id{1}).empty());
    CHECK(faults_of(store).empty());
    Desk(store).ledger(utc(k_late), "undo").undo(opened->number);
    CHECK_FALSE(find_action(db, {1}));
    CHECK(alerts_of(db, complaint::ActionId{1}).empty());
    CHECK(faults_of(store).empty());
    // Of one that is not there nobody is told.
    Desk(store).ledger(utc(k_late), "alerts").record_alert(complaint::ActionId{1}, record);
    CHECK(alerts_of(db, complaint::ActionId{1}).empty());
}

TEST_CASE("what was told and is tampered with is found") {
    Store store = with_one_complaint();
    tell_all(store, k_late);
    store.database().execute("UPDATE alert SET sent_to = 'pekka'");
    CHECK(faults_of(store)
          == "steps, promises, offers, tasks, appeals, extensions or alerts of R-1 differ from what its log "
             "says");
}

TEST_CASE("a surge is found by category, against the days before") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    const auto receive = [&](std::string_view at, std::string category, int times) {
        for (int i = 0; i < times; ++i) {
            auto draft = about("x", at);
            draft.category = category;
            desk.open(draft, utc(at));
        }
    };
    receive("2026-01-01T10:00:00Z", "damage", 1);
    receive("2026-02-25T10:00:00Z", "damage", 55);
    receive("2026-03-02T10:00:00Z", "delay", 2);
    receive("2026-03-02T10:00:00Z", "damage", 6);
    const auto& policy = *store.policies().current().policy;
    const auto facts = facts_beside_complaints(store.database(), policy, utc("2026-03-02T12:00:00Z"));
    CHECK(facts.days == 56);
    REQUIRE(facts.categories.size() == 1); // two of a kind are no surge
    CHECK(facts.categories.front().category == "damage");
    CHECK(facts.categories.front().today.size() == 6);
    CHECK(facts.categories.front().before == 55); // the first one is 60 days old
    CHECK(facts.today == utc("2026-03-01T22:00:00Z"));
    desk.act({64}, utc("2026-03-02T12:00:00Z"), voiding());
    const auto without = facts_beside_complaints(store.database(), policy, utc("2026-03-02T12:00:00Z"));
    CHECK(without.categories.front().today.size() == 5);
}

} // namespace reklamaatio::store::tests
