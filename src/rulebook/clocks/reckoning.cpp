// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/reckoning.hpp"

#include "rulebook/clocks/term_count.hpp"

#include <algorithm>

namespace reklamaatio::rulebook {

namespace {

using time::Instant;
using time::LedgerDay;
using time::Seconds;

class Account {
  public:
    Account(const Origin& origin, std::span<const Wait> waits)
        : m_running(origin.running), m_calendar(origin.running.regime.calendar()), m_waits(waits) {}

    std::vector<ReckoningLine> take() { return std::move(m_lines); }

    void start() { m_lines.push_back({ReckoningKind::start, m_start, m_start}); }
    void due(Instant at) { m_lines.push_back({ReckoningKind::due, at, at}); }

    // From the start to the deadline that no pause has moved.
    void reckon_target(Instant unmoved) {
        if (m_running.stood) return reckon_left(unmoved);
        const Instant start = m_start;
        switch (m_running.target->unit) {
        case time::Unit::minutes:
        case time::Unit::hours:
            add_days(start, unmoved, ReckoningKind::working);
            break;
        case time::Unit::working_days:
            count_days(start, unmoved);
            break;
        case time::Unit::days:
        case time::Unit::weeks:
            add_elapsed(start, unmoved);
            break;
        }
    }

    void reckon_term(const std::vector<time::Pause>& pauses) {
        const auto& term = *m_running.regime.term;
        const auto count = count_term(term, m_start, m_calendar, pauses);
        const auto& zone = m_calendar.zone();
        const auto day_after = [&](time::Date date) { return zone.start_of(date + std::chrono::days{1}); };
        if (term.term.unit == TermUnit::working_days) count_days(m_start, day_after(count.last_day));
        ReckoningLine last{ReckoningKind::last_day, zone.start_of(count.last_day), day_after(count.last_day)};
        last.is_cut_short = count.is_cut_short;
        m_lines.push_back(last);
        if (count.paused_days > 0 || !count.due) {
            ReckoningLine pause{ReckoningKind::pause, pauses.front().from, {}};
            if (count.due) pause.until = day_after(count.moved_to);
            pause.days = count.paused_days;
            m_lines.push_back(pause);
        }
        if (!count.due || count.rolled.empty()) return;
        for (auto& day :
             time::day_by_day(m_calendar, zone.start_of(count.moved_to), zone.start_of(count.ends_on)))
            add(ReckoningKind::rolled, std::move(day), Seconds{0});
    }

    void reckon_pause(const time::Move& move) {
        ReckoningLine line{ReckoningKind::pause, move.pause.from, move.pause.until, move.length};
        line.reason = reason_of(move.pause);
        line.counts = move.counts;
        m_lines.push_back(line);
        if (!move.counts || !time::counts_working_time(*m_running.target)) return;
        const Instant end = move.pause.until.value_or(move.due_before);
        if (move.pause.until && !is_within_a_day(move.pause.from, end))
            add_days(move.pause.from, end, ReckoningKind::covered);
        if (move.due_after && *move.due_after != move.due_before)
            add_days(move.due_before, *move.due_after, ReckoningKind::working);
    }

  private:
    void reckon_left(Instant unmoved) {
        if (time::counts_working_time(*m_running.target))
            return add_days(m_start, unmoved, ReckoningKind::working);
        add_elapsed(m_start, unmoved);
    }

    // A line for each day; of a day without hours it says so. The days of a pause are all covered.
    void add_days(Instant from, Instant until, ReckoningKind open_days) {
        Seconds total{0};
        for (auto& day : time::day_by_day(m_calendar, from, until)) {
            // The deadline that is moved stood at the close of its day.
            if (total == Seconds{0} && from != m_start && day.length == Seconds{0} && day.whole.from <= from)
                continue;
            total += day.length;
            const bool is_closed = day.closed.has_value() && open_days == ReckoningKind::working;
            add(is_closed ? ReckoningKind::closed : open_days, std::move(day), total);
        }
    }

    // The day of the start does not count.
    void count_days(Instant start, Instant close) {
        const auto& zone = m_calendar.zone();
        const auto next = zone.start_of(zone.date_at(start) + std::chrono::days{1});
        int number = 0;
        Seconds total{0};
        for (auto& day : time::day_by_day(m_calendar, next, close)) {
            total += day.length;
            const bool works = !day.closed;
            add(works ? ReckoningKind::working : ReckoningKind::closed, std::move(day), total);
            if (works) m_lines.back().working_day = ++number;
        }
    }

    void add_elapsed(Instant start, Instant due) {
        m_lines.push_back({ReckoningKind::elapsed, start, due, due - start, due - start});
        for (auto& day : time::clock_changes(m_calendar, start, due))
            add(ReckoningKind::clock_change, std::move(day), due - start);
    }

    void add(ReckoningKind kind, LedgerDay day, Seconds total) {
        ReckoningLine line{kind, day.whole.from, day.whole.until, day.length, total};
        if (!day.worked.empty()) {
            line.from = day.worked.front().from;
            line.until = day.worked.back().until;
        }
        line.day = std::move(day);
        m_lines.push_back(std::move(line));
    }

    bool is_within_a_day(Instant from, Instant until) const {
        return m_calendar.zone().date_at(from) == m_calendar.zone().date_at(until);
    }

    // It may have begun before the clock did, and may still last where the clock was met.
    std::optional<std::string> reason_of(const time::Pause& pause) const {
        const auto found = std::ranges::find_if(m_waits, [&](const Wait& wait) {
            return (!wait.pause.until || wait.pause.until == pause.until) && wait.pause.from <= pause.from;
        });
        return found != m_waits.end() ? std::optional(found->reason) : std::nullopt;
    }

    const Running& m_running;
    const time::Calendar& m_calendar;
    const Instant m_start = m_running.counted_from();
    std::span<const Wait> m_waits;
    std::vector<ReckoningLine> m_lines;
};

} // namespace

std::vector<ReckoningLine> reckoning_of(const Origin& origin, std::span<const Wait> waits) {
    Account account(origin, waits);
    account.start();
    const Running& running = origin.running;
    if (running.target) {
        const Instant start = running.counted_from();
        const Instant unmoved = running.unmoved();
        account.reckon_target(unmoved);
        const auto moves =
            time::moves_by_pauses(start, unmoved, *running.target, running.regime.calendar(), origin.pauses);
        for (const auto& move : moves)
            if (!move.pause.until || *move.pause.until > start) account.reckon_pause(move);
    }
    if (running.regime.term != nullptr) account.reckon_term(origin.pauses);
    if (origin.deadline.due_at) account.due(*origin.deadline.due_at);
    return account.take();
}

} // namespace reklamaatio::rulebook
