// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/opening.hpp"

#include "casework/customer_named.hpp"
#include "casework/reference.hpp"
#include "casework/triage.hpp"
#include "complaint/customer.hpp"
#include "complaint/phone.hpp"
#include "complaint/refusal.hpp"
#include "store/complaints.hpp"
#include "store/customer_overviews.hpp"
#include "store/customers.hpp"
#include "store/overviews.hpp"

#include <algorithm>

namespace reklamaatio::casework {

namespace {

using complaint::Reason;
using complaint::refuse;

void check_times(const NewComplaint& wanted, const complaint::Occasion& when) {
    const auto received = wanted.facts.received_at;
    // Of a receipt that is yet to come complaint::open tells; only what happened earlier can be too early.
    if (wanted.answered && when.happened_at != when.now && when.happened_at < received)
        refuse<Reason::answered_before_receipt>(when.told(when.happened_at), when.told(received));
}

void take(const store::CustomerMatch& match, complaint::Complaint& draft) {
    draft.customer = match.customer.id;
    if (!draft.customer_type) draft.customer_type = match.customer.type;
    complaint::set_given(draft, match.gave);
}

// The customer whom they name is the complaint's from now on.
std::optional<store::CustomerMatch> match_customer(Desk& desk, const NewComplaint& wanted,
                                                   complaint::Complaint& draft) {
    const auto phone = wanted.phone ? std::optional(complaint::read_phone(*wanted.phone)) : std::nullopt;
    auto meant = wanted.customer ? customer_meant(desk, *wanted.customer) : CustomerMeant{};
    if (phone) meant.facts.phone = *phone;
    meant.facts.type = draft.customer_type;
    if (meant.known) {
        draft.customer = meant.known->id;
        if (!draft.customer_type) draft.customer_type = meant.known->type;
        if (!phone) return std::nullopt;
        auto match = desk.ledger().register_customer(*meant.known, meant.facts);
        take(match, draft);
        return match;
    }
    auto match = register_customer(desk, meant.facts, wanted.caller);
    if (match) take(*match, draft);
    return match;
}

// What the rules set, and who gets it by them.
rulebook::Destination classify_by_rules(Desk& desk, const NewComplaint& wanted, complaint::Complaint& draft) {
    const Triage triage(desk, draft, wanted.decided);
    complaint::apply_classification(draft, rulebook::classification_by(triage.set()));
    if (!triage.set().sets(rulebook::k_assign)) return {};
    auto to = destination_of(desk, triage.meant_for());
    draft.team = to.team;
    draft.assignee = to.person;
    return to;
}

} // namespace

Opened open(Desk& desk, const NewComplaint& wanted, const complaint::Occasion& when) {
    check_times(wanted, when);
    check_reference(desk, wanted.facts);
    complaint::Complaint draft = wanted.facts;
    draft.id = store::next_complaint_id(desk.database());
    draft.uid = desk.new_uid();
    Opened opened;
    opened.match = match_customer(desk, wanted, draft);
    opened.before_rules = draft;
    if (wanted.by_rules) opened.to = classify_by_rules(desk, wanted, draft);
    opened.by_rules = draft;
    const auto event = complaint::with_note(complaint::open(draft, wanted.answered, when),
                                            opened.to.is_makeshift ? opened.to.why : "");
    rulebook::check_words(desk.policy().words, {}, event);
    opened.entry = desk.ledger().record({}, event);
    return opened;
}

std::vector<complaint::Id> others_unresolved(Desk& desk, const complaint::Complaint& complaint) {
    std::vector<complaint::Id> others;
    if (!complaint.customer) return others;
    auto& database = desk.database();
    for (const auto other : store::complaints_of(database, *complaint.customer))
        if (other != complaint.id && is_unresolved(store::known_complaint(database, other).status))
            others.push_back(other);
    return others;
}

std::vector<complaint::Id> of_same_reference(Desk& desk, const complaint::Complaint& complaint) {
    std::vector<complaint::Id> others;
    if (complaint.ref.empty()) return others;
    store::Filter filter;
    filter.fields.ask(*complaint::field_named<complaint::Complaint>("ref"), {complaint.ref});
    store::read_overviews(desk.database(), filter, {}, [&](const complaint::Overview& other) {
        if (other.complaint.id != complaint.id) others.push_back(other.complaint.id);
    });
    std::ranges::sort(others);
    return others;
}

std::vector<SameCase> same_cases(Desk& desk, const complaint::Complaint& complaint) {
    std::vector<SameCase> cases;
    for (const auto& field : desk.policy().own) {
        const std::string value(own_text(complaint, *field));
        if (!field->facts().same_case || value.empty()) continue;
        store::Filter filter;
        filter.status = {complaint::Status::new_, complaint::Status::open, complaint::Status::waiting};
        filter.fields.ask(field->field(), {value});
        SameCase same{field.get(), value, {}};
        store::read_overviews(desk.database(), filter, {}, [&](const complaint::Overview& other) {
            if (other.complaint.id != complaint.id) same.ids.push_back(other.complaint.id);
        });
        if (!same.ids.empty()) cases.push_back(std::move(same));
    }
    return cases;
}

std::optional<complaint::Customer> namesake_of(Desk& desk, const complaint::Customer& newcomer) {
    if (newcomer.name.empty() || !newcomer.email.empty() || !newcomer.phone.empty()) return std::nullopt;
    const auto called =
        store::customers_called(desk.database(), newcomer.name, desk.policy().organisation.country);
    for (const auto& other : called.whole)
        if (other.id != newcomer.id) return other;
    return std::nullopt;
}

} // namespace reklamaatio::casework
