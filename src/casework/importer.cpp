// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/importer.hpp"

#include "casework/customer_update.hpp"
#include "casework/past.hpp"
#include "complaint/arrival.hpp"
#include "complaint/customer.hpp"
#include "complaint/error.hpp"
#include "complaint/handling.hpp"
#include "complaint/standing.hpp"
#include "exchange/comparison.hpp"
#include "rulebook/policy.hpp"
#include "store/complaints.hpp"
#include "store/customers.hpp"
#include "store/digest.hpp"
#include "store/events.hpp"
#include "store/overviews.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::casework {

namespace {

using complaint::Complaint;

// With the uid, which no other complaint has, since a short row of personal data could be looked up by its digest alone.
std::string row_digest_of(const std::string& uid, const std::string& content) {
    return store::short_digest(uid + ":" + content);
}

// Up to the ninth layout it is the salt and the whole digest, in hexadecimal.
bool same_digest(const Complaint& known, const std::string& content) {
    const auto& stored = known.row_digest;
    const auto colon = stored.find(':');
    if (colon == std::string::npos) return stored == row_digest_of(known.uid, content);
    return store::hex(store::digest(stored.substr(0, colon) + content)) == stored.substr(colon + 1);
}

std::string conflict(complaint::Id known, const exchange::Difference& differing) {
    const auto text = text::visible_line(differing.stored);
    return fmt::format("{} is already known, {}", to_string(known),
                       text.empty() ? "without one" : fmt::format("with '{}'", text::shortened(text, 40)));
}

// As files call it; what files do not know follows from what they do.
void keep(ImportedRow& row, const complaint::Field<Complaint>& field) {
    if (!field.known_as.heading.empty()) row.kept.push_back(field.column());
}

// Where people have moved the complaint on, a file does not decide about its end.
bool is_of_status(std::string_view field) {
    constexpr std::array<std::string_view, 10> k_of_status{
        "status",        "status_at",     "resolved_at", "closed_at", "voided_at",
        "waiting_since", "waiting_until", "outcome",     "settled",   "merged_into"};
    return std::ranges::find(k_of_status, field) != k_of_status.end();
}

// Ours, and each of the firm's own, which a complaint has together in two more.
std::vector<const complaint::Field<Complaint>*> every_field(const rulebook::Policy& policy) {
    std::vector<const complaint::Field<Complaint>*> every;
    for (const auto& field : complaint::complaint_fields())
        if (field.type != complaint::FieldType::own) every.push_back(&field);
    for (const auto& own : policy.own)
        every.push_back(&own->field());
    return every;
}

// Whose values a policy may know or not.
std::vector<const complaint::Field<Complaint>*> fields_of_policy() {
    std::vector<const complaint::Field<Complaint>*> found;
    for (const auto& field : complaint::complaint_fields())
        if (rulebook::list_of(field.name) || field.name == "assignee" || field.name == "team")
            found.push_back(&field);
    return found;
}

bool is_merged(const exchange::Draft& draft) {
    return !draft.survivor.text.empty();
}

std::string unknown_survivor(const exchange::Draft& draft, bool is_ours) {
    const auto& text = draft.survivor.text;
    const auto& source = draft.complaint.source;
    if (text == draft.label.text || text == draft.complaint.ref)
        return fmt::format("'{}' is the complaint itself; name the one that it went on in", text);
    if (is_ours || source.empty())
        return fmt::format("no complaint of this file became '{}'; what was merged must come together with "
                           "the complaint that it went on in",
                           text);
    return fmt::format("no complaint of this file became '{}', and none of {} is known by that; what was "
                       "merged must come with the complaint that it went on in, or after it",
                       text, source);
}

} // namespace

Importer::Importer(Desk& desk, ForKnown on_conflict, std::function<bool(std::string_view)> file_has)
    : m_desk(desk), m_on_conflict(std::move(on_conflict)),
      m_file_has(std::move(file_has)), m_occasion{desk.now(), desk.now(), desk.zone()},
      m_fields(desk.policy().own), m_words(desk), m_survivors(desk.database(), m_file_has),
      m_customers(desk) {}

