// SPDX-License-Identifier: GPL-3.0-or-later
// What of a month is more, or less, than chance makes of it.
#include "report/control_chart.hpp"
#include "report/monthly.hpp"
#include "report/reports.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using store::GroupField;

// What may be behind complaints, and the whole, which has no name.
struct Suspect {
    std::string_view name;
    GroupField field;
};
constexpr std::array k_suspects{Suspect{"", GroupField::none}, Suspect{"category", GroupField::category},
                                Suspect{"cause", GroupField::cause}, Suspect{"product", GroupField::product}};

bool is_signal(std::string_view verdict) {
    return verdict == complaint::word(Verdict::systemic) || verdict == complaint::word(Verdict::watch);
}

// Judged by its rate, or by the times between where it is rare: the figure that has the verdict stands before the one that
// has the reason.
const Figure* judged_in(const Line& line) {
    const auto found =
        std::ranges::find_if(line.figures, [](const Figure& figure) { return is_signal(figure.verdict); });
    return found == line.figures.end() ? nullptr : &*found;
}

Line signal_of(const Suspect& suspect, const Line& judged, std::int64_t received) {
    auto number = count(k_month_signals[0], received);
    number.verdict = judged_in(judged)->verdict;
    Figure reason{&k_month_signals[1]};
    reason.verdict = judged.figures.back().verdict;
    return {&k_month_signal,
            month_signal_name(suspect.name, judged.group),
            {std::move(number), std::move(reason)}};
}

bool weighs_more(const Line& a, const Line& b) {
    const auto weight = [](const Line& line) {
        const auto& number = line.figures.front();
        return std::pair(number.verdict == complaint::word(Verdict::systemic),
                         std::get<std::int64_t>(number.value));
    };
    return weight(a) > weight(b);
}

} // namespace

std::string month_signal_name(std::string_view field, const std::string& group) {
    return field.empty() ? std::string() : fmt::format("{}: {}", field, group);
}

void add_signals(Sheet& sheet, store::Database& database, const rulebook::Policy& policy,
                 const Question& question) {
    // Groups are judged in one stretch alone.
    if (!time::bucket_of(time::days_of(question.period, question.zone))) return;
    std::vector<Line> signals;
    for (const auto& suspect : k_suspects) {
        auto asked = question;
        asked.by = {suspect.field, {}};
        const auto rates = complaint_rate(database, policy, asked);
        for (const auto& line : rates.lines) {
            const bool is_named = suspect.name.empty() || !line.group.empty();
            if (is_named && judged_in(line) != nullptr)
                signals.push_back(signal_of(suspect, line, rates.counted.at(line.group)));
        }
    }
    std::ranges::stable_sort(signals, weighs_more);
    sheet.lines.insert(sheet.lines.end(), signals.begin(), signals.end());
}

} // namespace reklamaatio::report
