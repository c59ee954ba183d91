// SPDX-License-Identifier: GPL-3.0-or-later
// Deadlines by the sentences of the procedure, one clock at a time and minute by minute: slow and easily
// believed.
//
// It is told what people did, not what changed in the record, and knows only these sentences:
//   - the first service level whose conditions hold sets the target; clocks start at the receipt;
//   - the response is met by the earliest message of a human to the customer, and never pauses;
//   - where the customer is unknown, and nobody was answered, no response is owed;
//   - the resolution is met by resolving, and pauses while the customer is waited for;
//   - a pause that begins before the deadline moves it, a later one changes nothing; taken in order;
//   - new facts and new policies plan again what is unmet and not yet due while the complaint is unresolved;
//   - reopening continues the row, or counts the closed time as a pause, or leaves it judged and starts
//   another.
#pragma once

#include "complaint/builders.hpp"
#include "rulebook/clocks/deadline.hpp"
#include "rulebook/policy.hpp"
#include "time/due.hpp"
#include "time/walk.hpp"

#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;

// What a service level may ask for.
struct Facts {
    Kind kind = Kind::complaint;
    Priority priority = Priority::normal;
    std::string team;
    friend bool operator==(const Facts&, const Facts&) = default;
};

enum class Did { open, facts, answer, await, end_wait, resolve, reopen, void_entry, new_policy };

struct Step {
    Did did = Did::open;
    time::Instant happened;
    time::Instant recorded;
    Facts facts;                    // as they are afterwards
    bool answered = false;          // the customer was told something by a human
    bool is_known = false;          // who the customer is
    const Policy* policy = nullptr; // as it is afterwards
    int version = 0;
};

using Story = std::vector<Step>;
using Walks = std::map<std::string, time::tests::Walk>; // by the calendar's name

class NaivePlan {
  public:
    NaivePlan(const Story& story, const Walks& walks) : m_story(story), m_walks(walks) {}

    std::vector<Deadline> deadlines() const {
        std::vector<Deadline> rows = response();
        for (auto& row : resolution())
            rows.push_back(row);
        return rows;
    }

  private:
    using Instant = time::Instant;
    using Seconds = time::Seconds;
    using Stops = std::vector<time::Pause>;

    // What was promised, and by which policy.
    struct Agreed {
        const Sla* sla;
        const Policy* policy;
        int version;
        time::Target target;
    };

    struct Line {
        Instant start;
        std::optional<Agreed> agreed;
        std::optional<Instant> met;
        std::optional<Stops> judged_with; // the pauses as they were when it was judged for good
    };

    template <typename T>
    static bool admits(const Sla& sla, std::string_view field, const T& value) {
        const auto& list = sla.when.asked_of(field);
        return list.empty() || std::count(list.begin(), list.end(), value) > 0;
    }

    static std::optional<Agreed> promise(Clock clock, const Step& step) {
        for (const Sla& sla : step.policy->slas) {
            if (!admits(sla, "kind", word(step.facts.kind))
                || !admits(sla, "priority", word(step.facts.priority))
                || !admits(sla, "team", step.facts.team))
                continue;
            const auto& target = sla.targets[static_cast<std::size_t>(clock)];
            if (!target) return std::nullopt;
            return Agreed{&sla, step.policy, step.version, *target};
        }
        return std::nullopt;
    }

    const time::tests::Walk& walk(const Agreed& agreed) const {
        return m_walks.at(agreed.policy->calendars[agreed.sla->calendar].name());
    }

    Seconds counted(const Agreed& agreed, Instant from, Instant until) const {
        if (until <= from) return Seconds{0};
        const bool calendar_time =
            agreed.target.unit == time::Unit::days || agreed.target.unit == time::Unit::weeks;
        return calendar_time ? until - from : walk(agreed).working_time(from, until);
    }

    Instant later(const Agreed& agreed, Instant from, Seconds amount) const {
        if (amount == Seconds{0}) return from;
        const bool calendar_time =
            agreed.target.unit == time::Unit::days || agreed.target.unit == time::Unit::weeks;
        return calendar_time ? from + amount : walk(agreed).add_working_time(from, amount);
    }

    Instant without_pauses(const Agreed& agreed, Instant start) const {
        const time::Zone& zone = agreed.policy->calendars[agreed.sla->calendar].zone();
        const int n = agreed.target.count;
        switch (agreed.target.unit) {
        case time::Unit::minutes:
            return walk(agreed).add_working_time(start, std::chrono::minutes{n});
        case time::Unit::hours:
            return walk(agreed).add_working_time(start, std::chrono::hours{n});
        case time::Unit::working_days:
            return walk(agreed).close_of_working_day(zone.date_at(start), n);
        case time::Unit::days:
            return zone.to_instant(zone.to_local(start) + std::chrono::days{n});
        case time::Unit::weeks:
            return zone.to_instant(zone.to_local(start) + std::chrono::days{7 * n});
        }
        return start;
    }

    // Nothing while a pause lasts; `left` then says what is left.
    std::optional<Instant> due(const Line& line, const Stops& stops, Seconds* left = nullptr) const {
        Instant at = without_pauses(*line.agreed, line.start);
        for (const auto& stop : stops) {
            const Instant from = std::max(stop.from, line.start);
            if (from >= at) return at;
            if (!stop.until) {
                if (left != nullptr) *left = counted(*line.agreed, from, at);
                return std::nullopt;
            }
            at = later(*line.agreed, at, counted(*line.agreed, from, *stop.until));
        }
        return at;
    }

