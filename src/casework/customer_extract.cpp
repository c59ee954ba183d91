// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/customer_extract.hpp"

#include "complaint/standing.hpp"
#include "store/changes.hpp"
#include "store/complaints.hpp"
#include "store/customer_scope.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace reklamaatio::casework {

namespace {

using complaint::FieldChange;

void leave_out_staff(std::vector<FieldChange>& changes) {
    std::erase_if(changes, [](const FieldChange& change) { return names_staff(change.field); });
}

void leave_out_staff(std::vector<complaint::PartChange>& parts) {
    for (auto& part : parts)
        leave_out_staff(part.changes);
    std::erase_if(parts, [](const complaint::PartChange& part) { return part.changes.empty(); });
}

bool is_of(const store::CustomerScope& scope, complaint::Id id) {
    return std::ranges::binary_search(scope.complaints, id);
}

void leave_out_others(Dossier& dossier, const store::CustomerScope& scope) {
    std::erase_if(dossier.conversation,
                  [&](const Spoken& spoken) { return !is_of(scope, spoken.complaint); });
    for (auto& spoken : dossier.conversation)
        leave_out_staff(spoken.parts);
    std::erase_if(dossier.merged, [&](complaint::Id id) { return !is_of(scope, id); });
    dossier.actions.clear();
    dossier.others.clear();
    dossier.history.clear();
}

// Begun elsewhere: what is left of it are changes.
template <typename Part>
void leave_out_unmade(std::vector<Part>& parts) {
    std::erase_if(parts, [](const Part& part) { return !part.made_at; });
}

// The words, promises and offers that came from a complaint of somebody else are that one's: neither the event that brought
// them is told, nor what it left behind.
void leave_out_merged(Dossier& dossier, std::vector<complaint::Event>& told,
                      const store::CustomerScope& scope) {
    const auto is_foreign = [](const complaint::Event& event) {
        return event.kind == complaint::EventKind::merged;
    };
    if (std::ranges::all_of(dossier.merged, [&](complaint::Id id) { return is_of(scope, id); })) return;
    auto events = complaint::standing(told);
    std::erase_if(events, is_foreign);
    complaint::Complaint own;
    dossier.procedure = {};
    for (const auto& event : events) {
        apply(own, event);
        apply(dossier.procedure, event);
    }
    leave_out_unmade(dossier.procedure.promises);
    leave_out_unmade(dossier.procedure.offers);
    auto& complaint = dossier.overview.complaint;
    complaint.text = own.text;
    complaint.wish = own.wish;
    complaint.own = own.own;
    complaint.own_personal = own.own_personal;
    std::erase_if(dossier.conversation,
                  [](const Spoken& spoken) { return spoken.kind == complaint::EventKind::merged; });
    std::erase_if(told, is_foreign);
}

std::vector<Recorded> log_of(Desk& desk, std::vector<complaint::Event> events) {
    const auto undone = store::undone_changes(desk.database());
    std::vector<Recorded> log;
    for (auto& event : events) {
        const bool stands = event.undoes == 0 && !undone.contains(event.change);
        leave_out_staff(event.changes);
        leave_out_staff(event.parts);
        event.actor.clear();
        log.push_back({{std::move(event), ""}, stands});
    }
    return log;
}

} // namespace

bool names_staff(std::string_view field) {
    constexpr std::array<std::string_view, 9> k_names{"assignee", "assigned_at", "approved_by",
                                                      "done_by",  "made_by",     "owner",
                                                      "sent_to",  "role",        "acknowledged_by"};
    return std::ranges::find(k_names, field) != k_names.end();
}

CustomerExtract extract_customer(Desk& desk, complaint::CustomerId id) {
    auto& database = desk.database();
    const auto scope = store::scope_of(database, id);
    CustomerExtract extract;
    extract.asked_for = id;
    std::vector<complaint::Event> events;
    for (const auto customer : scope.customers) {
        if (auto known = store::find_customer(database, customer))
            extract.customers.push_back(*std::move(known));
        std::ranges::move(store::events_of(database, customer), std::back_inserter(events));
    }
    std::ranges::stable_sort(extract.customers, {},
                             [](const auto& each) { return each.merged_into.has_value(); });
    for (const auto complaint : scope.complaints) {
        auto told = store::events_of(database, complaint);
        if (store::find_complaint(database, complaint)) {
            auto dossier = read_dossier(database, complaint);
            leave_out_merged(dossier, told, scope);
            leave_out_others(dossier, scope);
            extract.complaints.push_back(std::move(dossier));
        }
        std::ranges::move(told, std::back_inserter(events));
    }
    std::ranges::sort(events, {}, &complaint::Event::number);
    extract.log = log_of(desk, std::move(events));
    return extract;
}

} // namespace reklamaatio::casework
