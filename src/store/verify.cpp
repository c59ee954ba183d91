// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/verify.hpp"

#include "complaint/error.hpp"
#include "complaint/standing.hpp"
#include "policy/policy.hpp"
#include "rulebook/clocks/deadline.hpp"
#include "store/absences.hpp"
#include "store/actions.hpp"
#include "store/changes.hpp"
#include "store/complaints.hpp"
#include "store/customers.hpp"
#include "store/deadlines.hpp"
#include "store/efforts.hpp"
#include "store/error.hpp"
#include "store/events.hpp"
#include "store/full_text.hpp"
#include "store/log_faults.hpp"
#include "store/messages.hpp"
#include "store/own_values.hpp"
#include "store/parts.hpp"
#include "store/past_grants.hpp"
#include "store/planning.hpp"
#include "store/shared_phones.hpp"
#include "store/soundness.hpp"
#include "store/volumes.hpp"
#include "store/waits.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::store {

namespace {

using complaint::Complaint;
using complaint::Customer;
using complaint::Event;

constexpr const char* k_complaint_ids =
    "SELECT id FROM complaint UNION SELECT complaint_id FROM event WHERE complaint_id IS NOT NULL ORDER BY 1";
constexpr const char* k_customer_ids =
    "SELECT id FROM customer UNION SELECT customer_id FROM event WHERE customer_id IS NOT NULL ORDER BY 1";
constexpr const char* k_action_ids =
    "SELECT id FROM action UNION SELECT action_id FROM event WHERE action_id IS NOT NULL ORDER BY 1";
// What was undone from its beginning is looked at as well, and is not there.
constexpr const char* k_counts = "SELECT count(*) FROM event UNION ALL SELECT count(*) FROM complaint UNION "
                                 "ALL SELECT count(*) FROM customer UNION ALL SELECT count(*) FROM change";

std::vector<std::int64_t> numbers(Database& database, const char* sql) {
    std::vector<std::int64_t> found;
    auto query = database.query(sql);
    while (query.next())
        found.push_back(query.integer(0));
    return found;
}

void check_file(Database& database, std::vector<std::string>& faults) {
    auto integrity = database.query("PRAGMA integrity_check(20)");
    while (integrity.next())
        if (const std::string line = integrity.text(0); line != "ok")
            faults.push_back(fmt::format("the file is damaged: {}", line));
    auto links = database.query("PRAGMA foreign_key_check");
    while (links.next())
        faults.push_back(fmt::format("row {} of {} refers to something that is not there", links.integer(1),
                                     links.text(0)));
}

// Nothing: there is no row.
using Differing = std::optional<std::vector<std::string_view>>;

// Of which nothing is told.
template <typename Owner, typename Number>
Owner blank(Number id) {
    Owner owner;
    owner.id = id;
    return owner;
}

std::vector<Said> said_in(const std::vector<Event>& events) {
    std::vector<Said> said;
    for (const auto& event : events)
        if (event.message) said.push_back({event.number, event.happened_at, event.actor, *event.message});
    std::ranges::stable_sort(said, {}, &Said::happened_at);
    return said;
}

// What was merged goes on in one that is there, and comes to an end there.
std::string fault_of_survivor(Database& database, const Complaint& complaint) {
    std::set<complaint::Id> passed;
    for (auto next = complaint.merged_into; next;) {
        if (!passed.insert(*next).second)
            return fmt::format("{} goes on in {}, which goes on in it", to_string(complaint.id),
                               to_string(*complaint.merged_into));
        const auto survivor = find_complaint(database, *next);
        if (!survivor)
            return fmt::format("{} goes on in {}, which is not there", to_string(complaint.id),
                               to_string(*next));
        next = survivor->merged_into;
    }
    return "";
}

// The state against the log; whether there is both.
bool check_state(Database& database, complaint::Id id, const std::vector<Event>& events,
                 std::vector<std::string>& faults) {
    const auto replayed = complaint::replayed<Complaint>(id, events);
    const auto differing = differing_fields(database, replayed.value_or(blank<Complaint>(id)));
    const bool is_undone = !differing && !replayed && !events.empty(); // its opening was
    if (is_undone) return false;
    if (events.empty() || !differing)
        faults.push_back(
            fmt::format("{} is not in {}", to_string(id), events.empty() ? "the log" : "the state"));
    else if (!replayed)
        faults.push_back(fmt::format("{} was undone, and is still in the state", to_string(id)));
    else if (!differing->empty())
        faults.push_back(
            fmt::format("{} differs from what its log says: {}", to_string(id), fmt::join(*differing, ", ")));
    return !events.empty() && differing && replayed;
}

// What follows from the events that stand.
void check_consequences(Database& database, PolicyBook& policies, complaint::Id id,
                        const std::vector<Event>& standing, std::vector<std::string>& faults) {
    const auto check = [&](bool is_so, const char* what) {
        if (!is_so) faults.push_back(fmt::format(fmt::runtime(what), to_string(id)));
    };
    complaint::Procedure procedure;
    for (const auto& event : standing)
        complaint::apply(procedure, event);
    check(said_in(standing) == conversation_of(database, id),
          "the conversation of {} differs from what its log says");
    check(waits_in(standing) == waits_of(database, id), "for what {} waited differs from what its log says");
    check(
        holds_procedure(database, id, procedure),
        "steps, promises, offers, tasks, appeals, extensions or alerts of {} differ from what its log says");
    const auto plan = plan_of(database, policies, id, standing);
    check(plan.deadlines == deadlines_of(database, id) && clock_bits(plan) == targeted_clocks(database, id)
              && plan.unanswered_since == unanswered_since(database, id),
          "the deadlines of {} differ from what its log and the policies say");
    check(past_grants_in(standing) == past_grants_of(database, id),
          "what earlier ends of {} granted differs from what its log says");
    check(efforts_in(policies, standing) == efforts_of(database, id),
          "the work on {} or its cost differs from what its log and the policies say");
    check(complaint::reopenings(standing) == reopenings_of(database, id),
          "the reopenings of {} differ from what its log says");
}

void check_complaint(Database& database, PolicyBook& policies, complaint::Id id,
                     std::vector<std::string>& faults) {
    auto events = events_of(database, id);
    if (!check_state(database, id, events, faults)) return;
    check_consequences(database, policies, id, complaint::standing(std::move(events)), faults);
    const auto fault = fault_of_survivor(database, known_complaint(database, id));
    if (!fault.empty()) faults.push_back(fault);
}

// What was undone is not there; what is there is as its log says.
template <typename Owner, typename Number>
void check_owner(Number id, const std::optional<Owner>& replayed, const Differing& differing,
                 std::vector<std::string>& faults) {
    if (!differing && !replayed) return;
    if (differing && replayed && differing->empty()) return;
    std::string what = differing ? "it is not in the log" : "it is not in the state";
    if (differing && replayed) what = fmt::format("{}", fmt::join(*differing, ", "));
    faults.push_back(fmt::format("{} differs from what the log says: {}", to_string(id), what));
}

void check_customer(Database& database, complaint::CustomerId id, const std::string& country,
                    std::vector<std::string>& faults) {
    const auto replayed = complaint::replayed<Customer>(id, events_of(database, id));
    check_owner(id, replayed, differing_fields(database, replayed.value_or(blank<Customer>(id)), country),
                faults);
}

void check_action(Database& database, PolicyBook& policies, complaint::ActionId id,
                  std::vector<std::string>& faults) {
    const auto events = events_of(database, id);
    const auto replayed = complaint::replayed<complaint::Action>(id, events);
    check_owner(id, replayed, differing_fields(database, replayed.value_or(blank<complaint::Action>(id))),
                faults);
    if (efforts_in(policies, complaint::standing(events)) != efforts_of(database, id))
        faults.push_back(fmt::format(
            "the work on {} or its cost differs from what the log and the policies say", to_string(id)));
}

void check_absences(Database& database, std::vector<std::string>& faults) {
    auto told = replayed_absences(database);
    std::erase_if(told, [](const rulebook::Absences& each) { return each.away.empty(); });
    if (absences(database) != told) faults.push_back("when staff are away differs from what the log says");
}

void check_volumes(Database& database, std::vector<std::string>& faults) {
    std::vector<complaint::Volume> known;
    read_volumes(database, [&](const complaint::Volume& volume) { known.push_back(volume); });
    std::ranges::sort(known, {}, &complaint::Volume::of);
    auto told = replayed_volumes(database);
    std::erase_if(told, [](const complaint::Volume& each) { return !each.number; });
    if (known != told) faults.push_back("the volumes differ from what the log says");
}

// The text of a policy against its hash, and that against the log.
void check_policies(Database& database, PolicyBook& policies, std::vector<std::string>& faults) {
    const auto applied = policy_events(database);
    const auto texts = policies.texts();
    const auto undone = undone_changes(database);
    if (texts.size() != applied.size())
        faults.push_back("the log and the policies do not tell of the same versions");
    for (std::size_t i = 0; i < std::min(texts.size(), applied.size()); ++i) {
        const auto* hash = complaint::change_of(applied[i].changes, complaint::k_policy_hash);
        const auto* version = complaint::change_of(applied[i].changes, complaint::k_policy_version);
        const bool same = hash != nullptr && hash->after == complaint::Value{texts[i].hash}
                          && version != nullptr
                          && version->after == complaint::Value{std::int64_t{texts[i].version}}
                          && texts[i].change == applied[i].change;
        if (!same || PolicyBook::hash_of(texts[i].toml) != texts[i].hash)
            faults.push_back(
                fmt::format("the text of policy {} is not the one that was applied", texts[i].version));
        if (texts[i].undone != undone.contains(texts[i].change))
            faults.push_back(
                fmt::format("the log does not say whether policy {} is undone", texts[i].version));
    }
}

// What cannot even be read is a fault, and no reason to look no further.
void guarded(std::vector<std::string>& faults, const std::string& what, const std::function<void()>& check) {
    try {
        check();
    } catch (const StoreError& fault) {
        faults.push_back(fmt::format("{}: {}", what, fault.what()));
    } catch (const complaint::BadValue& fault) {
        faults.push_back(fmt::format("{}: {}", what, fault.what()));
    } catch (const policy::PolicyError& fault) {
        faults.push_back(fmt::format("{}: {}", what, fault.what()));
    }
}

void count(Database& database, VerifyResult& verdict) {
    const auto counts = numbers(database, k_counts);
    verdict.events = counts[0];
    verdict.complaints = counts[1];
    verdict.customers = counts[2];
    verdict.changes = counts[3];
}

void check_complaints(Database& database, PolicyBook& policies, std::vector<std::string>& faults) {
    for (const auto number : numbers(database, k_complaint_ids))
        guarded(faults, to_string(complaint::Id{number}),
                [&] { check_complaint(database, policies, {number}, faults); });
}

void check_customers(Database& database, PolicyBook& policies, std::vector<std::string>& faults) {
    std::string country;
    guarded(faults, "the policy in force",
            [&] { country = policies.current().policy->organisation.country; });
    for (const auto number : numbers(database, k_customer_ids))
        guarded(faults, to_string(complaint::CustomerId{number}),
                [&] { check_customer(database, {number}, country, faults); });
    if (!phones_are_shared_as_told(database))
        faults.push_back("which telephone numbers several customers have differs from what they have");
}

void check_actions(Database& database, PolicyBook& policies, std::vector<std::string>& faults) {
    for (const auto number : numbers(database, k_action_ids))
        guarded(faults, to_string(complaint::ActionId{number}),
                [&] { check_action(database, policies, {number}, faults); });
}

} // namespace

