// SPDX-License-Identifier: GPL-3.0-or-later
// What complaints cost: what was given, by whose word, what was paid, what is owed, and the work.
#include "report/remedies_counted.hpp"
#include "report/reports.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace reklamaatio::report {

namespace {

constexpr MeasureRow k_given_number{
    "remedies", "Remedies", Unit::count, Better::neither,
    "resolutions in the period that gave something: a remedy other than none, or a sum; "
    "also those that were taken back by a reopening later"};
constexpr MeasureRow k_no_amount{"without_amount", "Without an amount", Unit::share, Better::less,
                                 "remedies of which nobody said what they are worth / remedies"};
constexpr MeasureRow k_total{"sum", "Sum", Unit::money, Better::neither,
                             "the sum of the amounts in that currency"};
constexpr MeasureRow k_middle{"median", "Median", Unit::money, Better::neither,
                              "the median of these amounts"};
constexpr MeasureRow k_most{"largest", "Largest", Unit::money, Better::neither, "the largest of them"};

constexpr std::array k_given{k_given_number,
                             MeasureRow{"given_share", "Given at the end", Unit::share, Better::neither,
                                        "resolutions that stand and gave something / resolutions that stand"},
                             k_no_amount};
constexpr std::array k_amount{k_total, k_middle, k_most};
constexpr std::array k_by_remedy{k_given_number, k_no_amount, k_total, k_middle, k_most};
constexpr std::array k_approval{
    MeasureRow{"approved", "Approved", Unit::share, Better::neither,
               "remedies with an amount that somebody approved, as sums above the authority of whoever gives "
               "them demand / remedies with an amount"},
    MeasureRow{"sum", "Sum", Unit::money, Better::neither, "the sum of those that were approved"}};
constexpr std::array k_approver{MeasureRow{"remedies", "Remedies", Unit::count, Better::neither,
                                           "with an amount, that this person approved"},
                                MeasureRow{"sum", "Sum", Unit::money, Better::neither, "the sum of them"}};
constexpr std::array k_paid{MeasureRow{"payments", "Payments", Unit::count, Better::neither,
                                       "payments in the period, whenever what they are for was given"},
                            k_total, k_middle, k_most};
constexpr std::array k_unpaid{MeasureRow{"unpaid", "Unpaid", Unit::count, Better::less,
                                         "accepted offers of money, and money given at the end, that are not "
                                         "paid by now, whatever the period"},
                              k_no_amount, k_total,
                              MeasureRow{"oldest_minutes", "Oldest", Unit::calendar_time, Better::less,
                                         "how long the oldest of them has been owed, in calendar time"}};
constexpr std::array k_handling{
    MeasureRow{"logged", "Logged", Unit::share, Better::neither,
               "complaints with work that was logged, on their duplicates as well / complaints whose last "
               "resolution is in the period, and stands"},
    MeasureRow{"effort_minutes", "Work", Unit::effort, Better::neither,
               "all work on these complaints, whenever it was done"},
    MeasureRow{"handling_cost", "Cost", Unit::money, Better::neither,
               "what this work cost, by hour_costs of the policy that was in force when it was done"},
    MeasureRow{"median_effort_minutes", "Median", Unit::effort, Better::less,
               "the median of the work on each of those with work that was logged"},
    MeasureRow{"unpriced_minutes", "Without a price", Unit::effort, Better::neither,
               "what of it was done when no policy said what an hour costs, and is in no cost"}};

constexpr SectionRow k_given_section{"given", "What was given", k_given};
constexpr SectionRow k_amount_section{"amount", "What that comes to", k_amount};
constexpr SectionRow k_remedy_section{"remedy", "By remedy", k_by_remedy};
constexpr SectionRow k_approval_section{"approval", "Above authority", k_approval};
constexpr SectionRow k_approver_section{"approver", "By who approved it", k_approver};
constexpr SectionRow k_paid_section{"paid", "What was paid", k_paid};
constexpr SectionRow k_unpaid_section{"unpaid", "What is owed now", k_unpaid};
constexpr SectionRow k_handling_section{"handling", "What the work cost", k_handling};
constexpr std::array k_sections{k_given_section,    k_amount_section, k_remedy_section, k_approval_section,
                                k_approver_section, k_paid_section,   k_unpaid_section, k_handling_section};

void append(std::vector<Figure>& figures, std::vector<Figure> more) {
    std::ranges::move(more, std::back_inserter(figures));
}

std::vector<Figure> given_figures(const CostTally& tally, const Question&) {
    return {count(k_given[0], tally.given.number()), share(k_given[1], tally.gave, tally.resolved),
            share(k_given[2], tally.given.without_amount(), tally.given.number())};
}

std::vector<Figure> amount_figures(const CostTally& tally, const Question&) {
    return tally.given.figures(k_amount[0], k_amount[1], k_amount[2]);
}

std::vector<Figure> approval_figures(const CostTally& tally, const Question&) {
    std::vector<Figure> figures{
        share(k_approval[0], tally.approved.number(), tally.given.number() - tally.given.without_amount())};
    add_totals(figures, k_approval[1], tally.approved.totals());
    return figures;
}

std::vector<Figure> paid_figures(const CostTally& tally, const Question&) {
    std::vector<Figure> figures{count(k_paid[0], tally.paid.number())};
    append(figures, tally.paid.figures(k_paid[1], k_paid[2], k_paid[3]));
    return figures;
}

std::vector<Figure> unpaid_figures(const CostTally& tally, const Question& question) {
    std::vector<Figure> figures{count(k_unpaid[0], tally.owed.number()),
                                share(k_unpaid[1], tally.owed.without_amount(), tally.owed.number())};
    add_totals(figures, k_unpaid[2], tally.owed.totals());
    Figure oldest{&k_unpaid[3]};
    if (tally.oldest_debt) oldest.value = render::Length{question.now - *tally.oldest_debt, false};
    figures.push_back(oldest);
    return figures;
}

std::vector<Figure> handling_figures(const CostTally& tally, const Question&) {
    const auto each = in_order(tally.effort);
    std::vector<Figure> figures{share(k_handling[0], static_cast<std::int64_t>(each->size()), tally.resolved),
                                work(k_handling[1], tally.minutes)};
    add_totals(figures, k_handling[2], tally.handling);
    figures.push_back(median(k_handling[3], each));
    figures.push_back(work(k_handling[4], tally.unpriced));
    return figures;
}

std::vector<Line> remedy_lines(const CostTally& tally) {
    std::vector<Line> lines;
    for (const auto& [remedy, sums] : tally.by_remedy) {
        std::vector<Figure> figures{count(k_by_remedy[0], sums.number()),
                                    share(k_by_remedy[1], sums.without_amount(), sums.number())};
        append(figures, sums.figures(k_by_remedy[2], k_by_remedy[3], k_by_remedy[4]));
        lines.push_back({&k_remedy_section, remedy, std::move(figures)});
    }
    return lines;
}

std::vector<Line> approver_lines(const CostTally& tally) {
    std::vector<Line> lines;
    for (const auto& [approver, sums] : tally.by_approver) {
        std::vector<Figure> figures{count(k_approver[0], sums.number())};
        add_totals(figures, k_approver[1], sums.totals());
        lines.push_back({&k_approver_section, approver, std::move(figures)});
    }
    return lines;
}

} // namespace

