// SPDX-License-Identifier: GPL-3.0-or-later
// What we offered, as the negotiation that it was, and what we promised.
#include "cli/page_view.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using complaint::Offer;
using complaint::OfferState;
using complaint::Promise;
using complaint::PromiseState;
using render::Phrase;
using render::Tone;

// What is lined up in three columns: "1", "2 Nov 11:00", "discount 49.90 EUR".
struct Columns {
    std::string number;
    std::string when;
    std::string what;
    Phrase rest;
};

void show_lined_up(std::string label, const std::vector<Columns>& lines, render::Page& page) {
    int number_width = 0;
    int when_width = 0;
    int what_width = 0;
    for (const auto& line : lines) {
        number_width = std::max(number_width, text::width(line.number));
        when_width = std::max(when_width, text::width(line.when));
        what_width = std::max(what_width, text::width(line.what));
    }
    for (const auto& line : lines) {
        Phrase phrase{{text::padded_right(line.when, when_width + 2)
                       + (line.what.empty() ? "" : text::padded_right(line.what, what_width + 2))}};
        phrase.insert(phrase.end(), line.rest.begin(), line.rest.end());
        page.wrapped(render::label_column(label) + text::padded_right(line.number, number_width + 2), phrase);
        label.clear();
    }
}

Phrase answer_to(const PageView& view, const Offer& offer) {
    const bool is_over = !is_unresolved(view.complaint().status);
    const std::string until = offer.valid_until ? " until " + view.until(*offer.valid_until) : "";
    switch (complaint::state_of(offer, view.now)) {
    case OfferState::accepted:
        if (offer.paid_at)
            return {{"accepted", Tone::good},
                    {" " + view.when(*offer.accepted_at) + ", "},
                    {"paid", Tone::good},
                    {" " + view.when(*offer.paid_at)}};
        if (offer.amount)
            return {{"accepted", Tone::good},
                    {" " + view.when(*offer.accepted_at) + ", "},
                    {"not paid yet", Tone::warn}};
        return {{"accepted", Tone::good}, {" " + view.when(*offer.accepted_at)}};
    case OfferState::declined:
        return {{"declined", Tone::bad}, {" " + view.when(*offer.declined_at)}};
    case OfferState::withdrawn:
        return {{"withdrawn", Tone::dim}, {" " + view.when(*offer.withdrawn_at)}};
    case OfferState::expired:
        return {{"expired", Tone::warn}, {" " + view.until(*offer.valid_until)}};
    case OfferState::proposed:
        break;
    }
    if (is_over) return {{"never answered", Tone::dim}};
    return {{"waiting for an answer" + until, Tone::strong}};
}

Columns offer_line(const PageView& view, const Offer& offer) {
    std::string what = offer.remedy;
    join(what, sum_text(offer.amount, offer.currency), " ");
    Columns line{std::to_string(offer.number), view.when(offer.made_at.value_or(view.now)),
                 text::visible_line(what), answer_to(view, offer)};
    if (!offer.wish.empty()) line.rest.push_back({fmt::format(": \"{}\"", text::visible_line(offer.wish))});
    if (!offer.approved_by.empty())
        line.rest.push_back({"; approved by " + text::visible_line(offer.approved_by)});
    return line;
}

render::Span outcome_of(const PageView& view, const Promise& promise) {
    switch (complaint::state_of(promise)) {
    case PromiseState::kept:
        if (*promise.kept_at > *promise.due_at)
            return {"kept LATE " + view.when(*promise.kept_at), Tone::bad};
        return {"kept " + view.when(*promise.kept_at), Tone::good};
    case PromiseState::broken:
        return {"BROKEN " + view.when(*promise.broken_at), Tone::bad};
    case PromiseState::withdrawn:
        return {"withdrawn " + view.when(*promise.withdrawn_at), Tone::dim};
    case PromiseState::open:
        break;
    }
    if (!is_unresolved(view.complaint().status)) return {"left open", Tone::dim};
    return *promise.due_at < view.now ? render::Span{"OVERDUE", Tone::bad}
                                      : render::Span{"open", Tone::strong};
}

} // namespace

void show_offers(const PageView& view, render::Page& page) {
    std::vector<Columns> lines;
    for (const auto& offer : view.dossier.procedure.offers)
        lines.push_back(offer_line(view, offer));
    show_lined_up("Offers", lines, page);
}

void show_promises(const PageView& view, render::Page& page) {
    std::vector<Columns> lines;
    for (const auto& promise : view.dossier.procedure.promises)
        lines.push_back({fmt::format("P{}", promise.number),
                         "by " + view.until(*promise.due_at),
                         "",
                         {outcome_of(view, promise), {": " + text::visible_line(promise.text)}}});
    show_lined_up("Promises", lines, page);
}

} // namespace reklamaatio::cli
