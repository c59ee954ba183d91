// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/complaint_page.hpp"

#include "cli/event_text.hpp"
#include "complaint/money.hpp"
#include "complaint/tags.hpp"
#include "render/page.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"
#include "time/display.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using complaint::Deadline;
using complaint::Status;
using render::Tone;

// What all parts of the page need.
class Pager {
  public:
    Pager(const Dossier& dossier, const complaint::Policy& policy, time::Instant now,
          const render::Style& style)
        : m_dossier(dossier), m_complaint(dossier.overview.complaint), m_zone(policy.organisation.zone),
          m_now(now), m_style(style), m_page(style) {}

    std::string text() {
        head();
        m_page.blank();
        facts();
        m_page.blank();
        clocks();
        m_page.blank();
        conversation();
        m_page.blank();
        next();
        m_page.blank();
        history();
        return m_page.text();
    }

  private:
    std::string near(time::Instant at) const {
        return m_style.near_times ? time::display_near(at, m_now, m_zone)
                                  : time::display_absolute(at, m_zone);
    }

    std::string full(time::Instant at) const { return time::display_full(at, m_zone); }

    static void join(std::string& line, std::string_view part, std::string_view between = " · ") {
        if (part.empty()) return;
        if (!line.empty()) line += between;
        line += text::visible_line(part);
    }

    std::string owner() const {
        std::string line = m_complaint.assignee.empty() ? "owner nobody" : "owner " + m_complaint.assignee;
        if (!m_complaint.team.empty()) line += ", team " + m_complaint.team;
        return text::visible_line(line);
    }

    void head() {
        const std::string subject = m_complaint.subject.empty() ? "(no subject)" : m_complaint.subject;
        m_page.title(fmt::format("{}  {}", to_string(m_complaint.id), text::visible_line(subject)));
        std::string line{complaint::word(m_complaint.kind)};
        join(line, fmt::format("{} priority", complaint::word(m_complaint.priority)));
        join(line, status());
        if (m_complaint.harm != complaint::Harm::none) join(line, complaint::word(m_complaint.harm));
        m_page.title(line, owner());
    }

    std::string status() const {
        if (m_complaint.status != Status::waiting) return std::string(complaint::word(m_complaint.status));
        return fmt::format(
            "waiting since {} for: {}", near(m_complaint.waiting_since.value_or(m_complaint.status_at)),
            m_complaint.waiting_reason.empty() ? "no reason given" : m_complaint.waiting_reason);
    }

    void facts() {
        if (m_complaint.customer) m_page.labelled("Customer", customer());
        m_page.labelled("Received", received());
        std::string about;
        for (const auto& part : {m_complaint.product, m_complaint.category})
            join(about, part);
        join(about, m_complaint.cause.empty() ? "" : "cause: " + m_complaint.cause);
        m_page.labelled("About", about.empty() ? "not sorted yet" : about);
        if (!m_complaint.tags.empty())
            m_page.labelled("Tags", text::visible_line(fmt::format("{}", fmt::join(m_complaint.tags, ", "))));
        if (!m_complaint.wish.empty()) m_page.labelled("Wish", text::visible(m_complaint.wish));
        if (m_complaint.resolved_at) m_page.labelled("Resolved", resolution());
        if (m_complaint.merged_into) m_page.labelled("Merged", "into " + to_string(*m_complaint.merged_into));
    }

    std::string customer() const {
        const auto& customer = m_dossier.overview.customer;
        std::string line;
        join(line, customer.name);
        join(line, to_string(customer.id), "  ");
        std::string contacts;
        join(contacts, customer.phone);
        join(contacts, customer.email, ", ");
        join(line, contacts, "   ");
        return line;
    }

    std::string received() const {
        std::string line = full(m_complaint.received_at);
        if (!m_complaint.channel.empty()) line += " by " + m_complaint.channel;
        const auto& first = m_dossier.history.front();
        const bool same_day =
            m_zone.date_at(m_complaint.logged_at) == m_zone.date_at(m_complaint.received_at);
        line += fmt::format("; logged {} by {}",
                            same_day ? time_of_day(m_complaint.logged_at) : full(m_complaint.logged_at),
                            first.event.actor);
        if (!m_complaint.ref.empty())
            line += fmt::format("; ref:{}{}{}", m_complaint.source, m_complaint.source.empty() ? "" : "/",
                                m_complaint.ref);
        return text::visible_line(line);
    }

    std::string time_of_day(time::Instant at) const { return time::display_absolute(at, m_zone).substr(11); }

    std::string resolution() const {
        std::string line = full(*m_complaint.resolved_at);
        if (m_complaint.outcome) join(line, complaint::word(*m_complaint.outcome), ", ");
        if (!m_complaint.remedy.empty()) join(line, m_complaint.remedy, ", ");
        if (m_complaint.amount)
            line += fmt::format(" {} {}", complaint::amount_text(*m_complaint.amount), m_complaint.currency);
        if (m_complaint.settled)
            join(line, fmt::format("settled: {}", complaint::word(*m_complaint.settled)), "; ");
        return line;
    }

