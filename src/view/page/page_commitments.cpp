// SPDX-License-Identifier: GPL-3.0-or-later
// What we offered, as the negotiation that it was, what we promised, what staff owe each other, and to whom the
// customer took it.
#include "complaint/money.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"
#include "view/page/page_view.hpp"
#include "view/words/in_words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Offer;
using complaint::OfferState;
using complaint::Promise;
using complaint::PromiseState;
using complaint::Task;
using complaint::TaskState;
using render::StyledText;
using render::Tone;

// What is lined up in three columns: "1", "2 Nov", "discount 49.90 EUR".
struct Columns {
    std::string number;
    std::string when;
    std::string what;
    StyledText rest;
};

void show_lined_up(std::string label, const std::vector<Columns>& lines, const render::Style& style,
                   render::Page& page) {
    constexpr int k_least_room = 24;
    int number_width = 0;
    int when_width = 0;
    int what_width = 0;
    for (const auto& line : lines) {
        number_width = std::max(number_width, text::width(line.number));
        when_width = std::max(when_width, text::width(line.when));
        what_width = std::max(what_width, text::width(line.what));
    }
    for (const auto& line : lines) {
        const std::string number =
            render::label_column(label) + text::padded_right(line.number, number_width + 2);
        const std::string rest = text::padded_right(line.when, when_width + 2)
                                 + (line.what.empty() ? "" : text::padded_right(line.what, what_width + 2));
        // What became of it hangs together, unless there is no room beside the columns.
        if (style.width == 0 || style.width - text::width(number + rest) >= k_least_room) {
            page.wrapped(number + rest, line.rest);
        } else {
            StyledText phrase{{rest}};
            phrase.insert(phrase.end(), line.rest.begin(), line.rest.end());
            page.wrapped(number, phrase);
        }
        label.clear();
    }
}

// Of what was open when a duplicate was merged.
std::string goes_on(const PageView& view) {
    return "goes on in " + to_string(*view.complaint().merged_into);
}

StyledText accepted(const PageView& view, const Offer& offer) {
    StyledText phrase{{"accepted", Tone::good}, {" " + view.day(*offer.accepted_at)}};
    if (!offer.paid_at && !is_to_pay(offer)) return phrase;
    phrase.push_back({", "});
    if (!offer.paid_at) {
        phrase.push_back({"not paid yet", Tone::warn});
        return phrase;
    }
    phrase.push_back({"paid", Tone::good});
    phrase.push_back({" " + view.day(*offer.paid_at)});
    return phrase;
}

StyledText answer_to(const PageView& view, const Offer& offer) {
    const auto state = complaint::state_of(offer, view.now);
    const std::string word{in_words(state)};
    switch (state) {
    case OfferState::accepted:
        return accepted(view, offer);
    case OfferState::declined:
        return {{word, Tone::bad}, {" " + view.day(*offer.declined_at)}};
    case OfferState::withdrawn:
        return {{word, Tone::dim}, {" " + view.day(*offer.withdrawn_at)}};
    case OfferState::expired:
        return {{word, Tone::warn}, {" " + view.stamp_until(*offer.valid_until)}};
    case OfferState::proposed:
        break;
    }
    if (view.complaint().merged_into) return {{goes_on(view), Tone::dim}};
    if (!is_unresolved(view.complaint().status)) return {{word + ", never answered", Tone::dim}};
    return {{word + (offer.valid_until ? " until " + view.until(*offer.valid_until) : ""), Tone::strong}};
}

Columns offer_line(const PageView& view, const Offer& offer) {
    const auto what = complaint::remedy_text(offer.remedy, offer.amount, offer.currency);
    Columns line{std::to_string(offer.number), view.day(offer.made_at.value_or(view.now)),
                 text::visible_line(what), answer_to(view, offer)};
    if (!offer.wish.empty()) line.rest.push_back({fmt::format(": \"{}\"", text::visible_line(offer.wish))});
    if (!offer.approved_by.empty())
        line.rest.push_back({"; approved by " + text::visible_line(offer.approved_by)});
    return line;
}

render::Span outcome_of(const PageView& view, const Promise& promise) {
    switch (complaint::state_of(promise)) {
    case PromiseState::kept:
        if (*promise.kept_at > *promise.due_at) return {"kept LATE " + view.day(*promise.kept_at), Tone::bad};
        return {"kept " + view.day(*promise.kept_at), Tone::good};
    case PromiseState::broken:
        return {"BROKEN " + view.day(*promise.broken_at), Tone::bad};
    case PromiseState::withdrawn:
        return {"withdrawn " + view.day(*promise.withdrawn_at), Tone::dim};
    case PromiseState::open:
        break;
    }
    if (view.complaint().merged_into) return {goes_on(view), Tone::dim};
    if (!is_unresolved(view.complaint().status)) {
        const auto end = view.complaint().resolved_at.value_or(view.now);
        return *promise.due_at < end ? render::Span{"BROKEN, left open", Tone::bad}
                                     : render::Span{"left open", Tone::dim};
    }
    return *promise.due_at < view.now ? render::Span{"OVERDUE", Tone::bad}
                                      : render::Span{"open", Tone::strong};
}

