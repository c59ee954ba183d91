// SPDX-License-Identifier: GPL-3.0-or-later
// Every statement goes along an index: what one command costs does not grow with the database.
#include "store/alerts.hpp"
#include "store/changes.hpp"
#include "store/customer_scope.hpp"
#include "store/customers.hpp"
#include "store/deadlines.hpp"
#include "store/erased_list.hpp"
#include "store/erasure.hpp"
#include "store/figures.hpp"
#include "store/figures_alerts.hpp"
#include "store/figures_complained.hpp"
#include "store/figures_followed.hpp"
#include "store/figures_hygiene.hpp"
#include "store/figures_money.hpp"
#include "store/figures_received.hpp"
#include "store/figures_resolved.hpp"
#include "store/figures_safety.hpp"
#include "store/figures_workload.hpp"
#include "store/full_text.hpp"
#include "store/loads.hpp"
#include "store/matches.hpp"
#include "store/messages.hpp"
#include "store/overviews.hpp"
#include "store/parts.hpp"
#include "store/past_grants.hpp"
#include "store/raised_alerts.hpp"
#include "store/random_desk.hpp"
#include "store/watching.hpp"
#include "store/words_in_use.hpp"

#include <array>
#include <functional>
#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

std::set<std::string> g_seen;

int note_statement(unsigned, void*, void* statement, void*) {
    if (const char* sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement))) g_seen.insert(sql);
    return 0;
}

using Watch = store::tests::Watching<SQLITE_TRACE_STMT, note_statement>;

template <typename Work>
std::set<std::string> statements_of(Work work) {
    g_seen.clear();
    work();
    return g_seen;
}

std::vector<std::string> plan_of(Database& database, const std::string& sql) {
    std::vector<std::string> lines;
    auto query = database.query_once("EXPLAIN QUERY PLAN " + sql);
    while (query.next())
        lines.push_back(query.text(3));
    return lines;
}

// Tables that grow, as they and their aliases are called in plans.
constexpr std::array<std::string_view, 25> k_growing{
    "complaint", "deadline",  "event",  "message",   "customer",
    "change",    "reopening", "c",      "d",         "e",
    "m",         "u",         "r",      "alert",     "complaint_document",
    "k",         "o",         "p",      "s",         "customer_document",
    "wait",      "w",         "appeal", "extension", "l"};

// An index that holds only what is at hand, unmet or unpaid may be read from end to end: that is the work itself. So may that
// of policies, absences and volumes, of which there are few, and that of undoings, of which there are few as well.
bool is_whole_reading(std::string_view line) {
    if (!line.starts_with("SCAN ")) return false;
    const std::string_view rest = line.substr(5);
    const std::string_view name = rest.substr(0, rest.find(' '));
    if (std::find(k_growing.begin(), k_growing.end(), name) == k_growing.end()) return false;
    return rest.find("INDEX complaint_at_hand") == std::string_view::npos
           && rest.find("INDEX deadline_unmet") == std::string_view::npos
           && rest.find("INDEX deadline_outliving") == std::string_view::npos
           && rest.find("INDEX complaint_unpaid") == std::string_view::npos
           && rest.find("INDEX offer_unpaid") == std::string_view::npos
           && rest.find("INDEX change_undoing") == std::string_view::npos
           && rest.find("INDEX event_of_firm") == std::string_view::npos;
}

// Statements of ours that look for something; the full text has statements of its own for its own tables.
bool has_plan(const std::string& sql) {
    constexpr std::array<std::string_view, 4> k_verbs{"SELECT", "INSERT", "DELETE", "UPDATE"};
    const auto begins = sql.find_first_not_of(" \n");
    if (begins == std::string::npos || sql.find("_text_") != std::string::npos) return false;
    // Of the others that begin so, some go through what they have gathered by the letter of a table.
    if (sql.find("WITH RECURSIVE used") == begins) return true;
    const std::string verb = sql.substr(begins, 6);
    // A plan of bare values has only checks of foreign keys, which are run when one is open.
    if (verb == "INSERT" && sql.find("SELECT") == std::string::npos) return false;
    return std::find(k_verbs.begin(), k_verbs.end(), verb) != k_verbs.end();
}

// The last row by number, and no more of them.
bool takes_the_last(const std::string& sql) {
    return sql.ends_with("ORDER BY id DESC LIMIT 1") && sql.find("WHERE") == std::string::npos;
}

