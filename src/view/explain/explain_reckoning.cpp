// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of an account on the page: days below each other, long stretches folded.
#include "text/plural.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"
#include "view/explain/explain_page.hpp"
#include "view/explain/explain_times.hpp"
#include "view/explain/explain_words.hpp"
#include "view/explain/reckoning_fold.hpp"
#include "view/words/in_words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using render::Tone;
using rulebook::Origin;
using rulebook::ReckoningKind;
using rulebook::ReckoningLine;

// Targets in working days are counted by hand, day by day; working hours are added up.
constexpr std::size_t k_most_counted = 60;
constexpr std::size_t k_most_added = 20;
constexpr std::size_t k_most_covered = 8;
constexpr int k_widest_hours = 36;

bool is_a_day(const ReckoningLine& line) {
    return line.kind == ReckoningKind::working || line.kind == ReckoningKind::closed
           || line.kind == ReckoningKind::covered || line.kind == ReckoningKind::rolled;
}

// Days of one part of the account stand together.
ReckoningKind part_of(const ReckoningLine& line) {
    const bool is_apart = line.kind == ReckoningKind::covered || line.kind == ReckoningKind::rolled;
    return is_apart ? line.kind : ReckoningKind::working;
}

class AccountPage {
  public:
    AccountPage(const casework::Explanation& about, const Origin& origin, render::Page& page)
        : m_about(about), m_origin(origin), m_page(page), m_zone(about.zone_of(origin)),
          m_year(year_of(origin.deadline.started_at, m_zone)) {}

    void show() {
        const auto lines = rulebook::reckoning_of(m_origin, m_about.waits);
        measure(lines);
        for (std::size_t begin = 0; begin < lines.size();) {
            std::size_t end = begin + 1;
            if (!is_a_day(lines[begin])) {
                show_line(lines[begin]);
            } else {
                while (end < lines.size() && is_a_day(lines[end])
                       && part_of(lines[end]) == part_of(lines[begin]))
                    ++end;
                show_days(std::span(lines).subspan(begin, end - begin));
            }
            begin = end;
        }
    }

  private:
    bool counts_days() const {
        if (const auto* term = m_origin.running.regime.term)
            return term->term.unit == rulebook::TermUnit::working_days;
        return m_origin.running.target && m_origin.running.target->unit == time::Unit::working_days
               && !m_origin.running.stood;
    }

    std::string moment(time::Instant at) const { return moment_text(at, m_zone, m_year); }
    // With its year, for the two ends of the account.
    std::string full_moment(time::Instant at) const { return moment_text(at, m_zone, 0); }

    void put(std::string_view label, const std::string& text, Tone tone = Tone::plain) {
        m_page.wrapped(reckoning_label(label), text::visible(text), tone);
    }

    void measure(std::span<const ReckoningLine> lines) {
        for (const auto& line : lines)
            if (is_a_day(line) && line.kind != ReckoningKind::closed)
                m_hours_width = std::max(m_hours_width, text::width(hours(line)));
        m_hours_width = std::min(m_hours_width, k_widest_hours);
    }

    std::string hours(const ReckoningLine& line) const {
        const auto& parts = line.day->worked.empty() ? line.day->open : line.day->worked;
        return hours_text(parts, *line.day, m_zone);
    }

    void show_line(const ReckoningLine& line) {
        switch (line.kind) {
        case ReckoningKind::start:
            return put(started_by(m_origin), full_moment(line.from) + day_that_does_not_count());
        case ReckoningKind::elapsed:
            return put(m_origin.deadline.target,
                       fmt::format("the same clock time, {}", full_moment(*line.until)));
        case ReckoningKind::clock_change:
            return put("", fmt::format("{}   {}", day_text(line.day->date, m_year), remark_on(*line.day)));
        case ReckoningKind::pause:
            return show_pause(line);
        case ReckoningKind::last_day:
            return put(m_origin.deadline.target, last_day_text(line, m_zone.date_at(line.from), 0));
        case ReckoningKind::due:
            return show_due(line.from);
        default:
            return;
        }
    }

    std::string day_that_does_not_count() const {
        if (!counts_days() && m_origin.running.regime.term == nullptr) return "";
        const bool is_receipt = started_by(m_origin) == "received";
        return fmt::format("   {} does not count", is_receipt ? "the day of receipt" : "its day");
    }

    void show_pause(const ReckoningLine& line) {
        const auto what = pause_text(line);
        m_was_paused = true;
        if (line.days > 0 && line.until) return put("paused", what);
        if (!line.until) return put("paused", fmt::format("since {}, {}", moment(line.from), what));
        const bool is_working_time = time::counts_working_time(*m_origin.running.target);
        std::string effect = fmt::format("+ {}", exact_length(line.length, is_working_time));
        if (!line.counts)
            effect = "it began after the deadline and changes nothing";
        else if (line.length == time::Seconds{0})
            effect = "it covers no working time and changes nothing";
        put("paused", fmt::format("{} – {}, {}: {}", moment(line.from), moment(*line.until), what, effect));
    }