std::optional<Complaint> Importer::find_known(const exchange::Draft& draft) {
    auto& database = m_desk.database();
    if (!draft.complaint.uid.empty()) return store::find_by_uid(database, draft.complaint.uid);
    if (!draft.complaint.ref.empty())
        return store::find_by_ref(database, draft.complaint.source, draft.complaint.ref);
    return std::nullopt;
}

bool Importer::can_take(const exchange::Draft& draft) {
    return !is_merged(draft) || m_survivors.find(draft, find_known(draft));
}

ImportedRow Importer::take(exchange::Draft draft) {
    const std::string content = exchange::content_of(draft);
    if (!m_file_has("uid")) m_words.replace_in(draft.complaint);
    const auto known = find_known(draft);
    if (known && known->customer && draft.customer.id != complaint::CustomerId{})
        m_customers.remember(draft.customer.id, *known->customer);
    if (is_merged(draft)) {
        const auto survivor = m_survivors.find(draft, known);
        if (!survivor) throw complaint::BadValue("merged_into", unknown_survivor(draft, m_file_has("uid")));
        draft.complaint.merged_into = survivor;
    }
    if (!m_file_has("resolution_left_minutes")) complaint::stop_the_clock(draft.complaint);
    auto row = [&]() -> ImportedRow {
        if (!known) return add(draft, content);
        const auto on_conflict = m_on_conflict(known->id);
        if (on_conflict == OnConflict::skip || same_digest(*known, content))
            return {ImportedRow::Kind::skipped, known->id};
        // It would bring back what was erased.
        if (known->erased_at) return {ImportedRow::Kind::skipped, known->id};
        const auto stored = store::find_overview(m_desk.database(), known->id).value();
        const auto differing = exchange::difference(draft, stored, m_fields, m_file_has);
        if (!differing) return {ImportedRow::Kind::skipped, known->id};
        if (on_conflict == OnConflict::error)
            throw Conflict(differing->field, conflict(known->id, *differing), known->id);
        return update(draft, *known, row_digest_of(known->uid, content));
    }();
    m_survivors.remember(draft, row.id);
    return row;
}

ImportedRow Importer::add(const exchange::Draft& draft, const std::string& content) {
    auto& database = m_desk.database();
    ImportedRow row;
    row.id_was_taken = draft.id && !store::id_is_free(database, *draft.id);
    row.id = draft.id && !row.id_was_taken ? *draft.id : store::next_complaint_id(database);

    Complaint complaint = draft.complaint;
    complaint.id = row.id;
    if (complaint.uid.empty()) complaint.uid = m_desk.new_uid();
    complaint.row_digest = row_digest_of(complaint.uid, content);
    if (draft.customer.value && !complaint::names_somebody(draft.customer))
        throw complaint::BadValue("customer_value", "is given without a customer whose it is");
    // Judged before anything is written, with all that is not the customer's.
    Complaint after = complaint::arrived(std::move(complaint), m_occasion);
    check_with_policy(Complaint{}, after);
    if (const auto met = m_customers.meet(draft.customer)) {
        after.customer = met->customer.id;
        row.other_value = draft.customer.value && draft.customer.value != met->customer.value;
        if (!m_file_has("customer_type")) after.customer_type = met->customer.type;
        if (!tells_what_was_given()) {
            complaint::set_given(after, met->gave);
            row.gave_otherwise = gives_otherwise(after);
        }
    }
    m_desk.ledger().record({}, complaint::arrival(after, m_occasion));
    m_words.remember();
    return row;
}

// Fields of the record that a file gives, or that follow from what it gives.
bool Importer::given_by_file(const complaint::Field<Complaint>& field) const {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> k_follow{{
        {"status_at", "status"},
        {"voided_at", "status"},
        {"granted_at", "remedy"},
        {"waiting_since", "status"},
    }};
    if (m_file_has(field.column())) return true;
    const auto from = std::ranges::find(k_follow, field.name, [](const auto& names) { return names.first; });
    return from != k_follow.end() && m_file_has(from->second);
}

