// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pictures.hpp"
#include "report/reports.hpp"

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

constexpr std::string_view k_of_complaints = "complaints and claims alone";

bool asks_for_kinds(const Question& question) {
    return !question.where.fields.asked_of("kind").empty();
}

void ask_for_complaints(Question& question) {
    question.where.fields.ask("kind", {std::string(complaint::word(complaint::Kind::complaint)),
                                       std::string(complaint::word(complaint::Kind::claim))});
}

// How many belong to the period stands before all else.
void put_counted(Sheet& sheet, Cohort cohort) {
    const auto& section = cohort_section(cohort);
    std::vector<Line> lines;
    for (const auto& [group, number] : sheet.counted)
        lines.push_back({&section, group, {count(section.measures.front(), number)}});
    sheet.lines.insert(sheet.lines.begin(), lines.begin(), lines.end());
}

Sheet measured(const ReportRow& report, store::Database& database, const rulebook::Policy& policy,
               const Question& question) {
    auto sheet = report.measured.measure(database, policy, question);
    put_counted(sheet, report.cohort);
    return sheet;
}

// Of the period with which it is compared; nothing where it is with none.
Sheet measured_before(const ReportRow& report, store::Database& database, const rulebook::Policy& policy,
                      Question question) {
    if (!question.compared) return {};
    question.period = *question.compared;
    return measured(report, database, policy, question);
}

// What is told of one complaint or customer.
render::Rows rows_of_named(const Sheet& sheet, const Question& question) {
    if (!sheet.named) return {};
    return [named = sheet.named, question](const std::function<void(const render::Row&)>& take) {
        named([&](const Line& line) { take_rows(line, question, take); });
    };
}

Answer answer_of(const ReportRow& report, store::Database& database, const rulebook::Policy& policy,
                 const Question& question) {
    auto sheet = measured(report, database, policy, question);
    Answer answer;
    answer.is_empty = sheet.is_empty();
    if (question.draws == Draws::pictures && sheet.pictures.empty() && report.measured.page == nullptr)
        sheet.pictures = usual_pictures(sheet, question);
    const auto lines = beside(sheet, measured_before(report, database, policy, question));
    answer.data = data_table(lines, question);
    answer.more = rows_of_named(sheet, question);
    if (report.measured.page != nullptr && question.by.is_none()) {
        auto page = report.measured.page(database, policy, question, sheet);
        answer.lead = std::move(page.lead);
        answer.sections = std::move(page.sections);
    } else if (!sheet.instead.empty() && !question.compared)
        answer.sections = sheet.instead;
    else
        answer.sections = text_sections(lines, policy, question);
    answer.sections.insert(answer.sections.begin(), sheet.pictures.begin(), sheet.pictures.end());
    answer.sections.insert(answer.sections.end(), sheet.besides.begin(), sheet.besides.end());
    return answer;
}

} // namespace

Answer answer_to(const ReportRow& report, store::Database& database, const rulebook::Policy& policy,
                 Question question) {
    const bool narrows = report.kinds == Kinds::complaints && !asks_for_kinds(question);
    if (narrows) ask_for_complaints(question);
    auto answer = report.answer != nullptr ? report.answer(database, policy, question)
                                           : answer_of(report, database, policy, question);
    answer.title = report.title;
    answer.cohort = row_of(report.cohort).sentence;
    if (narrows) answer.cohort += fmt::format("; {}", k_of_complaints);
    return answer;
}

} // namespace reklamaatio::report
