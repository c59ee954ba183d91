// SPDX-License-Identifier: GPL-3.0-or-later
// Which complaint it is, whose, and what it is about.
#include "complaint/danger.hpp"
#include "complaint/money.hpp"
#include "complaint/overview.hpp"
#include "text/plural.hpp"
#include "text/visible.hpp"
#include "time/display.hpp"
#include "time/effort.hpp"
#include "view/page/page_view.hpp"
#include "view/words/in_words.hpp"
#include "view/words/own_field_text.hpp"
#include "view/words/term_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::view {

namespace {

using complaint::Status;

std::string status_text(const PageView& view) {
    const auto& complaint = view.complaint();
    const std::string status{in_words(complaint.status)};
    if (complaint.status == Status::waiting)
        return fmt::format("waiting since {}",
                           view.when(complaint.waiting_since.value_or(complaint.status_at)));
    if (complaint.merged_into)
        return fmt::format("{}: merged into {}", status, to_string(*complaint.merged_into));
    return status;
}

// "by law accepted since Tue 24 Nov 2026 (consumer goods, Poland): no decision was told in time". Until somebody ends the
// complaint so, it is what matters most.
std::string decided_by_law(const PageView& view, const rulebook::Deadline& deadline) {
    const auto since = view.full(counts_since(deadline));
    const auto day = since.substr(0, since.rfind(' '));
    const auto line =
        fmt::format("by law {} since {} ({})", counted_as(*deadline.silence), day, deadline.sla);
    const auto& outcome = view.complaint().outcome;
    return text::visible_line(view.complaint().resolved_at && outcome
                                  ? fmt::format("{}: it was {}", line, in_words(*outcome))
                                  : line + ": no decision was told in time");
}

render::Tone tone_of_law(const PageView& view) {
    return view.complaint().resolved_at ? render::Tone::dim : render::Tone::bad;
}

std::string owner_text(const complaint::Complaint& complaint) {
    std::string line = "owner ";
    line += complaint.assignee.empty() ? "nobody" : complaint.assignee;
    if (!complaint.team.empty()) line += ", team " + complaint.team;
    return text::visible_line(line);
}

std::string first_actor(const PageView& view) {
    const auto& history = view.dossier.history;
    return history.empty() ? "nobody" : history.front().logged.event.actor;
}

// "Mon 2 Nov 2026 10:00 by phone; logged 10:04 by pekka"
std::string received(const PageView& view) {
    const auto& complaint = view.complaint();
    const auto own = view.dossier.opening.received_at;
    std::string line = view.full(complaint.received_at);
    if (own != complaint.received_at) line += fmt::format(" in a duplicate, itself {}", view.full(own));
    if (!complaint.channel.empty()) line += " by " + complaint.channel;
    const auto& zone = view.zone();
    const bool same_day = zone.date_at(complaint.logged_at) == zone.date_at(own);
    line += fmt::format("; logged {} by {}",
                        same_day ? time::display_clock(complaint.logged_at, zone)
                                 : view.full(complaint.logged_at),
                        first_actor(view));
    if (!complaint.ref.empty())
        line +=
            fmt::format("; ref:{}{}{}", complaint.source, complaint.source.empty() ? "" : "/", complaint.ref);
    return text::visible_line(line);
}

std::string classified_as(const PageView& view) {
    const auto& complaint = view.complaint();
    std::string line;
    for (const auto* part : {&complaint.product, &complaint.category})
        join(line, *part, " · ");
    if (line.empty() && complaint.cause.empty()) return "not classified yet";
    if (!complaint.cause.empty())
        join(line, "cause: " + complaint.cause, " · ");
    else if (has_outcome(view.complaint().kind))
        join(line, "cause not known yet", " · ");
    return line;
}

std::string about(const PageView& view) {
    std::string line = classified_as(view);
    for (const auto& own : own_field_texts(view.complaint(), view.policy, view.language))
        join(line, own, " · ");
    return line;
}

// "1 h 30 min, 52.50 EUR": with what it cost, as far as the policy of the time tells.
std::string effort(const store::EffortSum& sum) {
    const auto length = [](std::int64_t minutes) {
        return time::display_effort(std::chrono::minutes{minutes});
    };
    std::string line = length(sum.minutes);
    for (const auto& [currency, cents] : sum.costs)
        join(line, complaint::sum_text(cents, currency));
    if (!sum.costs.empty() && sum.unpriced_minutes > 0)
        join(line, length(sum.unpriced_minutes) + " of it at no cost that is known");
    return line;
}

// "told Tue 3 Nov 2026 10:00: Safety Gateway 88"; "not reportable: nobody was near it".
std::string reported_text(const PageView& view) {
    const auto& complaint = view.complaint();
    if (complaint.reported_at)
        return fmt::format("told {}: {}", view.full(*complaint.reported_at),
                           text::visible_line(complaint.reported_to));
    if (!complaint::need_not_be_reported(complaint)) return "";
    return "not reportable: "
           + text::visible_line(complaint::or_erased(complaint.not_reportable, complaint.erased_at));
}

} // namespace

void show_head(const PageView& view, render::Page& page) {
    const auto& complaint = view.complaint();
    const auto known = complaint::or_erased(complaint.subject, complaint.erased_at);
    const std::string subject = known.empty() ? "(no subject)" : known;
    page.title(fmt::format("{}  {}", to_string(complaint.id), text::visible_line(subject)));
    std::string line{in_words(complaint.kind)};
    join(line, fmt::format("{} priority", in_words(complaint.priority)), " · ");
    join(line, status_text(view), " · ");
    if (complaint.stage > 1) join(line, fmt::format("stage {}", complaint.stage), " · ");
    if (complaint.harm != complaint::Harm::none) join(line, in_words(complaint.harm), " · ");
    page.title(line, owner_text(complaint));
    for (const auto& deadline : view.dossier.deadlines)
        if (is_decided_by_law(deadline, view.now))
            page.wrapped("", decided_by_law(view, deadline), tone_of_law(view));
    if (complaint.status == Status::waiting)
        page.wrapped("waiting for: ", complaint.waiting_reason.empty()
                                          ? "no reason given"
                                          : text::visible_line(complaint.waiting_reason));
}

void show_facts(const PageView& view, render::Page& page) {
    const auto& complaint = view.complaint();
    page.labelled("Received", received(view));
    page.labelled("About", about(view));
    if (complaint.audience)
        page.labelled("Public", fmt::format("{} {} could see it", *complaint.audience,
                                            text::one_or_many(*complaint.audience, "person", "people")));
    if (const auto reported = reported_text(view); !reported.empty()) page.labelled("Authority", reported);
    if (!complaint.wish.empty()) page.labelled("Wish", text::visible(complaint.wish));
    if (!complaint.tags.empty())
        page.labelled("Tags", text::visible_line(fmt::format("{}", fmt::join(complaint.tags, ", "))));
    if (view.dossier.effort.minutes > 0) page.labelled("Effort", effort(view.dossier.effort));
    std::string merged;
    for (const auto id : view.dossier.merged)
        join(merged, to_string(id));
    if (!merged.empty()) page.labelled("Duplicates", merged);
}

} // namespace reklamaatio::view
