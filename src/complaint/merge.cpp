// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/merge.hpp"

#include "complaint/acts.hpp"
#include "complaint/refusal.hpp"
#include "complaint/tags.hpp"
#include "text/append.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::complaint {

namespace {

using time::Instant;

template <typename Number>
void check_differ(Number duplicate, Number survivor) {
    if (duplicate == survivor) refuse<Reason::merged_into_itself>(survivor);
}

template <typename Owner>
void check(const Owner& owner) {
    if (owner.merged_into) refuse<Reason::merged_before>(owner.id, *owner.merged_into);
}

void check_takes_work(const Complaint& survivor, const Complaint& duplicate) {
    if (!is_unresolved(survivor.status) && is_unresolved(duplicate.status))
        refuse<Reason::merge_loses_work>(survivor.id, survivor.status, duplicate.id);
}

void fill_gaps(OwnTexts& after, const OwnTexts& duplicate) {
    for (const auto& [name, text] : duplicate)
        if (text_in(after, name).empty()) set_text(after, name, text);
}

// Whoever was told of either danger was told of the one. A reason to tell nobody holds for its own danger alone.
void take_over_report(Complaint& after, const Complaint& duplicate) {
    if (duplicate.reported_at) {
        if (after.reported_to != duplicate.reported_to)
            text::append(after.reported_to, duplicate.reported_to, "; ");
        after.reported_at =
            std::min(after.reported_at.value_or(*duplicate.reported_at), *duplicate.reported_at);
        after.not_reportable.clear();
        after.not_reportable_at.reset();
    } else if (after.harm == Harm::none) {
        after.not_reportable = duplicate.not_reportable;
        after.not_reportable_at = duplicate.not_reportable_at;
    }
}

// What the survivor does not say is said by the duplicate, and the more serious of two holds.
void fill_gaps(Complaint& after, const Complaint& duplicate) {
    take_over_report(after, duplicate);
    if (after.wish.empty()) after.wish = duplicate.wish;
    for (const auto* field : complaint_fields(Use::classify))
        if (std::holds_alternative<std::monostate>(field->get(after)))
            field->set(after, field->get(duplicate));
    fill_gaps(after.own, duplicate.own);
    fill_gaps(after.own_personal, duplicate.own_personal);
    after.tags = changed_tags(std::move(after.tags), duplicate.tags, {});
    after.priority = std::max(after.priority, duplicate.priority);
    after.harm = std::max(after.harm, duplicate.harm);
    // Who saw both is counted once, at the price of those who saw only the smaller one.
    after.audience = std::max(after.audience, duplicate.audience);
}

void take_over(Complaint& after, const Complaint& duplicate, const Occasion& occasion) {
    fill_gaps(after, duplicate);
    if (after.status_at == after.received_at && duplicate.received_at < after.received_at)
        after.status_at = duplicate.received_at;
    after.received_at = std::min(after.received_at, duplicate.received_at);
    if (duplicate.responded_at) answer(after, *duplicate.responded_at);
    if (!after.customer) after.customer = duplicate.customer;
    if (!after.customer_type) after.customer_type = duplicate.customer_type;
    if (after.assignee.empty() && after.team.empty())
        give_to(after, {duplicate.team, duplicate.assignee}, occasion.happened_at);
    if (after.remedy.empty() && !after.amount) {
        after.remedy = duplicate.remedy;
        after.amount = duplicate.amount;
        after.currency = duplicate.currency;
        after.approved_by = duplicate.approved_by;
        after.granted_at = duplicate.granted_at;
        after.owed_since = duplicate.owed_since;
        after.paid_at = duplicate.paid_at;
    }
    // Somebody works on it.
    if (after.status == Status::new_ && duplicate.status != Status::new_ && is_unresolved(duplicate.status)) {
        after.status = Status::open;
        after.status_at = occasion.happened_at;
    }
}

template <typename T>
void append(std::vector<T>& parts, const std::vector<T>& others) {
    for (const auto& other : others) {
        const auto number = parts.empty() ? 1 : parts.back().number + 1;
        parts.push_back(other);
        parts.back().number = number;
    }
}

std::optional<Instant> earlier(const std::optional<Instant>& one, const std::optional<Instant>& other) {
    return one && other ? std::min(one, other) : one ? one : other;
}

// What one of two records of an appeal does not know the other may.
void fill_gaps(Appeal& appeal, const Appeal& other) {
    appeal.made_at = earlier(appeal.made_at, other.made_at);
    appeal.answer_by = earlier(appeal.answer_by, other.answer_by);
    appeal.answered_at = earlier(appeal.answered_at, other.answered_at);
    if (appeal.decided_at || !other.decided_at) return;
    appeal.decided_at = other.decided_at;
    appeal.decision = other.decision;
    appeal.amount = other.amount;
    appeal.currency = other.currency;
}

// A body may have been told of both under one reference; one second look is enough for both.
void take_over_appeals(std::vector<Appeal>& appeals, const std::vector<Appeal>& others) {
    std::vector<Appeal> missing;
    for (const auto& other : others) {
        const auto same = std::ranges::find_if(appeals, [&](const Appeal& appeal) {
            return appeal.body == other.body && (other.ref.empty() || appeal.ref == other.ref);
        });
        if (same == appeals.end())
            missing.push_back(other);
        else
            fill_gaps(*same, other);
    }
    append(appeals, missing);
}

// What was promised, offered and done for the customer goes on, what staff owe each other, and appeals, numbered after
// what the survivor has.
void take_over(Procedure& parts, const Procedure& duplicate) {
    append(parts.promises, duplicate.promises);
    append(parts.offers, duplicate.offers);
    append(parts.tasks, duplicate.tasks);
    take_over_appeals(parts.appeals, duplicate.appeals);
    for (const auto& step : duplicate.steps)
        if (std::ranges::find(parts.steps, step.number, &StepRecord::number) == parts.steps.end())
            parts.steps.insert(std::ranges::lower_bound(parts.steps, step.number, {}, &StepRecord::number),
                               step);
}

} // namespace