    void clocks() {
        bool first = true;
        for (const auto& deadline : m_dossier.deadlines) {
            Tone tone = Tone::plain;
            const std::string standing = stand(deadline, tone);
            const std::string line = text::padded_right(complaint::word(deadline.clock), 12) + standing;
            m_page.labelled(first ? "Clocks" : "", line, tone);
            first = false;
        }
        if (first) m_page.labelled("Clocks", "no target applies");
    }

    // "met        2 Nov 11:00      after 1 h of 4 h": how a deadline stands.
    std::string stand(const Deadline& deadline, Tone& tone) const {
        const auto line = [](std::string_view word, const std::string& when, const std::string& more) {
            return fmt::format("{}{}{}{}", text::padded_right(word, 11), when, more.empty() ? "" : "   ",
                               more);
        };
        const std::string of = deadline.target.empty() ? "given from outside"
                                                       : fmt::format("{} by \"{}\"", deadline.target,
                                                                     text::visible_line(deadline.sla));
        if (deadline.cancelled_at) {
            tone = Tone::dim;
            return line("cancelled", near(*deadline.cancelled_at), "");
        }
        if (deadline.met_at) {
            tone = complaint::is_met(deadline) ? Tone::good : Tone::bad;
            if (!complaint::is_met(deadline) && deadline.overrun)
                return line("met LATE", near(*deadline.met_at),
                            fmt::format("by {}, {}", time::display_working_length(*deadline.overrun), of));
            return line("met", near(*deadline.met_at),
                        fmt::format("after {}, {}", time::display_working_length(*deadline.taken), of));
        }
        if (!deadline.due_at) {
            tone = Tone::dim;
            return line("paused", fmt::format("{} left", time::display_working_length(*deadline.left)), of);
        }
        if (*deadline.due_at < m_now) {
            tone = Tone::bad;
            return line("OVERDUE", "since " + near(*deadline.due_at),
                        fmt::format("{}, {}", time::display_length(m_now - *deadline.due_at), of));
        }
        tone = deadline.warn_at && *deadline.warn_at <= m_now ? Tone::warn : Tone::plain;
        return line("due", near(*deadline.due_at), of);
    }

    void conversation() {
        if (!m_complaint.text.empty())
            say(m_complaint.received_at, "←", m_complaint.channel, text::visible(m_complaint.text));
        for (const auto& said : m_dossier.conversation) {
            const auto& message = said.message;
            std::string words = message.text.empty() ? "(no words kept)" : text::visible(message.text);
            if (message.direction != complaint::Direction::in)
                words = fmt::format("{}: {}", text::visible_line(said.actor), words);
            if (message.automatic) words = "(automatic) " + words;
            say(said.happened_at, arrow(message.direction),
                message.direction == complaint::Direction::note ? "note" : message.channel, words);
        }
    }

    static std::string_view arrow(complaint::Direction direction) {
        switch (direction) {
        case complaint::Direction::in:
            return "←";
        case complaint::Direction::out:
            return "→";
        case complaint::Direction::note:
            return "·";
        }
        return "";
    }

    void say(time::Instant at, std::string_view arrow, const std::string& channel, const std::string& words) {
        const std::string when =
            m_style.near_times ? time::display_short(at, m_now, m_zone) : time::display_absolute(at, m_zone);
        m_page.wrapped(
            fmt::format("{} {} {} ", text::padded_left(when, 12), arrow,
                        text::padded_right(
                            text::shortened(text::visible_line(channel.empty() ? "–" : channel), 8), 8)),
            words);
    }

    void next() {
        const auto& overview = m_dossier.overview;
        switch (m_complaint.status) {
        case Status::waiting:
            m_page.labelled("Next", "the customer's answer; log it with contact --in");
            return;
        case Status::resolved:
        case Status::closed:
        case Status::void_:
            return;
        case Status::new_:
        case Status::open:
            break;
        }
        const std::string to_do = m_complaint.responded_at ? "resolution" : "the first answer";
        if (!overview.due_at)
            m_page.labelled("Next", to_do + "; no deadline");
        else if (*overview.due_at < m_now)
            m_page.labelled("Next", fmt::format("{} is overdue since {}", to_do, near(*overview.due_at)),
                            Tone::bad);
        else
            m_page.labelled("Next", fmt::format("{} is due {}", to_do, near(*overview.due_at)));
    }

    void history() {
        bool first = true;
        for (const auto& logged : m_dossier.history) {
            const auto& event = logged.event;
            const std::string line =
                fmt::format("{}  {} {}", full(event.recorded_at), text::visible_line(event.actor),
                            complaint::word(event.kind));
            m_page.labelled(first ? "History" : "", line, Tone::dim);
            first = false;
        }
    }

    const Dossier& m_dossier;
    const complaint::Complaint& m_complaint;
    const time::Zone& m_zone;
    time::Instant m_now;
    render::Style m_style;
    render::Page m_page;
};

} // namespace

std::string complaint_page(const Dossier& dossier, const complaint::Policy& policy, time::Instant now,
                           const render::Style& style) {
    return Pager(dossier, policy, now, style).text();
}

} // namespace reklamaatio::cli