void check_plans(Database& database, const std::set<std::string>& statements) {
    CHECK_FALSE(statements.empty());
    for (const std::string& sql : statements) {
        CAPTURE(sql);
        for (const std::string& line : plan_of(database, sql)) {
            CAPTURE(line);
            CHECK_FALSE((is_whole_reading(line) && !takes_the_last(sql)));
        }
    }
}

void fill(Store& store) {
    RandomDesk desk(61);
    for (int i = 0; i < 800; ++i)
        desk.work(store);
}

} // namespace

TEST_CASE("what commands ask goes along indexes") {
    const Watch watch;
    Store store = Store::in_memory(founding());
    fill(store);
    auto& db = store.database();
    const Instant from = utc("2026-03-09T00:00:00Z");
    const Instant until = utc("2026-03-16T00:00:00Z");
    const auto ignore_due = [](const DueRow&) {};
    const auto ignore = [](Instant, const std::string&) {};
    const auto ignore_moved = [](const Moved&) {};
    const auto overviews = [&](const std::function<void(Filter&)>& change, Order order) {
        Filter filter;
        change(filter);
        read_overviews(db, filter, {order, false, {}}, [](const complaint::Overview&) {});
    };

    struct Case {
        const char* what;
        std::function<void()> work;
    };
    const Case cases[] = {
        {"find_complaint", [&] { find_complaint(db, {5}); }},
        {"find_by_uid", [&] { find_by_uid(db, Desk::uid_of({5})); }},
        {"find_by_ref", [&] { find_by_ref(db, "shop", "A-1"); }},
        {"find_by_ref without a source", [&] { find_by_ref(db, "", "A-1"); }},
        {"next_complaint_id", [&] { next_complaint_id(db); }},
        {"id_is_free", [&] { id_is_free(db, {5}); }},
        {"ids_of a range",
         [&] {
             ids_of(db, complaint::IdRange{{3}, {5}});
         }},
        {"find_customer", [&] { find_customer(db, {1}); }},
        {"recognise", [&] { recognise(db, customer("", "nobody@example.fi", "0409999999"), "FI"); }},
        {"next_customer_id", [&] { next_customer_id(db); }},
        {"events_of a complaint", [&] { events_of(db, Id{5}); }},
        {"events_of a customer", [&] { events_of(db, CustomerId{1}); }},
        {"deadlines_of", [&] { deadlines_of(db, {5}); }},
        {"reopenings_of", [&] { reopenings_of(db, {5}); }},
        {"conversation_of", [&] { conversation_of(db, {5}); }},
        {"forget and learn words",
         [&] {
             forget_words(db, Id{5});
             learn_words(db, Id{5});
             forget_words(db, CustomerId{1});
             learn_words(db, CustomerId{1});
         }},
        {"current policy", [&] { PolicyBook(db).current(); }},
        {"read_due", [&] { read_due(db, from, until, GroupField::team, ignore_due); }},
        {"read_overdue", [&] { read_overdue(db, until, GroupField::none, ignore_due); }},
        {"read_at_risk", [&] { read_at_risk(db, until, GroupField::team, ignore_due); }},
        {"read_due_soon", [&] { read_due_soon(db, from, until, GroupField::none, ignore_due); }},
        {"owner_of",
         [&] {
             owner_of(db, {5, complaint::Clock::task, {}, {}, {}, {}, "", ""});
         }},
        {"count_extensions",
         [&] { count_extensions(db, complaint::Clock::legal, from, until, GroupField::team); }},
        {"open tasks", [&] { tasks_of_all(db, false); }},
        {"group_value", [&] { group_value(db, GroupField::assignee_then, {1}, from); }},
        {"read_raised_alerts",
         [&] { read_raised_alerts(db, *PolicyBook(db).current().policy, until, [](const auto&) {}); }},
        {"last_planned_at", [&] { last_planned_at(db, complaint::Id{5}); }},
        {"last_planned_at of an action", [&] { last_planned_at(db, complaint::ActionId{5}); }},
        {"alerts_of", [&] { alerts_of(db, complaint::Id{5}); }},
        {"surge_alerts", [&] { surge_alerts(db, from); }},
        {"delivers_alerts", [&] { delivers_alerts(db, 5); }},
        {"in_the_way_of", [&] { in_the_way_of(db, 5); }},
        {"read_targets", [&] { read_targets(db, from, until, GroupField::kind, [](const Targets&) {}); }},
        {"first_receipt", [&] { first_receipt(db); }},
        {"received",
         [&] { read_movements(db, Movement::received, from, until, GroupField::none, ignore_moved); }},
        {"reopened",
         [&] { read_movements(db, Movement::reopened, from, until, GroupField::team, ignore_moved); }},
        {"resolved",
         [&] { read_movements(db, Movement::resolved, from, until, GroupField::none, ignore_moved); }},
        {"voided",
         [&] { read_movements(db, Movement::voided, from, until, GroupField::none, ignore_moved); }},
        {"read_open_at", [&] { read_open_at(db, from, GroupField::category, ignore); }},
        {"count_movements",
         [&] {
             for (const auto movement :
                  {Movement::received, Movement::reopened, Movement::resolved, Movement::voided})
                 count_movements(db, movement, from, until, GroupField::team);
         }},
        {"read_taken_in",
         [&] { read_taken_in(db, from, until, GroupField::assignee, [](const TakenIn&) {}); }},
        {"read_resolutions of whoever had them",
         [&] { read_resolutions(db, from, until, GroupField::assignee_then, [](const Resolution&) {}); }},
        {"read_received",
         [&] { read_received(db, from, until, GroupField::customer, [](const Received&) {}); }},
        {"count_received", [&] { count_received(db, from, until, GroupField::channel); }},
        {"read_ended", [&] { read_ended(db, from, until, GroupField::assignee_then, [](const Ended&) {}); }},
        {"read_resolutions",
         [&] { read_resolutions(db, from, until, GroupField::none, [](const Resolution&) {}); }},
        {"read_at_hand", [&] { read_at_hand(db, from, GroupField::assignee_then, [](const AtHand&) {}); }},
        {"read_concluded",
         [&] { read_concluded(db, from, until, GroupField::kind, [](const Concluded&) {}); }},
        {"read_logged_later",
         [&] { read_logged_later(db, from, until, GroupField::none, [](const Noted&) {}); }},
        {"read_dangers", [&] { read_dangers(db, from, until, GroupField::none, [](const Danger&) {}); }},
        {"read_unpaid", [&] { read_unpaid(db, GroupField::team, [](const Unpaid&) {}); }},
        {"read_shared_phones",
         [&] { read_shared_phones(db, "FI", GroupField::kind, [](const SharedPhone&) {}); }},
        {"read_held", [&] { read_held(db, from, GroupField::team, [](const Held&) {}); }},
        {"read_hand_overs",
         [&] { read_hand_overs(db, from, until, GroupField::none, [](const HandOver&) {}); }},
        {"read_sent_alerts",
         [&] {
             read_sent_alerts(db, from, until, until, GroupField::assignee_then, [](const SentAlert&) {});
         }},
        {"read_unalerted", [&] { read_unalerted(db, from, until, GroupField::none, ignore_due); }},
        {"read_given", [&] { read_given(db, from, until, GroupField::none, [](const Given&) {}); }},
        {"read_payments", [&] { read_payments(db, from, until, GroupField::none, [](const Payment&) {}); }},
        {"read_handled", [&] { read_handled(db, from, until, GroupField::customer, [](const Handled&) {}); }},
        {"efforts_of a complaint", [&] { efforts_of(db, complaint::Id{1}); }},
        {"efforts_of an action", [&] { efforts_of(db, complaint::ActionId{1}); }},
        {"past_grants_of", [&] { past_grants_of(db, {1}); }},
        {"read_followed_up",
         [&] { read_followed_up(db, from, until, until, GroupField::kind, [](const FollowedUp&) {}); }},
        {"read_asked", [&] { read_asked(db, from, until, GroupField::none, [](const Asked&) {}); }},
        {"read_complained",
         [&] { read_complained(db, from, until, GroupField::product, [](const Complained&) {}); }},
        {"read_unresolved",
         [&] { read_unresolved(db, from, GroupField::assignee_then, [](const Complained&) {}); }},
        {"has_appeals_to", [&] { has_appeals_to(db, "kkv"); }},
        {"read_appeals", [&] { read_appeals(db, from, until, GroupField::none, [](const Appealed&) {}); }},
        {"read_decided_appeals",
         [&] { read_decided_appeals(db, from, until, GroupField::none, [](const Appealed&) {}); }},
        {"figures of what a filter asks for",
         [&] {
             // Each of these has an index, which would lead away from the period.
             Filter filter;
             filter.fields.ask("category", {"damage"});
             filter.assignee = {"maria"};
             filter.words = "kiuas";
             const Selection which{GroupField::none, filter};
             read_due(db, from, until, which, ignore_due);
             read_overdue(db, until, which, ignore_due);
             read_targets(db, from, until, which, [](const Targets&) {});
             for (const auto movement :
                  {Movement::received, Movement::reopened, Movement::resolved, Movement::voided})
                 read_movements(db, movement, from, until, which, ignore_moved);
             read_open_at(db, from, which, ignore);
             read_received(db, from, until, which, [](const Received&) {});
             count_received(db, from, until, which);
             read_ended(db, from, until, which, [](const Ended&) {});
             read_resolutions(db, from, until, which, [](const Resolution&) {});
             read_at_hand(db, from, which, [](const AtHand&) {});
             read_concluded(db, from, until, which, [](const Concluded&) {});
             read_logged_later(db, from, until, which, [](const Noted&) {});
             read_unpaid(db, which, [](const Unpaid&) {});
             read_dangers(db, from, until, which, [](const Danger&) {});
             read_shared_phones(db, "FI", which, [](const SharedPhone&) {});
             read_held(db, from, which, [](const Held&) {});
             read_hand_overs(db, from, until, which, [](const HandOver&) {});
             read_sent_alerts(db, from, until, until, which, [](const SentAlert&) {});
             read_unalerted(db, from, until, which, ignore_due);
             read_given(db, from, until, which, [](const Given&) {});
             read_payments(db, from, until, which, [](const Payment&) {});
             read_handled(db, from, until, which, [](const Handled&) {});
             read_followed_up(db, from, until, until, which, [](const FollowedUp&) {});
             read_asked(db, from, until, which, [](const Asked&) {});
             read_complained(db, from, until, which, [](const Complained&) {});
             read_unresolved(db, from, which, [](const Complained&) {});
             read_appeals(db, from, until, which, [](const Appealed&) {});
             read_decided_appeals(db, from, until, which, [](const Appealed&) {});
         }},
        {"loads_of",
         [&] {
             loads_of(db, std::vector<std::string>{"maria", "pekka"});
         }},
        {"desks", [&] { desks(db); }},
        {"list of an assignee",
         [&] {
             overviews(
                 [](Filter& f) {
                     f.at_hand = true;
                     f.assignee = {"maria"};
                 },
                 Order::urgency);
         }},
        {"list", [&] { overviews([](Filter& f) { f.at_hand = true; }, Order::urgency); }},
        {"list of ids",
         [&] {
             overviews([](Filter& f) { f.ids = {{3}, {5}}; }, Order::id);
         }},
        {"list of words", [&] { overviews([](Filter& f) { f.words = "kiuas"; }, Order::id); }},
        {"list of closed ones with words",
         [&] {
             Filter filter;
             filter.at_hand = true;
             filter.words = "kiuas maija";
             count_hidden(db, filter);
         }},
        {"list of a product",
         [&] { overviews([](Filter& f) { f.fields.ask("product", {"M3"}); }, Order::id); }},
        {"list of a team", [&] { overviews([](Filter& f) { f.team = {"sales"}; }, Order::id); }},
        {"list resolved since",
         [&] { overviews([&](Filter& f) { f.resolved_since = from; }, Order::urgency); }},
        {"list resolved until",
         [&] { overviews([&](Filter& f) { f.resolved_until = from; }, Order::urgency); }},
        {"list since", [&] { overviews([&](Filter& f) { f.since = from; }, Order::received_at); }},
        {"list since until",
         [&] {
             overviews(
                 [&](Filter& f) {
                     f.since = from;
                     f.until = until;
                 },
                 Order::urgency);
         }},
        {"list at hand since",
         [&] {
             overviews(
                 [&](Filter& f) {
                     f.at_hand = true;
                     f.since = from;
                 },
                 Order::urgency);
         }},
        {"list overdue", [&] { overviews([&](Filter& f) { f.overdue_at = from; }, Order::urgency); }},
        {"list due before", [&] { overviews([&](Filter& f) { f.due_before = until; }, Order::urgency); }},
        {"open",
         [&] { Desk(store).open(about("x"), utc("2026-06-01T00:00:00Z"), customer("M", "m@example.fi")); }},
        {"answer",
         [&] {
             Desk(store).act({next_complaint_id(db).number - 1}, utc("2026-06-01T00:00:00Z"),
                             saying(complaint::tests::outbound()));
         }},
        {"resolve",
         [&] {
             Desk(store).act({next_complaint_id(db).number - 1}, utc("2026-06-01T00:00:00Z"), resolving());
         }},
        {"erase",
         [&] {
             const auto scope = scope_of(db, CustomerId{1});
             REQUIRE(has_personal_data(db, scope));
             complaints_naming(db, scope, 5);
             auto ledger = Desk(store).ledger(utc("2026-06-01T00:00:00Z"), "customer erase");
             ledger.erase(scope);
             erases(db, ledger.change());
             const auto erased = erased_by(db, ledger.change());
             REQUIRE_FALSE(erased.empty());
             still_kept(db, erased);
         }},
        {"erase a complaint that is nobody's", [&] { scope_of(db, Id{5}); }},
    };
    std::vector<Case> all(std::begin(cases), std::end(cases));
    for (const auto* field : complaint::complaint_fields(complaint::Use::list))
        if (field->words.empty())
            all.push_back({field->name.data(), [&db, field] { spellings_in_use(db, field->name, "x"); }});
    for (const char* field : {"team", "assignee", "tags"})
        all.push_back({field, [&db, field] { spellings_in_use(db, field, "x"); }});
    for (const Case& c : all) {
        CAPTURE(std::string(c.what));
        auto statements = statements_of(c.work);
        std::erase_if(statements, [](const std::string& sql) { return !has_plan(sql); });
        check_plans(db, statements);
    }
}

