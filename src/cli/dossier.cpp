// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/dossier.hpp"

#include "store/actions.hpp"
#include "store/complaints.hpp"
#include "store/deadlines.hpp"
#include "store/parts.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace reklamaatio::cli {

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

// What somebody complained of stands in the complaint and not among the messages.
Spoken first_words(const complaint::Complaint& complaint) {
    return {
        complaint.id,
        {0, complaint.received_at, "", {complaint::Direction::in, complaint.channel, false, complaint.text}},
        {}};
}

void add_conversation(store::Database& database, const complaint::Complaint& complaint,
                      const std::vector<Recorded>& history, std::vector<Spoken>& conversation) {
    if (!complaint.text.empty()) conversation.push_back(first_words(complaint));
    for (auto& said : store::conversation_of(database, complaint.id)) {
        Spoken spoken{complaint.id, std::move(said), {}};
        const auto event = std::ranges::find(history, spoken.said.event, [](const Recorded& recorded) {
            return recorded.logged.event.number;
        });
        if (event != history.end()) spoken.parts = event->logged.event.parts;
        conversation.push_back(std::move(spoken));
    }
}

std::optional<complaint::Outcome> outcome_in(const Event& event) {
    const auto change = std::ranges::find(event.changes, "outcome", &complaint::FieldChange::field);
    if (change == event.changes.end()) return std::nullopt;
    const auto* word = std::get_if<std::string>(&change->before);
    return word != nullptr ? complaint::find_word<complaint::Outcome>(*word) : std::nullopt;
}

// A reopening takes the outcome away and so remembers it.
std::vector<Earlier> earlier_resolutions(store::Database& database, complaint::Id id,
                                         const std::vector<Recorded>& history) {
    std::vector<Earlier> found;
    for (const auto& times : store::reopenings_of(database, id))
        found.push_back({times, std::nullopt});
    auto next = found.begin();
    for (const auto& recorded : history)
        if (recorded.stands && recorded.logged.event.kind == EventKind::reopened && next != found.end())
            (next++)->outcome = outcome_in(recorded.logged.event);
    return found;
}

void add_neighbours(store::Database& database, Dossier& dossier) {
    const auto& complaint = dossier.complaint();
    const auto own = std::tuple{complaint.received_at, complaint.id};
    for (const auto& other : store::neighbours_of(database, complaint, complaint.received_at - k_lately))
        (std::tuple{other.received_at, other.id} < own ? dossier.before : dossier.since).push_back(other);
}

} // namespace

Dossier read_dossier(store::Database& database, complaint::Id id) {
    Dossier dossier;
    dossier.overview = store::find_overview(database, id).value();
    dossier.deadlines = store::deadlines_of(database, id);
    dossier.procedure = store::procedure_of(database, id);
    dossier.actions = store::actions_of(database, id);
    dossier.merged = store::merged_into(database, id);
    dossier.history = history_of(database, id);
    dossier.earlier = earlier_resolutions(database, id, dossier.history);
    add_conversation(database, dossier.complaint(), dossier.history, dossier.conversation);
    for (const auto duplicate : dossier.merged)
        add_conversation(database, store::find_complaint(database, duplicate).value(),
                         history_of(database, duplicate), dossier.conversation);
    std::ranges::stable_sort(dossier.conversation, {}, [](const Spoken& spoken) {
        return std::tuple{spoken.said.happened_at, spoken.said.event};
    });
    add_neighbours(database, dossier);
    return dossier;
}

} // namespace reklamaatio::cli