// An export of ours has columns for it; other files say it in those of the customer.
bool Importer::tells_what_was_given() const {
    return m_file_has("gave_name") || m_file_has("gave_email") || m_file_has("gave_phone");
}

bool Importer::gives_otherwise(const Complaint& complaint) const {
    if (!complaint.customer || !complaint::names_somebody(complaint::given(complaint))) return false;
    const auto customer = store::known_customer(m_desk.database(), *complaint.customer);
    return complaint::names_somebody(
        complaint::given_otherwise(complaint, customer, m_desk.policy().organisation.country));
}

void Importer::check_with_policy(const Complaint& before, const Complaint& after) const {
    static const auto fields = fields_of_policy();
    const auto& policy = m_desk.policy();
    for (const auto* field : fields) {
        if (field->same(before, after)) continue;
        try {
            rulebook::check_words(policy.words, {field->name, field->get(before), field->get(after)});
            // Who handled what is over may have left.
            if (!is_unresolved(after.status)) continue;
            if (field->name == "assignee" && !after.assignee.empty())
                rulebook::known_person(policy.people, after.assignee);
            if (field->name == "team" && !after.team.empty()) rulebook::known_team(policy.teams, after.team);
        } catch (const complaint::BadValue& fault) {
            throw complaint::BadValue(field->name, fault.what());
        }
    }
}

// What the file says now and did not say before; what people did here since stays.
ImportedRow Importer::update(const exchange::Draft& draft, const Complaint& known,
                             const std::string& row_digest) {
    Complaint said = draft.complaint;
    const Past past(m_desk.database(), known.id);
    said.id = known.id;
    said.uid = known.uid;
    if (said.logged_at == time::Instant{}) said.logged_at = known.logged_at;
    Complaint judged;
    complaint::apply(judged, complaint::import(said, m_occasion));
    judged.customer = known.customer;

    ImportedRow row{ImportedRow::Kind::updated, known.id};
    Complaint after = known;
    const bool is_moved_on = past.is_decided_here("status", known);
    const auto& status = complaint::known_field<Complaint>("status");
    const bool moves = !is_moved_on && given_by_file(status) && !past.has_told(status, status.get(judged));
    for (const auto* field : every_field(m_desk.policy())) {
        const auto value = field->get(judged);
        if (!given_by_file(*field) || value == field->get(known)) continue;
        // A status comes with all that the file says of it, or a complaint that is open would keep its end.
        if (past.has_told(*field, value) && !(moves && is_of_status(field->name))) continue;
        if (past.is_decided_here(*field, known) || (is_moved_on && is_of_status(field->name)))
            keep(row, *field);
        else
            field->set(after, value);
    }
    after.uid = known.uid;
    after.row_digest = known.row_digest;
    after.customer = known.customer;
    if (after.assignee != known.assignee)
        after.assigned_at = after.assignee.empty() ? std::nullopt : std::optional(m_desk.now());
    complaint::check_state(after, m_occasion);

    complaint::Event event;
    event.kind = complaint::EventKind::imported;
    event.complaint = known.id;
    event.happened_at = m_desk.now();
    event.changes = complaint::differences(known, after);
    check_with_policy(known, after);
    auto facts = draft.customer;
    facts.id = {};
    const auto customer = update_customer(m_desk, facts, known, past);
    row.kept.insert(row.kept.end(), customer.kept.begin(), customer.kept.end());
    after.customer = customer.customer;
    if (!tells_what_was_given()) complaint::set_given(after, customer.gave);
    // The row is known from now on all the same.
    if (after == known && row.kept.empty() && !customer.has_news) row.kind = ImportedRow::Kind::skipped;
    row.gave_otherwise = !tells_what_was_given() && gives_otherwise(after);
    after.row_digest = row_digest;
    // A customer who went to another one has taken the complaint along.
    const auto stored = store::known_complaint(m_desk.database(), known.id);
    event.changes = complaint::differences(stored, after);
    m_desk.ledger().record(stored, event);
    m_words.remember();
    return row;
}

} // namespace reklamaatio::casework