TEST_CASE(
    "what is at hand is gone through, and nothing else, whatever is asked of it and in whichever order") {
    const Watch watch;
    Store store = Store::in_memory(founding());
    fill(store);
    auto& db = store.database();
    const std::vector<std::function<void(Filter&)>> narrowings = {
        [](Filter&) {},
        [](Filter& f) { f.assignee = {"maria"}; },
        [](Filter& f) { f.team = {"sales"}; },
        [](Filter& f) { f.unassigned = true; },
        [](Filter& f) { f.since = utc("2026-03-09T00:00:00Z"); },
        [](Filter& f) { f.resolved_until = utc("2026-03-09T00:00:00Z"); },
        [](Filter& f) {
            for (const auto* field : {"kind", "harm", "category", "product", "channel", "source", "remedy"})
                f.fields.ask(field, {"x"});
        }};
    const std::vector<std::function<void(Filter&)>> ways = {
        [](Filter& f) { f.at_hand = true; }, [](Filter& f) { f.status = {complaint::Status::open}; },
        [](Filter& f) {
            f.status = {complaint::Status::waiting, complaint::Status::resolved};
        }};
    // Of all tables but the deadlines and the customers of those that are found.
    const auto goes_elsewhere = [](const std::string& line) {
        const bool is_of_complaints = line.starts_with("SCAN c") || line.starts_with("SEARCH c ");
        return is_of_complaints && line.find("INDEX complaint_at_hand") == std::string::npos
               && line.find("INTEGER PRIMARY KEY") == std::string::npos;
    };
    for (const auto& narrow : narrowings)
        for (const auto& admit : ways)
            for (auto order = Order::id; order <= Order::harm; order = Order(static_cast<int>(order) + 1)) {
                Filter filter;
                narrow(filter);
                admit(filter);
                const auto statements = statements_of([&] {
                    read_overviews(db, filter, {order, true, {}}, [](const complaint::Overview&) {});
                    count_overviews(db, filter, {}, {});
                    count_complaints(db, filter);
                });
                for (const auto& sql : statements) {
                    CAPTURE(sql);
                    if (has_plan(sql))
                        for (const auto& line : plan_of(db, sql)) {
                            CAPTURE(line);
                            CHECK_FALSE(goes_elsewhere(line));
                        }
                }
            }
}

