// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/trial.hpp"

#include "complaint/tags.hpp"

#include <set>

namespace reklamaatio::cli {

namespace {

using complaint::Settable;
using render::Align;
using render::Cell;
using render::Tone;
using render::Value;

constexpr std::size_t k_tags = exchange::k_expected.size() - 1;

std::string or_nothing(std::string text) {
    return text.empty() ? std::string(exchange::k_nothing) : text;
}

std::string owner(const complaint::Complaint& complaint, const complaint::RuleSettings& set) {
    const auto& person = set.person.empty() ? complaint.assignee : set.person;
    if (!person.empty()) return person;
    const auto& team = set.team.empty() ? complaint.team : set.team;
    return team.empty() ? "" : complaint::called_team(team);
}

// What the complaint is like once the rules are through with it.
std::string got(std::size_t field, const complaint::Complaint& complaint,
                const complaint::RuleSettings& set) {
    if (field == k_tags) return or_nothing(complaint::joined_tags(complaint.tags));
    switch (static_cast<Settable>(field)) {
    case Settable::kind:
        return std::string(word(complaint.kind));
    case Settable::priority:
        return std::string(word(complaint.priority));
    case Settable::harm:
        return std::string(word(complaint.harm));
    case Settable::category:
        return or_nothing(complaint.category);
    case Settable::product:
        return or_nothing(complaint.product);
    case Settable::cause:
        return or_nothing(complaint.cause);
    case Settable::assign:
        return or_nothing(owner(complaint, set));
    }
    return {};
}

void judge(Trial& trial, const exchange::Case& tried, const complaint::RuleSettings& set) {
    complaint::Complaint sorted = tried.draft.complaint;
    complaint::sort_by(sorted, complaint::classification_by(set));
    bool fails = false;
    for (std::size_t field = 0; field < tried.expected.size(); ++field) {
        const auto& expected = tried.expected[field];
        if (!expected) continue;
        const std::string became = got(field, sorted, set);
        ++trial.confusions[field][{*expected, became}];
        if (became == *expected) continue;
        fails = true;
        trial.misses.push_back(
            {tried.place.line, exchange::k_expected[field], *expected, became, sorted.subject});
    }
    ++trial.cases;
    if (fails) ++trial.failed;
}

Value text(std::string_view text) {
    return std::string(text);
}

Value number(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

} // namespace

Trial try_rules(const complaint::Policy& policy, const std::vector<exchange::Case>& cases) {
    Trial trial;
    trial.hits.resize(policy.rules.size());
    for (const auto& tried : cases) {
        const auto& draft = tried.draft;
        const auto ruling = complaint::classify_by_rules(
            policy, {draft.complaint, draft.customer.name, draft.customer.email, tried.decided});
        judge(trial, tried, ruling.set);
        for (std::size_t rule = 0; rule < ruling.verdicts.size(); ++rule)
            if (ruling.verdicts[rule].matched()) ++trial.hits[rule];
    }
    return trial;
}

render::Table trial_data(const Trial& trial, const complaint::Policy& policy) {
    render::Table table{{{"section", "Section"},
                         {"line", "Line", Align::right},
                         {"field", "Field"},
                         {"expected", "Expected"},
                         {"got", "Got"},
                         {"rule", "Rule"},
                         {"count", "Count", Align::right}},
                        {}};
    for (const auto& miss : trial.misses)
        table.rows.push_back({text("misses"), number(miss.line), text(miss.field), text(miss.expected),
                              text(miss.got), Value{}, Value{std::int64_t{1}}});
    for (std::size_t field = 0; field < trial.confusions.size(); ++field)
        for (const auto& [what, count] : trial.confusions[field])
            table.rows.push_back({text("confusion"), Value{}, text(exchange::k_expected[field]),
                                  text(what.first), text(what.second), Value{}, Value{count}});
    for (std::size_t rule = 0; rule < trial.hits.size(); ++rule)
        table.rows.push_back({text("rules"), Value{}, Value{}, Value{}, Value{},
                              text(policy.rules[rule].name), Value{trial.hits[rule]}});
    return table;
}

render::Table confusion_table(const Trial& trial, std::size_t field) {
    const auto& counts = trial.confusions[field];
    std::set<std::string> expected;
    std::set<std::string> became;
    for (const auto& [what, count] : counts) {
        expected.insert(what.first);
        became.insert(what.second);
    }
    render::Table table{{{"expected", std::string(exchange::k_expected[field])}}, {}};
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

render::Table misses_table(const Trial& trial) {
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

render::Table hits_table(const Trial& trial, const complaint::Policy& policy) {
    render::Table table{{{"rule", "Rule"}, {"hits", "Hits", Align::right}, {"verdict", ""}}, {}};
    for (std::size_t rule = 0; rule < trial.hits.size(); ++rule) {
        const bool is_dead = trial.hits[rule] == 0;
        table.rows.push_back({text(policy.rules[rule].name), Value{trial.hits[rule]},
                              Cell{text(is_dead ? "never matched" : ""), "", Tone::warn}});
    }
    return table;
}

} // namespace reklamaatio::cli