std::span<const SectionRow> remedy_sections() {
    return k_sections;
}

Sheet remedies(store::Database& database, const rulebook::Policy&, const Question& question) {
    const auto tallies = count_remedies(database, question);
    Sheet sheet;
    for (const auto& [group, tally] : tallies)
        sheet.counted[group] = tally.resolved;
    const auto add = [&](const SectionRow& section,
                         std::vector<Figure> (*figures)(const CostTally&, const Question&)) {
        for (const auto& [group, tally] : tallies)
            sheet.lines.push_back({&section, group, figures(tally, question)});
    };
    // Without any amount there is nothing to tell of amounts.
    const bool has_amounts =
        std::ranges::any_of(tallies, [](const auto& each) { return !each.second.given.totals().empty(); });
    // Of groups nobody asks for groups.
    const auto add_lines = [&](std::vector<Line> lines) {
        if (question.by.is_none()) std::ranges::move(lines, std::back_inserter(sheet.lines));
    };
    add(k_given_section, given_figures);
    if (has_amounts) add(k_amount_section, amount_figures);
    add_lines(remedy_lines(tallies.empty() ? CostTally{} : tallies.begin()->second));
    add(k_approval_section, approval_figures);
    add_lines(approver_lines(tallies.empty() ? CostTally{} : tallies.begin()->second));
    add(k_paid_section, paid_figures);
    if (!question.by.bucket) add(k_unpaid_section, unpaid_figures);
    add(k_handling_section, handling_figures);
    return sheet;
}

} // namespace reklamaatio::report