render::Span outcome_of(const PageView& view, const Task& task) {
    switch (complaint::state_of(task)) {
    case TaskState::done:
        if (task.due_at && *task.done_at > *task.due_at)
            return {"done LATE " + view.day(*task.done_at), Tone::bad};
        return {"done " + view.day(*task.done_at), Tone::good};
    case TaskState::dropped:
        return {"dropped " + view.day(*task.dropped_at), Tone::dim};
    case TaskState::open:
        break;
    }
    if (view.complaint().merged_into) return {goes_on(view), Tone::dim};
    if (view.complaint().status == complaint::Status::void_) return {"left open", Tone::dim};
    return task.due_at && *task.due_at < view.now ? render::Span{"OVERDUE", Tone::bad}
                                                  : render::Span{"open", Tone::strong};
}

// "Kuluttajariitalautakunta (board)".
std::string body_text(const PageView& view, const std::string& key) {
    const auto* body = rulebook::body_named(view.policy.bodies, key);
    if (body == nullptr) return key == complaint::k_review ? "a second look" : key;
    return body->kind ? fmt::format("{} ({})", body->name, in_words(*body->kind)) : body->name;
}

// "partly, 120.00 EUR, on Wed 6 Jan"; until then what is waited for.
std::vector<render::Span> outcome_of(const PageView& view, const complaint::Appeal& appeal) {
    if (appeal.decided_at) {
        const auto what = appeal.decision ? in_words(*appeal.decision) : "ended without a decision";
        const auto sum = complaint::sum_text(appeal.amount, appeal.currency);
        return {{std::string(what), Tone::strong},
                {(sum.empty() ? "" : ", " + sum) + ", " + view.day(*appeal.decided_at)}};
    }
    if (view.complaint().merged_into) return {{goes_on(view), Tone::dim}};
    if (appeal.answered_at) {
        const bool is_late = appeal.answer_by && *appeal.answered_at > *appeal.answer_by;
        return {{is_late ? "answered LATE" : "answered", is_late ? Tone::bad : Tone::good},
                {" " + view.day(*appeal.answered_at) + ", not decided yet"}};
    }
    if (view.complaint().status == complaint::Status::void_) return {{"left open", Tone::dim}};
    if (!appeal.answer_by) return {{"not decided yet", Tone::strong}};
    const auto until = view.until(*appeal.answer_by);
    const std::string what = is_review(appeal) ? "decision" : "our answer";
    if (*appeal.answer_by < view.now) return {{what + " OVERDUE since " + until, Tone::bad}};
    return {{what + " due " + until, Tone::strong}};
}

// "; its reference D/123/2026; against rejected by maria".
std::string about_appeal(const complaint::Appeal& appeal) {
    std::string line;
    if (!appeal.ref.empty()) line += "; its reference " + text::visible_line(appeal.ref);
    if (appeal.against) line += fmt::format("; against: {}", in_words(*appeal.against));
    if (!appeal.decider.empty())
        line +=
            fmt::format("{} by {}", appeal.against ? "" : "; decided", text::visible_line(appeal.decider));
    return line;
}

} // namespace

void show_offers(const PageView& view, render::Page& page) {
    std::vector<Columns> lines;
    for (const auto& offer : view.dossier.procedure.offers)
        lines.push_back(offer_line(view, offer));
    show_lined_up("Offers", lines, view.style, page);
}

void show_promises(const PageView& view, render::Page& page) {
    std::vector<Columns> lines;
    for (const auto& promise : view.dossier.procedure.promises)
        lines.push_back(
            {fmt::format("P{}", promise.number),
             "by " + view.until(*promise.due_at),
             "",
             {outcome_of(view, promise),
              {": " + text::visible_line(complaint::or_erased(promise.text, view.complaint().erased_at))}}});
    show_lined_up("Promises", lines, view.style, page);
}

void show_tasks(const PageView& view, render::Page& page) {
    std::vector<Columns> lines;
    for (const auto& task : view.dossier.procedure.tasks)
        lines.push_back(
            {fmt::format("T{}", task.number),
             task.due_at ? "by " + view.until(*task.due_at) : "",
             text::visible_line(task.owner),
             {outcome_of(view, task),
              {": " + text::visible_line(complaint::or_erased(task.text, view.complaint().erased_at))}}});
    show_lined_up("Tasks", lines, view.style, page);
}

void show_appeals(const PageView& view, render::Page& page) {
    std::vector<Columns> lines;
    for (const auto& appeal : view.dossier.procedure.appeals) {
        auto rest = outcome_of(view, appeal);
        rest.push_back({about_appeal(appeal)});
        lines.push_back({fmt::format("A{}", appeal.number), view.day(*appeal.made_at),
                         text::visible_line(body_text(view, appeal.body)), std::move(rest)});
    }
    show_lined_up("Appeals", lines, view.style, page);
}

} // namespace reklamaatio::view
