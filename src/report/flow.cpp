// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/columns.hpp"
#include "report/measure_tables.hpp"
#include "report/pictures.hpp"
#include "report/reports.hpp"
#include "report/statistics.hpp"
#include "report/stretches.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using render::Align;
using render::Length;
using render::Table;
using render::Value;
using store::Movement;

// The movements of one group in one stretch.
struct Flow {
    std::int64_t opening = 0;
    std::int64_t received = 0;
    std::int64_t reopened = 0;
    std::int64_t resolved = 0;
    std::int64_t voided = 0;
    std::int64_t closing = 0;
    std::optional<time::Seconds> median_age, oldest_age; // of those that are open at the end

    bool adds_up() const { return opening + received + reopened - resolved - voided == closing; }
};

// One line of the report: a stretch of time and a group.
struct FlowRow {
    time::Period period;
    std::string group;
    Flow flow;
};

using ByGroup = std::map<std::string, Flow>;

// What each movement counts towards, and whether the complaint is open by it.
struct MovementRow {
    Movement movement;
    std::int64_t Flow::*member;
    bool opens;
};
constexpr std::array k_movements{MovementRow{Movement::received, &Flow::received, true},
                                 MovementRow{Movement::reopened, &Flow::reopened, true},
                                 MovementRow{Movement::resolved, &Flow::resolved, false},
                                 MovementRow{Movement::voided, &Flow::voided, false}};

// How old those are that were received then, at the end of a period or now, whichever is first.
template <typename Receipts>
void take_ages(Flow& flow, const Receipts& receipts, time::Instant until, time::Instant now) {
    std::vector<time::Seconds> ages;
    for (const time::Instant received_at : receipts)
        ages.push_back(std::max(std::min(until, now) - received_at, time::Seconds{0}));
    flow.median_age = nearest_rank(ages, 50);
    flow.oldest_age = nearest_rank(ages, 100);
}

ByGroup gather(store::Database& database, const Question& question) {
    const auto& period = question.period;
    const auto which = question.selection();
    ByGroup flows;
    if (which.by.is_none()) flows[""];
    store::read_open_at(database, period.from, which,
                        [&](time::Instant, const std::string& group) { ++flows[group].opening; });
    for (const auto& row : k_movements)
        for (const auto& [group, number] :
             store::count_movements(database, row.movement, period.from, period.until, which))
            flows[group].*row.member = number;
    std::map<std::string, std::vector<time::Instant>> open;
    store::read_open_at(database, period.until, which,
                        [&](time::Instant received_at, const std::string& group) {
                            ++flows[group].closing;
                            open[group].push_back(received_at);
                        });
    for (const auto& [group, receipts] : open)
        take_ages(flows[group], receipts, period.until, question.now);
    return flows;
}

// What moves in one stretch: when those complaints were received that are open by it, and those that no longer are.
struct Moves {
    std::vector<time::Instant> opened;
    std::vector<time::Instant> ended;
};

// All that moves is read once, and told apart by stretch.
std::vector<Moves> count_moves(store::Database& database, const Question& question,
                               std::vector<FlowRow>& lines) {
    const auto from = lines.front().period.from;
    const auto until = lines.back().period.until;
    std::vector<Moves> moves(lines.size());
    for (const auto& row : k_movements)
        store::read_movements(
            database, row.movement, from, until, question.selection(), [&](const store::Moved& moved) {
                const auto next = std::ranges::upper_bound(
                    lines, moved.at, {}, [](const FlowRow& line) { return line.period.from; });
                const auto place = static_cast<std::size_t>(next - lines.begin()) - 1;
                ++(lines[place].flow.*row.member);
                (row.opens ? moves[place].opened : moves[place].ended).push_back(moved.received_at);
            });
    return moves;
}

