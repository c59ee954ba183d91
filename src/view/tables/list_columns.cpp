// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/list_columns.hpp"

#include "store/deadlines.hpp"
#include "store/parts.hpp"
#include "text/append.hpp"
#include "time/display.hpp"
#include "view/tables/complaint_mark.hpp"
#include "view/tables/word_value.hpp"
#include "view/words/due_text.hpp"
#include "view/words/lateness_text.hpp"
#include "view/words/remaining_text.hpp"
#include "view/words/term_text.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Overview;
using render::Align;
using render::Cell;
using render::Column;
using render::Kind;
using render::text_or_none;
using render::Tone;
using render::Value;

Cell mark(const Overview& o, const ListView& view) {
    return complaint_mark(o, view.now, view.signs);
}

Cell owner(const Overview& o, const ListView&) {
    return text_or_none(rulebook::owner_of(o.complaint.team, o.complaint.assignee));
}

Cell what(const Overview& o, const ListView&) {
    return text_or_none(headline(o.complaint));
}

Cell customer(const Overview& o, const ListView&) {
    return text_or_none(called(o.customer));
}

Cell due_clock(const Overview& o, const ListView&) {
    return word_or_none(o.due_clock);
}

// The working time by which a deadline of that complaint is late.
std::string late_by(const Overview& o, complaint::Clock clock, time::Instant due, const ListView& view) {
    const auto calendar = store::calendar_of_deadline(view.database, o.complaint.id, clock, due);
    return working_time_between(due, view.now, view.policy.calendar_named(calendar));
}

// "by law Mon 23 Nov", "accepted by law": what comes before all else.
Cell due_by_law(const complaint::TermOfLaw& term, const ListView& view) {
    if (term.due_at < view.now) return {Value{term.due_at}, passed_by_law(term.then), Tone::bad};
    return {Value{term.due_at}, "by law " + time::display_near(term.due_at, view.now, view.zone()),
            Tone::warn};
}

// "overdue 2 bd 4 h", "today 15:30", "paused, 3 bd left", "–": how the most urgent deadline stands.
Cell due(const Overview& o, const ListView& view) {
    if (complaint::is_first_by_law(o, view.now)) return due_by_law(*o.by_law, view);
    if (!o.due_at) {
        if (o.unanswered_since) return {Value{}, "unanswered", Tone::warn};
        if (!o.left && rulebook::owes_nobody_an_answer(view.policy, o.complaint))
            return {Value{}, "nobody to answer", Tone::dim};
        if (!o.left) return {};
        return {Value{}, fmt::format("paused, {} left", time_left(*o.left, o.complaint, view.policy)),
                Tone::dim};
    }
    const Value value{*o.due_at};
    if (*o.due_at < view.now)
        return {value,
                (complaint::is_overdue(o, view.now) ? "overdue " : "unanswered, late ")
                    + late_by(o, *o.due_clock, *o.due_at, view),
                Tone::bad};
    const bool soon = o.warn_at && *o.warn_at <= view.now;
    return {value, time::display_near(*o.due_at, view.now, view.zone()), soon ? Tone::warn : Tone::plain};
}

Cell unanswerable(const Overview& o, const ListView& view) {
    return text_or_none(rulebook::owes_nobody_an_answer(view.policy, o.complaint) ? k_nobody_to_answer : "");
}

Cell overdue(const Overview& o, const ListView& view) {
    return Value{complaint::is_overdue(o, view.now)};
}

// The open promises, the most urgent first.
std::vector<complaint::Promise> open_promises(const Overview& o, const ListView& view) {
    auto promises = store::procedure_of(view.database, o.complaint.id).promises;
    std::erase_if(promises, [](const auto& p) { return state_of(p) != complaint::PromiseState::open; });
    std::ranges::stable_sort(promises, {}, [](const auto& p) { return *p.due_at; });
    return promises;
}

Cell promised(const Overview& o, const ListView& view) {
    const auto promises = open_promises(o, view);
    if (promises.empty()) return {};
    const auto& first = promises.front();
    const auto others = promises.size() == 1 ? "" : fmt::format(" and {} more", promises.size() - 1);
    return Value{fmt::format("P{}: {}{}", first.number, first.text, others)};
}

Cell mark_of_promise(const Overview& o, const ListView& view) {
    const auto promises = open_promises(o, view);
    const bool is_late = !promises.empty() && *promises.front().due_at < view.now;
    return promise_mark(o, is_late, view.signs);
}

Cell promised_by(const Overview& o, const ListView& view) {
    const auto promises = open_promises(o, view);
    if (promises.empty()) return {};
    const auto due = *promises.front().due_at;
    if (due < view.now)
        return {Value{due}, "overdue " + late_by(o, complaint::Clock::promise, due, view), Tone::bad};
    return {Value{due}, time::display_near(due, view.now, view.zone())};
}

// The outside bodies that have it, in the order of the appeals.
Cell appealed_to(const Overview& o, const ListView& view) {
    std::string bodies;
    for (const auto& appeal : store::procedure_of(view.database, o.complaint.id).appeals)
        text::append(bodies, appeal.body, ";");
    return text_or_none(bodies);
}

} // namespace

std::span<const ListColumn> list_only_columns() {
    static const std::array<ListColumn, 12> table{{
        {Column{"mark", "", Align::left, 0, 0}.holding(
             Kind::text,
             "✚ when somebody was hurt; ! when overdue, ← when a customer wrote after the end, ⏸ "
             "when the customer is waited for"),
         mark},
        {Column{"due_at", "Due", Align::left, 0, 0}.holding(Kind::instant,
                                                            "the most urgent deadline that is not met"),
         due},
        {Column{"due_clock", "Clock", Align::left, 5, 0}.holding(Kind::text, "its clock"), due_clock},
        {Column{"overdue", "Overdue", Align::left, 6, 0}.holding(Kind::truth, "true when it has passed"),
         overdue},
        {Column{"owner", "Owner", Align::left, 3, 5}.holding(Kind::text, "the assignee, else the team"),
         owner},
        {Column{"who", "Customer", Align::left, 1, 8}.holding(
             Kind::text, "the customer's name, else e-mail address, else telephone number"),
         customer},
        {Column{"what", "Subject", Align::left, 0, 20}.holding(
             Kind::text, "the subject, else the first line of the text"),
         what},
        {Column{"promised", "Promised", Align::left, 0, 12}.holding(
             Kind::text, "the open promise that is due first, and how many more there are"),
         promised},
        {Column{"promised_by", "By", Align::left, 0, 0}.holding(Kind::instant, "by when"), promised_by},
        {Column{"promise_mark", "", Align::left, 0, 0}.holding(
             Kind::text, "✚ when somebody was hurt; ! when that promise is overdue"),
         mark_of_promise},
        {Column{"unanswerable", "Unanswerable", Align::left, 4, 8}.holding(
             Kind::text, "why the first answer has no deadline, where nobody can be answered"),
         unanswerable},
        {Column{"appealed_to", "With", Align::left, 0, 8}.holding(
             Kind::text,
             "to whom it was appealed: outside bodies, and review for a second look, separated by ;"),
         appealed_to},
    }};
    return table;
}

} // namespace reklamaatio::view
