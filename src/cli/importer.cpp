// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/importer.hpp"

#include "complaint/error.hpp"
#include "complaint/handling.hpp"
#include "exchange/field.hpp"
#include "render/writer.hpp"
#include "store/complaints.hpp"
#include "store/customers.hpp"
#include "store/digest.hpp"
#include "store/events.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using complaint::Complaint;

// Fields that a file gives for its own purposes: two rows that differ in nothing else say the same.
bool is_key(std::string_view field) {
    return field == "id" || field == "uid" || field == "logged_at";
}

// A draft as an export would print it.
complaint::Overview overview_of(const exchange::Draft& draft) {
    complaint::Overview overview;
    overview.complaint = draft.complaint;
    overview.customer = draft.customer;
    if (draft.complaint.given_response_due) overview.response_due_at = draft.complaint.given_response_due->at;
    if (draft.complaint.given_resolution_due)
        overview.resolution_due_at = draft.complaint.given_resolution_due->at;
    return overview;
}

// Everything that a row says, in one text; what stands in it is told apart by its length.
std::string content_of(const exchange::Draft& draft) {
    const auto overview = overview_of(draft);
    std::string content;
    for (const auto& field : exchange::fields()) {
        if (is_key(field.name)) continue;
        const std::string text = render::plain_text(field.value(overview));
        content += fmt::format("{}:{},", text.size(), text);
    }
    return content;
}

// Salted, since a short row of personal data could be guessed from its digest.
std::string salted_digest(const std::string& content) {
    const std::string salt = store::new_salt();
    return store::hex(salt) + ":" + store::hex(store::digest(store::hex(salt) + content));
}

bool same_digest(const std::string& salted, const std::string& content) {
    const auto colon = salted.find(':');
    return colon != std::string::npos
           && store::hex(store::digest(salted.substr(0, colon) + content)) == salted.substr(colon + 1);
}

// What the files have said of a complaint so far.
Complaint as_imported(store::Database& database, complaint::Id id) {
    Complaint imported;
    for (const auto& event : store::events_of(database, id))
        if (event.kind == complaint::EventKind::imported) complaint::apply(imported, event);
    return imported;
}

} // namespace

Importer::Importer(store::Store& store, store::Ledger& ledger, OnConflict on_conflict,
                   std::function<bool(std::string_view)> file_has)
    : m_store(store), m_ledger(ledger), m_on_conflict(on_conflict),
      m_file_has(std::move(file_has)), m_occasion{ledger.now(), ledger.now(),
                                                  store.policies().current().policy->organisation.zone} {}

std::optional<Complaint> Importer::find_known(const exchange::Draft& draft) {
    auto& database = m_store.database();
    if (!draft.complaint.uid.empty()) return store::find_by_uid(database, draft.complaint.uid);
    if (!draft.complaint.ref.empty())
        return store::find_by_ref(database, draft.complaint.source, draft.complaint.ref);
    return std::nullopt;
}

bool Importer::stands_so_now(const exchange::Draft& draft, const Complaint& known) {
    const auto given = overview_of(draft);
    const auto stored = store::find_overview(m_store.database(), known.id).value();
    return std::ranges::all_of(exchange::fields(), [&](const exchange::Field& field) {
        return is_key(field.name) || !m_file_has(field.name) || field.value(given) == field.value(stored);
    });
}

Arrival Importer::take(const exchange::Draft& draft, std::chrono::milliseconds clock) {
    const std::string content = content_of(draft);
    const auto known = find_known(draft);
    if (!known) return add(draft, salted_digest(content), clock);
    if (m_on_conflict == OnConflict::skip || same_digest(known->row_digest, content)
        || stands_so_now(draft, *known))
        return {Arrival::Kind::skipped, known->id, false};
    if (m_on_conflict == OnConflict::error)
        throw complaint::BadValue(
            fmt::format("{} is known already, with other values; say --on-conflict skip or update",
                        to_string(known->id)));
    return update(draft, *known, salted_digest(content));
}

Arrival Importer::add(const exchange::Draft& draft, const std::string& row_digest,
                      std::chrono::milliseconds clock) {
    auto& database = m_store.database();
    Arrival arrival;
    arrival.id_was_taken = draft.id && !store::id_is_free(database, *draft.id);
    arrival.id = draft.id && !arrival.id_was_taken ? *draft.id : store::next_complaint_id(database);

    Complaint complaint = draft.complaint;
    complaint.id = arrival.id;
    if (complaint.uid.empty()) complaint.uid = store::new_uid(clock);
    complaint.row_digest = row_digest;
    // Judged before anything is written, with all that is not the customer's.
    complaint::import(complaint, m_occasion);
    const auto met = m_ledger.meet(draft.customer);
    if (met) complaint.customer = met->customer.id;
    m_ledger.record({},
                    complaint::with_note(complaint::import(complaint, m_occasion), met ? met->note() : ""));
    return arrival;
}

// Fields of the record that a file calls otherwise, or that follow from what it gives.
bool Importer::given_by_file(std::string_view field) const {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> k_other_names{{
        {"given_response_due_at", "response_due_at"},
        {"given_resolution_due_at", "resolution_due_at"},
        {"amount_cents", "amount"},
        {"waited_seconds", "waiting_minutes"},
        {"status_at", "status"},
        {"voided_at", "status"},
        {"granted_at", "remedy"},
        {"waiting_since", "status"},
    }};
    const auto other = std::ranges::find(k_other_names, field, [](const auto& names) { return names.first; });
    return m_file_has(other == k_other_names.end() ? field : other->second);
}

// What the file says now and did not say before; what people did here since stays.
Arrival Importer::update(const exchange::Draft& draft, const Complaint& known,
                         const std::string& row_digest) {
    auto& database = m_store.database();
    Complaint said = draft.complaint;
    const Complaint before = as_imported(database, known.id);
    said.id = known.id;
    said.uid = known.uid;
    if (said.logged_at == time::Instant{}) said.logged_at = known.logged_at;
    Complaint judged;
    complaint::apply(judged, complaint::import(said, m_occasion));
    judged.customer = before.customer;

    Complaint after = known;
    for (const auto& field : complaint::complaint_fields())
        if (given_by_file(field.name) && field.get(judged) != field.get(before))
            field.set(after, field.get(judged));
    after.uid = known.uid;
    after.row_digest = row_digest;
    after.customer = known.customer;
    if (after.assignee != known.assignee)
        after.assigned_at = after.assignee.empty() ? std::nullopt : std::optional(m_ledger.now());
    complaint::check_times(after, m_occasion);
    const auto met = m_ledger.meet(draft.customer);
    if (met) after.customer = met->customer.id;

    complaint::Event event;
    event.kind = complaint::EventKind::imported;
    event.complaint = known.id;
    event.happened_at = m_ledger.now();
    event.changes = complaint::differences(known, after);
    m_ledger.record(known, complaint::with_note(event, met ? met->note() : ""));
    return {Arrival::Kind::updated, known.id, false};
}

} // namespace reklamaatio::cli