TEST_CASE("complaints of some kinds are counted out of the index of receipts alone") {
    const Watch watch;
    Store store = Store::in_memory(founding());
    fill(store);
    auto& db = store.database();
    Filter filter;
    filter.fields.ask("kind", {"complaint", "claim"});
    const auto statements = statements_of([&] {
        count_received(db, utc("2026-01-01T00:00:00Z"), utc("2026-12-31T00:00:00Z"),
                       {GroupField::none, filter});
    });
    REQUIRE(statements.size() == 1);
    const auto plan = plan_of(db, *statements.begin());
    REQUIRE_FALSE(plan.empty());
    CHECK(plan.front().find("COVERING INDEX complaint_by_receipt") != std::string::npos);
    for (const auto& line : plan)
        CHECK(line.find("TEMP B-TREE") == std::string::npos); // nothing is sorted
}

TEST_CASE("every statement that is kept can be planned") {
    Store store = Store::in_memory(founding());
    fill(store);
    auto& db = store.database();
    faults_of(store);
    const auto statements = db.statements();
    CHECK(statements.size() > 20);
    for (const std::string& sql : statements) {
        CAPTURE(sql);
        if (has_plan(sql)) CHECK_NOTHROW(plan_of(db, sql));
    }
}

} // namespace reklamaatio::store::tests
