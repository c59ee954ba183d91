// SPDX-License-Identifier: GPL-3.0-or-later
// Whether alerts help: who was told of what, and what came of it.
#include "render/columns.hpp"
#include "report/alerts_counted.hpp"
#include "report/measure_tables.hpp"
#include "report/named_rows.hpp"
#include "report/pictures.hpp"
#include "report/reports.hpp"
#include "report/statistics.hpp"
#include "time/working_day.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace reklamaatio::report {

namespace {

using render::Align;
using render::Share;
using render::Table;
using render::Tone;
using render::Value;

constexpr std::size_t k_compared_columns = 8;

using Tallies = std::map<std::string, AlertTally>;

Value length(const std::optional<time::Seconds>& seconds) {
    return seconds ? Value{render::Length{*seconds, true}} : Value{};
}

constexpr std::array k_compared{
    MeasureRow{"sent", "Sent", Unit::count, Better::neither, ""},
    MeasureRow{"breached", "Missed all the same", Unit::share, Better::less, ""},
    MeasureRow{"acted", "Acted upon", Unit::share, Better::more, ""},
    MeasureRow{"unalerted_breaches", "Missed without an alert", Unit::count, Better::less, ""}};
constexpr SectionRow k_alerts{"alerts", "", k_compared};

std::vector<Figure> figures_of(const AlertTally& tally) {
    return {count(k_compared[0], tally.sent), share(k_compared[1], tally.breached, tally.in_time),
            share(k_compared[2], std::ssize(tally.reacted), tally.sent),
            count(k_compared[3], tally.breaches)};
}

// What the other period has of each, and what that means; nothing where none is compared.
render::Row beside(const AlertTally& tally, const AlertTally* before, const Question& question) {
    if (before == nullptr) return render::Row(k_compared_columns);
    const auto now_figures = figures_of(tally), before_figures = figures_of(*before);
    const auto verdict = [&](std::size_t i) {
        return render::text_or_none(shown_verdict(now_figures[i], before_figures[i], question));
    };
    return {Value{before->sent},
            Value{before->in_time},
            Value{before->breached},
            Value{std::ssize(before->reacted)},
            Value{before->breaches},
            verdict(1),
            verdict(2),
            verdict(3)};
}

Table data_table(AlertsCounted& counted, const AlertsCounted* before, const Question& question) {
    Table table{alert_columns(), {}};
    const AlertTally none;
    for (auto& [key, tally] : counted.tallies) {
        table.rows.push_back({Value{question.period.from}, Value{question.period.until}, Value{key.level},
                              render::text_or_none(key.person),
                              question.by.is_none() ? Value{} : Value{key.group}, Value{tally.sent},
                              Value{tally.in_time}, Value{tally.breached},
                              Value{Share{tally.breached, tally.in_time}}, Value{std::ssize(tally.reacted)},
                              length(nearest_rank(tally.reacted, 50)), length(p90(tally.reacted)),
                              Value{tally.breaches}, Value{tally.undelivered}});
        const auto* other = before == nullptr ? nullptr : &none;
        if (before != nullptr && before->tallies.contains(key)) other = &before->tallies.at(key);
        for (auto& cell : beside(tally, other, question))
            table.rows.back().push_back(std::move(cell));
    }
    return table;
}

// Added up by a part of the key.
Tallies by(const AlertsCounted& counted, std::string AlertKey::*part) {
    Tallies tallies;
    for (const auto& [key, tally] : counted.tallies)
        tallies[key.*part] += tally;
    return tallies;
}

// Levels in their order, and what had no alert behind them.
std::vector<std::string> levels() {
    std::vector<std::string> words;
    for (const auto word : complaint::Vocabulary<complaint::AlertLevel>::k_words)
        words.emplace_back(word);
    words.emplace_back(k_no_alert);
    return words;
}

std::vector<render::Column> text_columns(const char* heading) {
    std::vector<render::Column> columns{{"what", heading, Align::left, 0, k_group_width}};
    const auto add = [&](const char* key, const char* title, int expendable) {
        columns.push_back({key, title, Align::right, expendable, 0});
    };
    add("sent", "Sent", 0);
    add("breached", "Missed all the same", 1);
    add("acted", "Acted upon", 3);
    add("median", "Median", 2);
    add("p90", "p90", 4);
    add("breaches", "Missed without an alert", 0);
    add("undelivered", "Undelivered now", 0);
    return columns;
}

render::Row text_row(const std::string& what, AlertTally tally, const rulebook::Policy& policy) {
    const auto shown = [&](const std::optional<time::Seconds>& seconds) {
        return seconds ? Value{time::display_working_length(*seconds, policy.default_calendar())} : Value{};
    };
    const auto tone = [](std::int64_t number) { return number > 0 ? Tone::bad : Tone::plain; };
    return {render::text_or_none(what),
            Value{tally.sent},
            Value{Share{tally.breached, tally.in_time}},
            Value{Share{std::ssize(tally.reacted), tally.sent}},
            shown(nearest_rank(tally.reacted, 50)),
            shown(p90(tally.reacted)),
            {Value{tally.breaches}, "", tone(tally.breaches)},
            {Value{tally.undelivered}, "", tone(tally.undelivered)}};
}

Section by_level(const AlertsCounted& counted, const rulebook::Policy& policy) {
    Section section{"",
                    {text_columns("Level"), {}},
                    "median and p90 of the time until somebody did something are working time"};
    auto tallies = by(counted, &AlertKey::level);
    for (const auto& level : levels())
        section.table.rows.push_back(text_row(level, tallies[level], policy));
    return section;
}

render::Chart drawn(const AlertsCounted& counted) {
    std::vector<Counted> levels_sent;
    auto tallies = by(counted, &AlertKey::level);
    for (const auto& level : levels())
        if (level != k_no_alert) levels_sent.push_back({level, tallies[level].sent});
    return bar_chart("Alerts that were sent, by level", levels_sent, "Level", "Sent", "");
}

Section by_part(const AlertsCounted& counted, std::string AlertKey::*part, const char* heading,
                const rulebook::Policy& policy) {
    Section section{heading, {text_columns(""), {}}};
    for (const auto& [what, tally] : by(counted, part))
        section.table.rows.push_back(text_row(what, tally, policy));
    return section;
}

Sheet sheet_of(const AlertsCounted& counted) {
    Sheet sheet;
    for (const auto& [level, tally] : by(counted, &AlertKey::level))
        sheet.lines.push_back({&k_alerts, level, figures_of(tally)});
    return sheet;
}

// Of the other period, with a row here for whatever only that has.
std::optional<AlertsCounted> counted_before(AlertsCounted& counted, store::Database& database,
                                            const rulebook::Policy& policy, Question question) {
    if (!question.compared) return std::nullopt;
    question.period = *question.compared;
    auto before = count_alerts(database, policy, question);
    for (const auto& [key, tally] : before.tallies)
        counted.tallies.try_emplace(key);
    return before;
}

} // namespace

