// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/explain/explain_table.hpp"

#include "rulebook/clocks/sla_match.hpp"
#include "view/explain/explain_times.hpp"
#include "view/explain/explain_words.hpp"
#include "view/tables/word_value.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Clock;
using render::Value;
using rulebook::Origin;
using rulebook::ReckoningKind;
using rulebook::ReckoningLine;

class Rows {
  public:
    Rows(const casework::Explanation& about, render::Table& table) : m_about(about), m_table(table) {}

    void add(Clock clock) {
        m_clock = clock;
        m_number.reset();
        const auto origins = m_about.of(clock);
        if (origins.empty()) {
            if (is_of_service_level(clock) && !has_given_due(m_about, clock))
                add_levels(m_about.origins.last);
            put("none", {}, {}, why_none(m_about, clock));
        }
        for (const Origin* origin : origins)
            add(*origin);
    }

  private:
    void add(const Origin& origin) {
        m_number = origin.deadline.ordinal;
        put("target", origin.deadline.started_at, origin.deadline.due_at, head_of(m_about, origin));
        const bool is_of_law = origin.running.regime.term != nullptr;
        if (is_of_law)
            for (const auto& [label, text] : law_lines(m_about, origin))
                put(Value{label}, {}, {}, text);
        if (origin.running.target) add_levels(origin.running.regime);
        if (const auto why = replanned(m_about, origin); (origin.running.target || is_of_law) && !why.empty())
            put("planned", {}, {}, why);
        if (const auto judged = judged_by(m_about, origin); !judged.empty()) put("judged", {}, {}, judged);
        if (const auto text = extended(m_about, origin); !is_of_law && !text.empty())
            put("extended", {}, {}, text);
        for (const auto& line : rulebook::reckoning_of(origin, m_about.waits))
            add(line, origin);
        const auto state = state_of(origin.deadline, m_about.complaint, m_about.now);
        const auto& deadline = origin.deadline;
        put(word_value(state), deadline.met_at ? deadline.met_at : deadline.cancelled_at, {},
            state_text(m_about, origin));
    }

    void add_levels(const rulebook::Regime& regime) {
        const auto matches = is_of_service_level(m_clock)
                                 ? rulebook::match_slas(*regime.version->policy, m_about.facts_at(regime))
                                 : std::vector<rulebook::SlaMatch>();
        for (const auto& match : matches)
            put("sla", {}, {}, fmt::format("{} \"{}\" {}", match.place, match.sla->name, to_text(match)));
        put("policy", regime.version->applied_at, {}, policy_of(regime, m_about.zone));
    }

    void add(const ReckoningLine& line, const Origin& origin) {
        const auto kind = word_value(line.kind);
        if (line.kind == ReckoningKind::start || line.kind == ReckoningKind::due) {
            put(kind, line.from, {}, line.kind == ReckoningKind::start ? started_by(origin) : "");
            return;
        }
        put(kind, line.from, line.until, words_of(line, origin));
        auto& row = m_table.rows.back();
        if (line.working_day > 0) row[k_working_day] = Value{std::int64_t{line.working_day}};
        if (!origin.running.target) return;
        const bool is_working_time = time::counts_working_time(*origin.running.target);
        row[k_minutes] = Value{render::Length{line.length, is_working_time}};
        if (line.kind != ReckoningKind::pause && line.kind != ReckoningKind::clock_change)
            row[k_total] = Value{render::Length{line.total, is_working_time}};
    }

    std::string words_of(const ReckoningLine& line, const Origin& origin) const {
        if (line.kind == ReckoningKind::pause)
            return line.counts ? pause_text(line)
                               : pause_text(line) + ": it began after the deadline and changes nothing";
        if (line.kind == ReckoningKind::last_day)
            return last_day_text(line, m_about.zone_of(origin).date_at(line.from), 0);
        if (!line.day) return "the same clock time";
        const auto& zone = m_about.zone_of(origin);
        const auto& parts = line.day->worked.empty() ? line.day->open : line.day->worked;
        auto words = line.day->closed ? closed_text(*line.day->closed) : hours_text(parts, *line.day, zone);
        if (line.kind == ReckoningKind::clock_change) words.clear();
        const auto remark = remark_on(*line.day);
        return words.empty() || remark.empty() ? words + remark : fmt::format("{}; {}", words, remark);
    }

    void put(Value kind, std::optional<time::Instant> from, std::optional<time::Instant> until,
             std::string words) {
        m_table.rows.push_back({Value{to_string(m_about.complaint.id)}, word_value(m_clock),
                                render::number_or_none(m_number), std::move(kind),
                                render::instant_or_none(from), render::instant_or_none(until), Value{},
                                Value{}, Value{std::move(words)}, Value{}});
    }

    static constexpr std::size_t k_minutes = 6;
    static constexpr std::size_t k_total = 7;
    static constexpr std::size_t k_working_day = 9;

    const casework::Explanation& m_about;
    render::Table& m_table;
    Clock m_clock = Clock::response;
    std::optional<std::int64_t> m_number;
};

} // namespace

std::vector<render::Column> explanation_columns() {
    using render::Align;
    using render::Column;
    using render::Kind;
    return {Column{"complaint", "Complaint", Align::left, 0, 0, true}.holding(Kind::text, "R-124"),
            Column{"clock", "Clock"}.holding(Kind::text, "the clock"),
            Column{"number", "Number", Align::right}.holding(Kind::number, "which of its deadlines"),
            Column{"line", "Line"}.holding(Kind::text, "what the row tells"),
            Column{"from", "From"}.holding(Kind::instant, "from when"),
            Column{"until", "Until"}.holding(Kind::instant, "until when"),
            Column{"minutes", "Minutes", Align::right}.holding(
                Kind::minutes, "how long that is, in working time where the target counts that"),
            Column{"total", "Total", Align::right}.holding(Kind::minutes,
                                                           "how much of the target is used by then"),
            Column{"words", "Words"}.holding(Kind::text, "the same for people"),
            Column{"working_day", "Working day", Align::right}.holding(
                Kind::number, "of a target in working days: which of them")};
}

void add_explanation(const casework::Explanation& about, std::optional<Clock> clock, render::Table& table) {
    Rows rows(about, table);
    for (const auto each : told_clocks(about, clock))
        rows.add(each);
}

} // namespace reklamaatio::view
