// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/alert_writer.hpp"

#include "render/columns.hpp"
#include "text/append.hpp"
#include "text/plural.hpp"
#include "text/visible.hpp"
#include "text/wrap.hpp"
#include "time/display.hpp"
#include "view/tables/alert_table.hpp"
#include "view/words/lateness_text.hpp"
#include "view/words/term_text.hpp"

#include <limits>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using casework::DueAlert;
using complaint::AlertLevel;
using render::Align;
using render::Cell;
using render::text_or_none;
using render::Tone;
using render::Value;

std::string working_time(const DueAlert& alert, time::Instant from, time::Instant until) {
    return working_time_between(from, until, *alert.calendar);
}

Cell how_much(const DueAlert& alert, time::Instant now) {
    const auto due = *alert.what.due_at;
    if (alert.what.level == AlertLevel::surge)
        return Value{fmt::format("{} today; chance explains at most {}", alert.count, alert.limit)};
    if (alert.what.level == AlertLevel::unassigned)
        return {Value{"for " + working_time(alert, alert.about->complaint.received_at, now)}, "", Tone::bad};
    if (due < now) return {Value{working_time(alert, due, now) + " late"}, "", Tone::bad};
    return {Value{"in " + working_time(alert, now, due)}, "", Tone::warn};
}

Cell due(const DueAlert& alert, time::Instant now, const time::Zone& zone) {
    if (!alert.what.clock) return {};
    return {Value{*alert.what.due_at}, time::display_near(*alert.what.due_at, now, zone)};
}

Value owner(const DueAlert& alert) {
    if (!alert.owner.empty() || alert.action) return text_or_none(alert.owner);
    const auto& complaint = alert.about->complaint;
    return text_or_none(rulebook::owner_of(complaint.team, complaint.assignee));
}

Cell state(const DueAlert& alert, time::Instant now, const render::WriterOptions& options) {
    const auto when = [&](time::Instant at) {
        return options.style.near_times ? time::display_near(at, now, options.zone)
                                        : time::display_absolute(at, options.zone);
    };
    if (alert.acknowledged) {
        const auto& record = *alert.acknowledged;
        return {Value{fmt::format("acknowledged {} by {}{}{}", when(*record.acknowledged_at),
                                  record.acknowledged_by, record.text.empty() ? "" : ": ", record.text)},
                "", Tone::dim};
    }
    if (!alert.sent) return {Value{std::string("not sent yet")}, "", Tone::strong};
    const bool same = alert.sent->sent_to == alert.to.key;
    return {Value{fmt::format("sent {}{}{}", when(*alert.sent->sent_at), same ? "" : " to ",
                              same ? "" : alert.sent->sent_to)}};
}

// What it is, and of a statutory term what comes of silence.
std::string called(const DueAlert& alert) {
    auto text = complaint::alert_text(alert.what);
    const bool is_of_law = alert.what.clock == complaint::Clock::legal && alert.about && alert.about->by_law
                           && alert.about->by_law->due_at == alert.what.due_at;
    if (!is_of_law) return text;
    const auto then = counted_as(alert.about->by_law->then);
    if (then.empty()) return text;
    if (alert.what.level == AlertLevel::overdue) return passed_by_law(alert.about->by_law->then);
    return fmt::format("{}, else {}", text, then);
}

// What a person has to do with: of a task, that and the complaint behind it.
Value matter(const DueAlert& alert) {
    if (alert.action) return text_or_none(alert.task);
    const auto subject = headline(alert.about->complaint);
    if (alert.task.empty()) return text_or_none(subject);
    return Value{subject.empty() ? alert.task : fmt::format("{} ({})", alert.task, subject)};
}

std::string heading(const rulebook::Addressee& to, std::size_t alerts) {
    std::string known = to.name == to.key ? "" : to.name;
    if (!to.email.empty()) known += (known.empty() ? "" : ", ") + to.email;
    return text::visible_line(fmt::format(
        "{}{}: {}", to.key, known.empty() ? "" : fmt::format(" ({})", known), text::plural(alerts, "alert")));
}

// Below its line in a letter, where there is room downwards: "Maija Virtanen: Kiuas halkesi (pekka has it)". Who reads it
// knows which are theirs.
Value about(const DueAlert& alert) {
    std::string words = alert.action ? "" : called(alert.about->customer);
    if (const auto what = matter(alert); const auto* text = std::get_if<std::string>(&what))
        text::append(words, *text, ": ");
    const auto whose = owner(alert);
    if (whose == Value{alert.to.key}) return text_or_none(words);
    const auto* name = std::get_if<std::string>(&whose);
    return Value{fmt::format("{} ({} has it)", words, name != nullptr ? *name : "nobody")};
}