std::vector<render::Column> alert_columns() {
    using render::data_column;
    using render::Kind;
    return {
        data_column("period_from", Kind::instant, "the first instant of the period"),
        data_column("period_until", Kind::instant, "the first instant after it"),
        data_column(
            "level", Kind::text,
            "what was told: due_soon, overdue, escalation, unassigned or surge; none: breaches that no "
            "alert came before"),
        data_column(
            "person", Kind::text,
            "who was told; of what is not delivered who is to be told; of a breach without an alert who "
            "had the complaint when it fell due: a person, else team:NAME; empty: nobody"),
        data_column("group", Kind::text, "of --by; empty without"),
        data_column("sent", Kind::number, "alerts that were sent in the period"),
        data_column("in_time", Kind::number,
                    "of these sent before a deadline that has been met or has fallen due since"),
        data_column("breached", Kind::number, "of these of a deadline that was missed all the same"),
        data_column("breached_share", Kind::share, "breached / in_time; empty when there were none"),
        data_column("acted", Kind::number, "alerts after which somebody did something about the complaint"),
        data_column("median_action_minutes", Kind::minutes,
                    "the median of the working time from the alert to that"),
        data_column("p90_action_minutes", Kind::minutes, "its ninth decile; empty below ten values"),
        data_column(
            "unalerted_breaches", Kind::number,
            "deadlines that fell due in the period and were missed, of which nobody had been told before"),
        data_column("undelivered", Kind::number,
                    "alerts that could have been told for more than 30 minutes and are not, now"),
        data_column("previous_sent", Kind::number, "with --compare the same of the other period"),
        data_column("previous_in_time", Kind::number, "likewise"),
        data_column("previous_breached", Kind::number, "likewise"),
        data_column("previous_acted", Kind::number, "likewise"),
        data_column("previous_unalerted_breaches", Kind::number, "likewise"),
        data_column("breached_verdict", Kind::text,
                    "better, worse, within chance or not enough to judge: a smaller share is better"),
        data_column("acted_verdict", Kind::text, "likewise: a greater share of those sent is better"),
        data_column("unalerted_verdict", Kind::text, "likewise: fewer are better")};
}

Answer alerts(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    auto counted = count_alerts(database, policy, question);
    const auto before = counted_before(counted, database, policy, question);
    Answer answer;
    answer.is_empty = counted.tallies.empty();
    answer.sections.push_back(by_level(counted, policy));
    if (question.draws == Draws::pictures && !counted.tallies.empty())
        answer.sections.back().charts.push_back(drawn(counted));
    if (!counted.tallies.empty())
        answer.sections.push_back(by_part(counted, &AlertKey::person, "By person", policy));
    if (!counted.tallies.empty() && !question.by.is_none())
        answer.sections.push_back(by_part(counted, &AlertKey::group, "By group", policy));
    if (!counted.unalerted.empty())
        answer.sections.push_back(named_rows("Missed without an alert", counted.unalerted,
                                             {database, policy, question}, Lateness::late));
    if (before)
        for (auto& section : text_sections(beside(sheet_of(counted), sheet_of(*before)), policy, question))
            answer.sections.push_back(std::move(section));
    answer.data = data_table(counted, before ? &*before : nullptr, question);
    return answer;
}

} // namespace reklamaatio::report