void check_is_in_use(const Customer& customer) {
    check(customer);
    if (customer.erased_at) refuse<Reason::customer_erased>(customer.id);
}

void check_not_merged(const Complaint& complaint) {
    check(complaint);
}

Event merge_away(const Complaint& duplicate, Id survivor, const std::string& text, const Occasion& occasion) {
    check_differ(duplicate.id, survivor);
    Complaint after = moved(duplicate, Act::merge, occasion);
    after.voided_at = occasion.happened_at;
    after.merged_into = survivor;
    return with_note(made_event(EventKind::voided, duplicate, after, occasion), text);
}

Event merge_in(const Complaint& survivor, const std::vector<Duplicate>& duplicates, const Occasion& occasion,
               const Procedure& procedure) {
    check_not_merged(survivor);
    status_after(survivor.id, survivor.status, Act::merge);
    check_order(survivor, occasion);
    Complaint after = survivor;
    Procedure parts = procedure;
    std::vector<std::string> names;
    for (const auto& duplicate : duplicates) {
        check_takes_work(survivor, duplicate.complaint);
        take_over(after, duplicate.complaint, occasion);
        take_over(parts, duplicate.procedure);
        names.push_back(to_string(duplicate.complaint.id));
    }
    return with_note(made_event(EventKind::merged, survivor, after, procedure, parts, occasion),
                     fmt::format("merged {} into this", fmt::join(names, ", ")));
}

Event move_to(const Complaint& complaint, CustomerId customer, const Occasion& occasion) {
    Complaint after = complaint;
    after.customer = customer;
    return made_event(EventKind::customer_moved, complaint, after, occasion);
}

Customer with_gaps_filled(Customer customer, const Customer& facts) {
    for (const auto field : {&Customer::name, &Customer::email, &Customer::phone, &Customer::prefers})
        if ((customer.*field).empty()) customer.*field = facts.*field;
    if (!customer.value) customer.value = facts.value;
    if (!customer.type) customer.type = facts.type;
    return customer;
}

Customer merge_away(const Customer& duplicate, CustomerId survivor) {
    check_differ(duplicate.id, survivor);
    check_is_in_use(duplicate);
    Customer after = duplicate;
    after.merged_into = survivor;
    return after;
}

} // namespace reklamaatio::complaint