    // Elsewhere the wall may show another time.
    void show_due(time::Instant at) {
        std::string text = full_moment(at);
        // A date alone was promised: it means the end of that day.
        const auto next = m_zone.to_local(at + time::Seconds{1});
        if (const bool is_of_law = m_origin.running.regime.term != nullptr; is_of_law)
            text = fmt::format("{}, the end of that day", day_text(m_zone.date_at(at), 0));
        else if (!m_origin.running.target && next == time::LocalTime{time::date_of(next)})
            text = fmt::format("{}, that whole day", day_text(m_zone.date_at(at), 0));
        if (m_zone.to_local(at) != m_about.zone.to_local(at))
            text += fmt::format("   {} in {}", moment_text(at, m_about.zone, m_year), m_about.zone.name());
        put("due", text, Tone::strong);
        show_unheeded_waits(at);
    }

    // Whoever waited may wonder why nothing moved.
    void show_unheeded_waits(time::Instant due) {
        const auto clock = m_origin.deadline.clock;
        if (clock != complaint::Clock::response && clock != complaint::Clock::reply) return;
        const auto falls_within = [&](const rulebook::Wait& wait) {
            return wait.pause.from < due
                   && (!wait.pause.until || *wait.pause.until > m_origin.deadline.started_at);
        };
        if (m_origin.running.target && std::ranges::any_of(m_about.waits, falls_within))
            put("", fmt::format("{} never pauses: waiting for the customer changes nothing", in_words(clock)),
                Tone::dim);
    }

    void show_days(std::span<const ReckoningLine> lines) {
        const bool covered = lines.front().kind == ReckoningKind::covered;
        if (lines.front().kind == ReckoningKind::rolled) return show_rolled(lines);
        const bool numbered = std::ranges::any_of(lines, [](const auto& l) { return l.working_day > 0; });
        std::string label = covered ? "covers" : m_was_paused ? "adds" : "";
        const auto most = covered ? k_most_covered : numbered ? k_most_counted : k_most_added;
        for (const auto& group : folded(lines, most)) {
            if (numbered) label = number_of(group);
            show_group(label, group, !numbered);
            label.clear();
        }
    }

    void show_rolled(std::span<const ReckoningLine> lines) {
        std::string label = "rolls on";
        for (const auto& group : folded(lines, k_most_added)) {
            show_closed(label, group);
            label.clear();
        }
    }

    static std::string number_of(const DayGroup& group) {
        int first = 0;
        int last = 0;
        for (const auto* line : group.days) {
            if (line->working_day == 0) continue;
            if (first == 0) first = line->working_day;
            last = line->working_day;
        }
        if (first == 0) return "";
        return first == last ? fmt::format("{}", first) : fmt::format("{}–{}", first, last);
    }

    void show_group(const std::string& label, const DayGroup& group, bool adds_up) {
        const auto& line = *group.days.front();
        if (group.is_folded) return show_sum(label, group, adds_up);
        if (group.is_closed()) return show_closed(label, group);
        const std::string day = day_text(line.day->date, m_year) + "  ";
        const std::string when = line.day->closed ? closed_text(*line.day->closed) : hours(line);
        if (!adds_up) return put(label, with_remark(day + when, *line.day));
        put(label, day + text::padded_right(when, m_hours_width) + sum_text(line.length, line.total));
        // Beside the sums there is no room for it.
        if (const auto remark = remark_on(*line.day); !remark.empty()) put("", remark, Tone::dim);
    }

    static std::string sum_text(time::Seconds length, time::Seconds total) {
        return fmt::format("  {}  = {}", text::padded_left("+ " + exact_length(length), 10),
                           exact_length(total));
    }

    static std::string with_remark(const std::string& text, const time::LedgerDay& day) {
        const auto remark = remark_on(day);
        return remark.empty() ? text : fmt::format("{}   {}", text, remark);
    }

    // "Sat  7, Sun  8 Nov  closed"
    void show_closed(const std::string& label, const DayGroup& group) {
        const auto& day = *group.days.front()->day;
        std::string text = day_text(day.date, m_year);
        if (group.days.size() > 1)
            text +=
                fmt::format("{}{}", group.days.size() == 2 ? ", " : " – ", day_text(group.last(), m_year));
        put(label, with_remark(fmt::format("{}  {}", text, closed_text(*day.closed)), day), Tone::dim);
    }

    void show_sum(const std::string& label, const DayGroup& group, bool adds_up) {
        const int days = group.working_days();
        std::string text = fmt::format("{} – {}  {}", day_text(group.first(), m_year),
                                       day_text(group.last(), m_year), text::plural(days, "working day"));
        if (adds_up) text += sum_text(group.length(), group.days.back()->total);
        put(label, text);
        for (const auto& part : group.unfolded()) {
            const auto& day = *part.days.front()->day;
            if (part.is_closed() && (day.closed->by != time::ClosedBy::no_hours || !remark_on(day).empty()))
                show_closed("", part);
            else if (!remark_on(day).empty())
                put("", with_remark(day_text(day.date, m_year), day), Tone::dim);
        }
    }

    const casework::Explanation& m_about;
    const Origin& m_origin;
    render::Page& m_page;
    const time::Zone& m_zone;
    int m_year;
    int m_hours_width = 0;
    bool m_was_paused = false;
};

} // namespace

void show_reckoning(const casework::Explanation& about, const Origin& origin, render::Page& page) {
    AccountPage(about, origin, page).show();
}

} // namespace reklamaatio::view