VerifyResult verify(Database& database, PolicyBook& policies) {
    VerifyResult verdict;
    guarded(verdict.faults, "the file", [&] { check_file(database, verdict.faults); });
    const auto add = [&](std::vector<std::string> faults) {
        std::ranges::move(faults, std::back_inserter(verdict.faults));
    };
    guarded(verdict.faults, "the schema", [&] { add(faults_of_schema(database)); });
    guarded(verdict.faults, "the log", [&] { add(faults_of_log(database)); });
    guarded(verdict.faults, "the words", [&] { add(faults_of_words(database)); });
    guarded(verdict.faults, "the conversations", [&] { add(faults_of_messages(database)); });
    guarded(verdict.faults, "own fields", [&] { add(faults_of_own_values(database)); });
    guarded(verdict.faults, "the policies", [&] { check_policies(database, policies, verdict.faults); });
    guarded(verdict.faults, "who is away", [&] { check_absences(database, verdict.faults); });
    guarded(verdict.faults, "the volumes", [&] { check_volumes(database, verdict.faults); });
    guarded(verdict.faults, "the events", [&] { count(database, verdict); });
    guarded(verdict.faults, "the complaints", [&] { check_complaints(database, policies, verdict.faults); });
    guarded(verdict.faults, "the customers", [&] { check_customers(database, policies, verdict.faults); });
    guarded(verdict.faults, "the actions", [&] { check_actions(database, policies, verdict.faults); });
    return verdict;
}

} // namespace reklamaatio::store
