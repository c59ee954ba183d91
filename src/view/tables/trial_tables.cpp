// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/tables/trial_tables.hpp"

#include "text/plural.hpp"
#include "text/streams.hpp"

#include <set>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using render::Align;
using render::Cell;
using render::Tone;
using render::Value;

Value text(std::string_view text) {
    return std::string(text);
}

Value number(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

std::int64_t right_ones(const casework::Trial& trial, std::size_t field) {
    std::int64_t right = 0;
    for (const auto& [what, count] : trial.confusions[field])
        if (what.first == what.second) right += count;
    return right;
}

std::int64_t all_of(const casework::Trial& trial, std::size_t field) {
    std::int64_t all = 0;
    for (const auto& [what, count] : trial.confusions[field])
        all += count;
    return all;
}

// Of one field: expected down, got across.
render::Table confusion_table(const casework::Trial& trial, const rulebook::Policy& policy,
                              std::size_t field) {
    const auto& counts = trial.confusions[field];
    std::set<std::string> expected;
    std::set<std::string> became;
    for (const auto& [what, count] : counts) {
        expected.insert(what.first);
        became.insert(what.second);
    }
    render::Table table{{{"expected", std::string(exchange::what_rules_set(policy.own)[field])}}, {}};
    for (const auto& word : became)
        table.columns.push_back({word, word, Align::right});
    for (const auto& row : expected) {
        render::Row cells;
        cells.emplace_back(text(row));
        for (const auto& column : became) {
            const auto found = counts.find({row, column});
            const std::int64_t count = found == counts.end() ? 0 : found->second;
            const Tone tone = count == 0 ? Tone::dim : row == column ? Tone::good : Tone::bad;
            Cell& cell = cells.emplace_back();
            cell.value = count;
            cell.tone = tone;
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

render::Table misses_table(const casework::Trial& trial) {
    render::Table table{{{"line", "Line", Align::right},
                         {"field", "Field"},
                         {"expected", "Expected"},
                         {"got", "Got"},
                         {"subject", "Subject", Align::left, 0, 8}},
                        {}};
    for (const auto& miss : trial.misses)
        table.rows.push_back({number(miss.line), text(miss.field), text(miss.expected),
                              Cell{text(miss.got), "", Tone::bad}, text(miss.subject)});
    return table;
}

render::Table hits_table(const casework::Trial& trial, const rulebook::Policy& policy) {
    render::Table table{{{"rule", "Rule"}, {"hits", "Hits", Align::right}, {"verdict", ""}}, {}};
    for (std::size_t rule = 0; rule < trial.hits.size(); ++rule) {
        const bool is_dead = trial.hits[rule] == 0;
        table.rows.push_back({text(policy.rules[rule].name), Value{trial.hits[rule]},
                              Cell{text(is_dead ? "never matched" : ""), "", Tone::warn}});
    }
    return table;
}

class Printer {
  public:
    explicit Printer(const render::WriterOptions& options) : m_options(options) {}

    void line(const std::string& text) { m_out << text << '\n'; }
    void section(std::string_view heading, const render::Table& table) {
        m_out << '\n' << render::painted(heading, render::Tone::strong, m_options.style) << '\n';
        render::write(table, m_out, m_options);
    }
    std::string text() const { return m_out.str(); }

  private:
    text::OutText m_out;
    const render::WriterOptions& m_options;
};

} // namespace

std::vector<render::Column> trial_columns() {
    using render::Column;
    using render::Kind;
    return {Column{"section", "Section"}.holding(Kind::text, "misses, confusion or rules"),
            Column{"line", "Line", Align::right}.holding(Kind::number, "of a miss: the line of its case"),
            Column{"field", "Field"}.holding(Kind::text, "of misses and confusion: the field"),
            Column{"expected", "Expected"}.holding(Kind::text, "what it was expected to be"),
            Column{"got", "Got"}.holding(Kind::text, "what it became"),
            Column{"rule", "Rule"}.holding(Kind::text, "of rules: the name of the rule"),
            Column{"count", "Count", Align::right}.holding(Kind::number, "how many cases")};
}

render::Table trial_table(const casework::Trial& trial, const rulebook::Policy& policy) {
    render::Table table{trial_columns(), {}};
    for (const auto& miss : trial.misses)
        table.rows.push_back({text("misses"), number(miss.line), text(miss.field), text(miss.expected),
                              text(miss.got), Value{}, Value{std::int64_t{1}}});
    for (std::size_t field = 0; field < trial.confusions.size(); ++field)
        for (const auto& [what, count] : trial.confusions[field])
            table.rows.push_back({text("confusion"), Value{},
                                  text(exchange::what_rules_set(policy.own)[field]), text(what.first),
                                  text(what.second), Value{}, Value{count}});
    for (std::size_t rule = 0; rule < trial.hits.size(); ++rule)
        table.rows.push_back({text("rules"), Value{}, Value{}, Value{}, Value{},
                              text(policy.rules[rule].name), Value{trial.hits[rule]}});
    return table;
}

std::string trial_page(const casework::Trial& trial, const rulebook::Policy& policy,
                       const render::WriterOptions& options) {
    Printer printer(options);
    printer.line(
        fmt::format("{} of {} as expected", trial.cases - trial.failed, text::plural(trial.cases, "case")));
    for (std::size_t field = 0; field < trial.confusions.size(); ++field)
        if (!trial.confusions[field].empty())
            printer.section(fmt::format("{}: {} of {} right; expected down, got across",
                                        exchange::what_rules_set(policy.own)[field], right_ones(trial, field),
                                        all_of(trial, field)),
                            confusion_table(trial, policy, field));
    if (!trial.misses.empty()) printer.section("Not as expected", misses_table(trial));
    if (!policy.rules.empty()) printer.section("Rules", hits_table(trial, policy));
    return printer.text();
}

} // namespace reklamaatio::view
