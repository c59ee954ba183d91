// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/dossier.hpp"

#include "complaint/standing.hpp"
#include "store/actions.hpp"
#include "store/complaints.hpp"
#include "store/deadlines.hpp"
#include "store/overviews.hpp"
#include "store/parts.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace reklamaatio::casework {

namespace {

using complaint::Event;
using complaint::EventKind;

// Twelve months, leap days forgiven.
constexpr std::chrono::days k_lately{365};

std::vector<Recorded> history_of(store::Database& database, complaint::Id id) {
    std::vector<Recorded> history;
    std::vector<Event> events;
    store::read_log(database, id, [&](const store::Logged& logged) {
        history.push_back({logged, false});
        events.push_back(logged.event);
    });
    std::set<std::int64_t> standing;
    for (const auto& event : complaint::standing(std::move(events)))
        standing.insert(event.number);
    for (auto& recorded : history)
        recorded.stands = standing.contains(recorded.logged.event.number);
    return history;
}

std::vector<Event> standing_events(const std::vector<Recorded>& history) {
    std::vector<Event> events;
    for (const auto& recorded : history)
        if (recorded.stands) events.push_back(recorded.logged.event);
    return events;
}

// What somebody complained of stands in the complaint and not among the messages. Of a duplicate, the subject
// is said nowhere else.
Spoken first_words(const complaint::Complaint& complaint, const complaint::Opening& opening,
                   bool with_subject) {
    std::string text = complaint.text;
    if (with_subject && !complaint.subject.empty())
        text = complaint.subject + (text.empty() ? "" : "\n") + text;
    return {complaint.id,
            EventKind::opened,
            {0, opening.received_at, "", {complaint::Direction::in, opening.channel, false, text}},
            {},
            opening.answered_at,
            complaint.erased_at && text.empty()};
}

void add_conversation(const complaint::Complaint& complaint, const complaint::Opening& opening,
                      const std::vector<Recorded>& history, bool is_duplicate,
                      std::vector<Spoken>& conversation) {
    auto first = first_words(complaint, opening, is_duplicate);
    if (first.erased || !first.said.message.text.empty()) conversation.push_back(std::move(first));
    for (const auto& recorded : history) {
        if (!is_in_conversation(recorded)) continue;
        const auto& event = recorded.logged.event;
        conversation.push_back(
            {complaint.id,
             event.kind,
             {event.number, event.happened_at, event.actor, event.message.value_or(complaint::Message{})},
             event.parts,
             {},
             event.erased});
    }
}

void add_endings(Dossier& dossier) {
    const auto events = standing_events(dossier.history);
    dossier.opening = complaint::opening_of(events);
    dossier.earlier = complaint::endings(events);
    if (dossier.earlier.empty() || dossier.earlier.back().reopened_at) return;
    dossier.ending = dossier.earlier.back();
    dossier.earlier.pop_back();
}

bool ends_in_void(store::Database& database, std::optional<complaint::Id> survivor) {
    std::set<complaint::Id> passed; // of a damaged database it is looked at, too
    while (survivor && passed.insert(*survivor).second) {
        const auto complaint = store::find_complaint(database, *survivor);
        if (!complaint) return false;
        if (!complaint->merged_into) return complaint->status == complaint::Status::void_;
        survivor = complaint->merged_into;
    }
    return false;
}

void add_neighbours(store::Database& database, Dossier& dossier) {
    const auto& complaint = dossier.complaint();
    const auto own = std::tuple{complaint.received_at, complaint.id};
    for (const auto& other : store::neighbours_of(database, complaint, complaint.received_at - k_lately))
        (std::tuple{other.received_at, other.id} < own ? dossier.before : dossier.since).push_back(other);
}

} // namespace

bool is_in_conversation(const Recorded& recorded) {
    const auto& event = recorded.logged.event;
    const bool is_turn = event.kind == EventKind::promise_ended || event.kind == EventKind::offer_answered;
    return recorded.stands && (event.message || is_turn);
}

Dossier read_dossier(store::Database& database, complaint::Id id) {
    Dossier dossier;
    dossier.overview = store::find_overview(database, id).value();
    dossier.deadlines = store::deadlines_of(database, id);
    dossier.procedure = store::procedure_of(database, id);
    dossier.actions = store::actions_of(database, id);
    dossier.merged = store::merged_into(database, id);
    dossier.effort = store::effort_on(database, id);
    dossier.others = store::other_complainants(database, id);
    dossier.survivor_is_void = ends_in_void(database, dossier.complaint().merged_into);
    dossier.history = history_of(database, id);
    add_endings(dossier);
    add_conversation(dossier.complaint(), dossier.opening, dossier.history, false, dossier.conversation);
    for (const auto duplicate : dossier.merged) {
        const auto history = history_of(database, duplicate);
        add_conversation(store::known_complaint(database, duplicate),
                         complaint::opening_of(standing_events(history)), history, true,
                         dossier.conversation);
    }
    std::ranges::stable_sort(dossier.conversation, {}, [](const Spoken& spoken) {
        return std::tuple{spoken.said.happened_at, spoken.said.event};
    });
    add_neighbours(database, dossier);
    return dossier;
}

} // namespace reklamaatio::casework