// From stretch to stretch it is known who is open: nobody asks the database anew.
void follow_open(store::Database& database, const Question& question, std::vector<FlowRow>& lines,
                 const std::vector<Moves>& moves) {
    std::multiset<time::Instant> open;
    store::read_open_at(database, question.period.from, question.selection(),
                        [&](time::Instant received_at, const std::string&) { open.insert(received_at); });
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Flow& flow = lines[i].flow;
        flow.opening = static_cast<std::int64_t>(open.size());
        open.insert(moves[i].opened.begin(), moves[i].opened.end());
        for (const auto received_at : moves[i].ended)
            if (const auto found = open.find(received_at); found != open.end()) open.erase(found);
        flow.closing = static_cast<std::int64_t>(open.size());
        take_ages(flow, open, lines[i].period.until, question.now);
    }
}

std::vector<FlowRow> lines_in_stretches(store::Database& database, const Question& question) {
    std::vector<FlowRow> lines;
    for (const auto& [label, period] : stretches(question.period, *question.by.bucket, question.zone))
        if (period.from <= question.now) lines.push_back({period, label, {}}); // others have not begun
    if (lines.empty()) return lines;
    const auto moves = count_moves(database, question, lines);
    follow_open(database, question, lines, moves);
    // The database itself says how many are left, so that it shows when the flow does not add up.
    auto& closing = lines.back().flow.closing;
    closing = 0;
    store::read_open_at(database, lines.back().period.until, question.selection(),
                        [&](time::Instant, const std::string&) { ++closing; });
    return lines;
}

std::vector<FlowRow> lines_of(store::Database& database, const Question& question) {
    if (question.by.bucket) return lines_in_stretches(database, question);
    std::vector<FlowRow> lines;
    for (const auto& [group, flow] : gather(database, question))
        lines.push_back({question.period, group, flow});
    return lines;
}

render::Row digits_of(const FlowRow& line) {
    const auto& flow = line.flow;
    const auto length = [](const std::optional<time::Seconds>& age) {
        return age ? Value{Length{*age}} : Value{};
    };
    return {Value{flow.opening}, Value{flow.received}, Value{flow.reopened},    Value{flow.resolved},
            Value{flow.voided},  Value{flow.closing},  length(flow.median_age), length(flow.oldest_age)};
}

constexpr std::array k_compared{MeasureRow{"opening", "Opening", Unit::count, Better::neither, ""},
                                MeasureRow{"received", "Received", Unit::count, Better::less, ""},
                                MeasureRow{"reopened", "Reopened", Unit::count, Better::less, ""},
                                MeasureRow{"resolved", "Resolved", Unit::count, Better::neither, ""},
                                MeasureRow{"void", "Void", Unit::count, Better::neither, ""},
                                MeasureRow{"closing", "Closing", Unit::count, Better::neither, ""}};
constexpr SectionRow k_flow{"flow", "", k_compared};

Sheet sheet_of(const std::vector<FlowRow>& rows) {
    Sheet sheet;
    for (const auto& [period, group, flow] : rows)
        sheet.lines.push_back(
            {&k_flow,
             group,
             {report::count(k_compared[0], flow.opening), report::count(k_compared[1], flow.received),
              report::count(k_compared[2], flow.reopened), report::count(k_compared[3], flow.resolved),
              report::count(k_compared[4], flow.voided), report::count(k_compared[5], flow.closing)}});
    return sheet;
}

// Those of the other period beside each, and a row for what only that has. Nothing where none is compared.
std::vector<ComparedLine> compared_with(std::vector<FlowRow>& rows, store::Database& database,
                                        Question question) {
    if (!question.compared) return {};
    const auto period = question.period;
    question.period = *question.compared;
    const auto before = lines_of(database, question);
    for (const auto& row : before)
        if (std::ranges::none_of(rows, [&](const FlowRow& each) { return each.group == row.group; }))
            rows.push_back({period, row.group, {}});
    return beside(sheet_of(rows), sheet_of(before));
}

// Where nothing is compared the columns are there all the same, without values.
void add_compared(Table& table, const std::vector<ComparedLine>& lines, const Question& question) {
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        auto& row = table.rows[i];
        if (question.compared) {
            const auto& [now, before] = lines[i];
            for (const auto& figure : before)
                row.emplace_back(figure.value);
            row.emplace_back(render::text_or_none(shown_verdict(now.figures[1], before[1], question)));
        }
        row.resize(table.columns.size());
    }
}