    void plan_anew(Line& line, Clock clock, const Step& step, const Stops& stops) const {
        if (line.met || line.judged_with) return;
        if (line.agreed) {
            const auto at = due(line, stops);
            if (at && *at <= step.recorded) return;
        }
        line.agreed = promise(clock, step);
    }

    static bool ends_work(Did did) { return did == Did::resolve || did == Did::void_entry; }

    // Whether this step gives a reason to plan again.
    bool is_news(std::size_t i) const {
        return i > 0 && (m_story[i].did == Did::new_policy || m_story[i].facts != m_story[i - 1].facts);
    }

    std::optional<Instant> voided() const {
        for (const Step& step : m_story)
            if (step.did == Did::void_entry) return step.happened;
        return std::nullopt;
    }

    std::vector<Deadline> response() const {
        Line line{m_story.front().happened, promise(Clock::response, m_story.front()), {}, {}};
        bool at_work = true;
        for (std::size_t i = 0; i < m_story.size(); ++i) {
            const Step& step = m_story[i];
            if (step.did == Did::reopen) at_work = true;
            if (ends_work(step.did)) at_work = false;
            if (is_news(i) && at_work) plan_anew(line, Clock::response, step, {});
            if (step.answered) line.met = std::min(line.met.value_or(step.happened), step.happened);
        }
        if (!line.met && !m_story.back().is_known) return {};
        return rows_of(Clock::response, {line}, {});
    }

    std::vector<Deadline> resolution() const {
        std::vector<Line> lines{
            {m_story.front().happened, promise(Clock::resolution, m_story.front()), {}, {}}};
        Stops stops;
        bool at_work = true;
        const auto end_wait = [&](Instant at) {
            if (!stops.empty() && !stops.back().until) stops.back().until = at;
        };
        for (std::size_t i = 0; i < m_story.size(); ++i) {
            const Step& step = m_story[i];
            if (step.did == Did::await) stops.push_back({step.happened, std::nullopt});
            if (step.did == Did::end_wait || ends_work(step.did)) end_wait(step.happened);
            if (step.did == Did::resolve) lines.back().met = step.happened;
            if (ends_work(step.did)) at_work = false;
            if (step.did == Did::reopen) {
                at_work = true;
                reopen(lines, stops, step);
            }
            if (is_news(i) && at_work) plan_anew(lines.back(), Clock::resolution, step, stops);
        }
        return rows_of(Clock::resolution, lines, stops);
    }

    static void reopen(std::vector<Line>& lines, Stops& stops, const Step& step) {
        Line& line = lines.back();
        switch (step.policy->organisation.reopen) {
        case Reopen::exclude:
            stops.push_back({*line.met, step.happened});
            line.met.reset();
            return;
        case Reopen::continue_:
            line.met.reset();
            return;
        case Reopen::restart:
            line.judged_with = stops;
            lines.push_back({step.happened, promise(Clock::resolution, step), {}, {}});
        }
    }

    // The working time of the stretch, piece by piece between the pauses.
    Seconds taken(const Line& line, const Stops& stops) const {
        Seconds sum{0};
        Instant at = line.start;
        for (const auto& stop : stops) {
            if (stop.from > at) sum += walk(*line.agreed).working_time(at, std::min(stop.from, *line.met));
            at = std::max(at, stop.until.value_or(*line.met));
            if (at >= *line.met) return sum;
        }
        return sum + walk(*line.agreed).working_time(at, *line.met);
    }

    std::vector<Deadline> rows_of(Clock clock, const std::vector<Line>& lines, const Stops& all_stops) const {
        std::vector<Deadline> rows;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Line& line = lines[i];
            if (!line.agreed) continue;
            const Stops& stops = line.judged_with ? *line.judged_with : all_stops;
            const Agreed& agreed = *line.agreed;
            Deadline row;
            row.clock = clock;
            row.ordinal = static_cast<int>(i) + 1;
            row.started_at = line.start;
            row.met_at = line.met;
            row.cancelled_at = voided();
            row.target = time::to_string(agreed.target);
            row.sla = agreed.sla->name;
            row.calendar = agreed.policy->calendars[agreed.sla->calendar].name();
            row.policy = agreed.version;
            Seconds left{0};
            row.due_at = due(line, stops, &left);
            if (!row.due_at) row.left = left;
            if (row.due_at) row.warn_at = warning(line, *row.due_at);
            if (line.met) row.taken = taken(line, stops);
            if (line.met && row.due_at && *line.met > *row.due_at)
                row.overrun = walk(agreed).working_time(*row.due_at, *line.met);
            rows.push_back(row);
        }
        return rows;
    }

    Instant warning(const Line& line, Instant due) const {
        const auto whole = static_cast<double>(counted(*line.agreed, line.start, due).count());
        const Seconds used{std::llround(whole * line.agreed->sla->warn_at)};
        return std::min(due, later(*line.agreed, line.start, used));
    }

    const Story& m_story;
    const Walks& m_walks;
};

} // namespace reklamaatio::rulebook::tests