std::vector<render::Column> digest_columns(bool is_letter, bool with_state) {
    std::vector<render::Column> columns{{"id", "ID", Align::left, 0, 0, true},
                                        {"alert", "Alert", Align::left, 0, 0},
                                        {"how_much", "Working time", Align::left, 0, 0},
                                        {"due_at", "Due", Align::left, 5, 0}};
    if (is_letter) {
        columns.push_back({"about", "About"});
        columns.back().is_below = true;
        return columns;
    }
    columns.push_back({"owner", "Owner", Align::left, 4, 6});
    columns.push_back({"who", "Customer", Align::left, 3, 8});
    columns.push_back({"what", "Subject", Align::left, 0, 8});
    if (with_state) columns.push_back({"state", "State", Align::left, 1, 12});
    return columns;
}

} // namespace

// The rows of one recipient, which wait for their number.
class AlertWriter::Digest {
  public:
    Digest(const AlertWriter& whole, const rulebook::Addressee& to)
        : m_whole(whole), m_to(to),
          m_is_letter(whole.m_options.style.width > 0 && !whole.m_options.to_terminal && !whole.m_with_state),
          m_rows(render::make_writer(whole.m_out, whole.m_options)) {
        m_rows->begin(digest_columns(m_is_letter, whole.m_with_state));
    }

    void add(const DueAlert& alert) {
        const auto now = m_whole.m_now;
        render::Row row{Value{casework::matter_of(alert)}, Value{called(alert)}, how_much(alert, now),
                        due(alert, now, m_whole.m_options.zone)};
        if (m_is_letter) {
            row.emplace_back(about(alert));
        } else {
            row.emplace_back(owner(alert));
            row.emplace_back(alert.action ? Value{} : text_or_none(called(alert.about->customer)));
            row.emplace_back(matter(alert));
        }
        if (m_whole.m_with_state) row.push_back(state(alert, now, m_whole.m_options));
        m_rows->row(row);
        ++m_count;
    }

    void finish() {
        const auto& style = m_whole.m_options.style;
        const int width = style.width > 0 ? style.width : std::numeric_limits<int>::max();
        for (const auto& line : text::wrapped(heading(m_to, m_count), width))
            m_whole.m_out << render::painted(line, Tone::strong, style) << '\n';
        m_rows->end();
    }

  private:
    const AlertWriter& m_whole;
    rulebook::Addressee m_to;
    bool m_is_letter;                       // in which each line has below it what it is about
    std::unique_ptr<render::Writer> m_rows; // of text, which writes at its end
    std::size_t m_count = 0;
};

AlertWriter::AlertWriter(std::ostream& out, const render::WriterOptions& options,
                         const std::vector<std::string>& columns, time::Instant now, bool with_state)
    : m_out(out), m_options(options), m_now(now), m_with_state(with_state),
      m_columns(render::chosen_columns(alert_columns(), columns)),
      m_in_pages(columns.empty() && render::shape_of(options.format) == render::Shape::page) {}

AlertWriter::~AlertWriter() = default;

void AlertWriter::add(const DueAlert& alert) {
    if (m_in_pages)
        digest_for(alert.to).add(alert);
    else
        add_row(alert);
}

void AlertWriter::finish() {
    if (!m_in_pages) {
        begin_rows();
        return m_rows->end();
    }
    for (std::size_t i = 0; i < m_digests.size(); ++i) {
        if (i > 0) m_out << '\n';
        m_digests[i]->finish();
    }
}

void AlertWriter::begin_rows() {
    if (m_rows) return;
    const auto all = alert_columns();
    std::vector<render::Column> shown;
    for (const auto place : m_columns)
        shown.push_back(all[place]);
    m_rows = render::make_writer(m_out, m_options);
    m_rows->begin(shown);
}

void AlertWriter::add_row(const DueAlert& alert) {
    begin_rows();
    render::Row row;
    for (const auto place : m_columns)
        row.emplace_back(alert_value(alert, place, m_now));
    m_rows->row(row);
}

AlertWriter::Digest& AlertWriter::digest_for(const rulebook::Addressee& to) {
    const auto [place, is_first] = m_digest_of.emplace(to.key, m_digests.size());
    if (is_first) m_digests.push_back(std::make_unique<Digest>(*this, to));
    return *m_digests[place->second];
}

} // namespace reklamaatio::view