Table data_table(std::vector<FlowRow>& lines, bool grouped) {
    Table table{flow_columns(), {}};
    for (auto& line : lines) {
        render::Row row{Value{line.period.from}, Value{line.period.until},
                        grouped ? Value{line.group} : Value{}};
        for (auto& cell : digits_of(line))
            row.push_back(std::move(cell));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table text_table(std::vector<FlowRow>& lines, bool grouped) {
    Table table;
    if (grouped) table.columns.push_back({"group", "Group", Align::left, 0, k_group_width});
    for (const auto& [key, heading, expendable] : {std::tuple{"opening", "Opening", 0},
                                                   {"received", "Received", 0},
                                                   {"reopened", "Reopened", 0},
                                                   {"resolved", "Resolved", 0},
                                                   {"void", "Void", 0},
                                                   {"closing", "Closing", 0},
                                                   {"median_age", "Median age", 1},
                                                   {"oldest_age", "Oldest", 2}})
        table.columns.push_back({key, heading, Align::right, expendable, 0});
    for (auto& line : lines) {
        render::Row row;
        if (grouped) row.emplace_back(line.group.empty() ? Value{} : Value{line.group});
        for (auto& cell : digits_of(line))
            row.push_back(std::move(cell));
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

std::vector<render::Column> flow_columns() {
    using render::data_column;
    using render::Kind;
    return {data_column("period_from", Kind::instant, "the first instant of the period, or of the stretch"),
            data_column("period_until", Kind::instant, "the first instant after it"),
            data_column("group", Kind::text, "of --by; empty without"),
            data_column("opening", Kind::number, "unresolved complaints just before it began"),
            data_column("received", Kind::number, "complaints received in it"),
            data_column("reopened", Kind::number, "times that a complaint was opened again in it"),
            data_column("resolved", Kind::number, "times that a complaint was resolved in it"),
            data_column("void", Kind::number, "unresolved complaints that were voided in it"),
            data_column("closing", Kind::number, "unresolved complaints at its end"),
            data_column("median_age_minutes", Kind::minutes,
                        "the median age of those, from receipt to the end or to now, whichever is first, in "
                        "calendar time"),
            data_column("oldest_age_minutes", Kind::minutes, "the age of the oldest"),
            data_column("previous_opening", Kind::number, "with --compare the same of the other period"),
            data_column("previous_received", Kind::number, "likewise"),
            data_column("previous_reopened", Kind::number, "likewise"),
            data_column("previous_resolved", Kind::number, "likewise"),
            data_column("previous_void", Kind::number, "likewise"),
            data_column("previous_closing", Kind::number, "likewise"),
            data_column("received_verdict", Kind::text,
                        "better, worse, within chance or not enough to judge: fewer are better")};
}

Answer flow(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    refuse_assignee_then(question.by);
    auto lines = lines_of(database, question);
    const auto compared = compared_with(lines, database, question);
    Answer answer;
    answer.data = data_table(lines, !question.by.is_none());
    add_compared(answer.data, compared, question);
    answer.sections.push_back({"", text_table(lines, !question.by.is_none()),
                               "Opening + received + reopened - resolved - void = closing.",
                               flow_pictures(database, policy, question, answer.data)});
    if (!compared.empty())
        for (auto& section : text_sections(compared, policy, question))
            answer.sections.push_back(std::move(section));
    answer.is_empty = true;
    for (const auto& line : lines) {
        const Flow& f = line.flow;
        if (f.opening + f.received + f.reopened + f.resolved + f.voided + f.closing > 0)
            answer.is_empty = false;
        if (!f.adds_up())
            answer.fault = fmt::format("the flow does not add up{}: {} + {} + {} - {} - {} is not {}",
                                       line.group.empty() ? "" : " for " + line.group, f.opening, f.received,
                                       f.reopened, f.resolved, f.voided, f.closing);
    }
    return answer;
}

} // namespace reklamaatio::report
