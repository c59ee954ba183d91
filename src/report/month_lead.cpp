// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/month_lead.hpp"

#include "render/shown_text.hpp"
#include "report/control_chart.hpp"
#include "report/measure_tables.hpp"
#include "report/monthly.hpp"
#include "text/plural.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

// A figure, and that of the other period.
struct Pair {
    const Figure* now = nullptr;
    const Figure* before = nullptr;
};

Pair pair_of(const std::vector<ComparedLine>& beside, const SectionRow& section, const MeasureRow& row) {
    for (const auto& [line, before] : beside) {
        if (line.section != &section) continue;
        for (std::size_t i = 0; i < line.figures.size(); ++i)
            if (line.figures[i].row == &row) return {&line.figures[i], &before[i]};
    }
    return {};
}

// "better than in September 2026"; empty where nothing can be said.
std::string against(const Pair& pair, const Question& question) {
    const auto verdict = shown_verdict(*pair.now, *pair.before, question);
    const auto then = time::describe(*question.compared, question.zone);
    if (verdict == "better" || verdict == "worse") return fmt::format(", {} than in {}", verdict, then);
    if (verdict == "within chance") return fmt::format("; the difference from {} is within chance", then);
    return "";
}

std::string received(const std::vector<ComparedLine>& beside, const Question& question) {
    const auto number = pair_of(beside, k_month_received, k_month_intake[0]);
    const auto per = pair_of(beside, k_month_received, k_month_intake[1]);
    const auto rate = std::get_if<render::Number>(&per.now->value);
    const auto received = std::get<std::int64_t>(number.now->value);
    const auto text =
        fmt::format("{} came in{}", received == 0 ? "No complaint" : text::plural(received, "complaint"),
                    rate != nullptr ? fmt::format(" ({} per 1000)", rate->text) : "");
    const bool has_both = rate != nullptr && std::holds_alternative<render::Number>(per.before->value);
    return text + against(has_both ? per : number, question) + ".";
}

// "12 of 131 first answers were late, better than in September 2026."; empty where none was due.
std::string late(const std::vector<ComparedLine>& beside, const MeasureRow& row, std::string_view what,
                 const Question& question) {
    const auto pair = pair_of(beside, k_month_in_time, row);
    const auto due = *pair.now->denominator;
    if (due == 0) return "";
    const auto number = due - *pair.now->numerator;
    return fmt::format(" {} of {} {}{} {} late{}.", number == 0 ? "None" : std::to_string(number), due, what,
                       due == 1 ? "" : "s", number > 1 ? "were" : "was", against(pair, question));
}

// "The cause packaging is systemic: ..."; of the whole "That is systemic: ..."
std::string signal(const Line& line) {
    const auto colon = line.group.find(": ");
    const auto subject = line.group.empty() ? std::string("That")
                                            : fmt::format("The {} {}", line.group.substr(0, colon),
                                                          line.group.substr(colon + 2));
    return fmt::format(" {} is systemic: {}.", subject, line.figures.back().verdict);
}

bool is_systemic(const Line& line) {
    return line.section->name == k_month_signal.name
           && line.figures.front().verdict == complaint::word(Verdict::systemic);
}

std::string systemic(const Sheet& sheet, bool is_whole) {
    constexpr std::size_t k_most = 3;
    std::string text;
    std::size_t number = 0;
    for (const auto& line : sheet.lines)
        if (is_systemic(line) && line.group.empty() == is_whole && ++number <= k_most) text += signal(line);
    if (number > k_most)
        text += fmt::format(" {} more {} systemic.", number - k_most,
                            text::one_or_many(number - k_most, "is", "are"));
    return text;
}

std::string injured(const Section& injuries) {
    const auto number = injuries.table.rows.size();
    if (number == 0) return "";
    return number == 1 ? " One injury is not resolved."
                       : fmt::format(" {} injuries are not resolved.", number);
}

} // namespace

std::string month_lead(const Sheet& sheet, const std::vector<ComparedLine>& beside, const Question& question,
                       const Section& injuries) {
    return received(beside, question) + systemic(sheet, true) + injured(injuries)
           + late(beside, k_month_punctuality[0], "first answer", question)
           + late(beside, k_month_punctuality[3], "resolution", question) + systemic(sheet, false);
}

} // namespace reklamaatio::report
