// SPDX-License-Identifier: GPL-3.0-or-later
// Who has how much to do, and whether it is too much.
#include "report/comparison.hpp"
#include "report/pictures.hpp"
#include "report/reports.hpp"
#include "report/significance.hpp"
#include "report/workload_desks.hpp"
#include "store/figures.hpp"
#include "time/working_day.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

constexpr std::array k_load{
    MeasureRow{"open", "Open", Unit::count, Better::less, "unresolved complaints"},
    MeasureRow{"overdue", "Overdue", Unit::count, Better::less,
               "of these with a deadline that has passed and is not met"},
    MeasureRow{"at_risk", "At risk", Unit::count, Better::less,
               "of the others with a deadline whose time to warn has come"},
    MeasureRow{"oldest_minutes", "Oldest", Unit::calendar_time, Better::less,
               "the longest time since receipt of those that are open"},
    MeasureRow{"away", "Away", Unit::count, Better::neither,
               "how many people are away today: of a team its members, of all the people of the policy"},
    MeasureRow{
        "received", "Received", Unit::count, Better::neither,
        "complaints received in the period; of a person or team those that it has now, or had at the end"},
    MeasureRow{"resolved", "Resolved", Unit::count, Better::more,
               "resolutions in the period, also those that were taken back; of a person those of what they "
               "had then, "
               "of a team those of what it has now"},
    MeasureRow{
        "handed_on", "Handed on", Unit::count, Better::neither,
        "times in the period that a complaint went from one person to another, counted for who gave it; of "
        "complaints that were unresolved at some time after the period began"},
    MeasureRow{"taken_over", "Taken over", Unit::count, Better::neither, "the same, counted for who got it"},
    MeasureRow{
        "stock_minutes", "Stock", Unit::working_time, Better::less,
        "open / resolved * the working time of the first calendar in the period, up to now and since the "
        "first "
        "complaint of all: how long it takes to resolve what is open at this pace; nothing where nothing is "
        "open, or was resolved"}};

constexpr SectionRow k_all{"all", "All", k_load};
constexpr SectionRow k_team{"team", "Team", k_load};
constexpr SectionRow k_person{"person", "Person", k_load};
constexpr std::array k_sections{k_all, k_team, k_person};

constexpr std::size_t k_stock = k_load.size() - 1;

// The period as far as it has come, and no earlier than there was anything to do.
time::Period stretch_of(store::Database& database, const Question& question) {
    const auto first = store::first_receipt(database).value_or(question.now);
    const auto until = std::min(question.period.until, question.now);
    return {std::min(std::max(question.period.from, first), until), until};
}

// What the figures mean. A desk is behind when more comes in than goes out, beyond chance, or when what is open would take
// longer than the period was; one that is behind is slow when it resolves fewer than the others do, beyond chance.
class Judge {
  public:
    Judge(time::Seconds working_time, std::size_t desks, std::int64_t resolved_by_all)
        : m_working_time(working_time), m_desks(desks), m_resolved_by_all(resolved_by_all) {}

    std::optional<time::Seconds> stock(const Desk& desk) const {
        if (desk.open() == 0 || desk.resolved == 0) return std::nullopt;
        return m_working_time * desk.open() / desk.resolved;
    }

    std::string verdict(const Desk& desk) const {
        if (desk.open() == 0) return "";
        if (desk.received + desk.resolved < k_fewest_to_judge) return "not enough to judge";
        if (!grows(desk) && desk.open() <= desk.resolved) return "keeps up";
        if (m_desks < 2 || desk.away > 0) return "behind";
        return is_slower(desk) ? "slow" : "overload";
    }

  private:
    static constexpr double k_level = 0.05;

    static bool grows(const Desk& desk) {
        return desk.received > desk.resolved
               && chance_of_counts(desk.received, desk.resolved, 0.5) < k_level; // of the same time
    }
    bool is_slower(const Desk& desk) const {
        const auto others = m_resolved_by_all - desk.resolved;
        const auto share = 1 / static_cast<double>(m_desks);
        return static_cast<double>(desk.resolved) < share * static_cast<double>(m_resolved_by_all)
               && desk.resolved + others >= k_fewest_to_judge
               && chance_of_counts(desk.resolved, others, share) < k_level;
    }

    time::Seconds m_working_time;
    std::size_t
        m_desks; // that are alike, so that they can be held against each other; below two there are none
    std::int64_t m_resolved_by_all;
};

// People can be held against each other; teams are of different sizes.
Judge judge_of(const SectionRow& section, const Desks& desks, time::Seconds working_time) {
    if (&section != &k_sections[2]) return {working_time, 0, 0};
    std::size_t number = 0;
    std::int64_t resolved = 0;
    for (const auto& [person, desk] : desks) {
        if (person.empty() || desk.away > 0) continue;
        ++number;
        resolved += desk.resolved;
    }
    return {working_time, number, resolved};
}

Figure stock_figure(const Desk& desk, const Judge& judge) {
    Figure figure{&k_load[k_stock]};
    if (const auto stock = judge.stock(desk)) figure.value = render::Length{*stock, true};
    figure.numerator = desk.open();
    figure.denominator = desk.resolved;
    figure.verdict = judge.verdict(desk);
    return figure;
}

std::vector<Figure> figures_of(const Desk& desk, const Judge& judge) {
    return {count(k_load[0], desk.open()),     count(k_load[1], desk.overdue),
            count(k_load[2], desk.at_risk),    largest(k_load[3], in_order(desk.ages)),
            count(k_load[4], desk.away),       count(k_load[5], desk.received),
            count(k_load[6], desk.resolved),   count(k_load[7], desk.handed_on),
            count(k_load[8], desk.taken_over), stock_figure(desk, judge)};
}

// "12 open, 9 bd at this pace: overload".
std::string meaning_of(const Desk& desk, const Judge& judge, const rulebook::Policy& policy) {
    const auto stock = judge.stock(desk);
    const auto pace = stock ? fmt::format("{} at this pace",
                                          time::display_working_length(*stock, policy.default_calendar()))
                            : std::string("nothing resolved in the period");
    const auto verdict = judge.verdict(desk);
    return fmt::format("{} open, {}{}{}", desk.open(), pace, verdict.empty() ? "" : ": ", verdict);
}

Section meanings() {
    Section section;
    section.heading = "What it means";
    section.table.columns = {{"section", "", render::Align::left, 0, k_group_width},
                             {"group", "", render::Align::left, 0, k_group_width},
                             {"meaning", ""}};
    return section;
}

Section drawn(store::Database& database, const Question& question, const AllDesks& desks) {
    const auto& shown = question.by.is_none() ? desks.people : desks.all;
    std::vector<Counted> counted;
    for (const auto& [group, desk] : shown)
        counted.push_back({group, desk.open(), desk.overdue});
    std::ranges::stable_sort(counted, std::ranges::greater{}, &Counted::number);
    Section section;
    section.charts.push_back(bar_chart("What is open, and late", counted,
                                       question.by.is_none() ? "Person" : "Group", "Open",
                                       question.by.is_none() ? "nobody" : "none"));
    section.charts.push_back(age_chart(database, question));
    return section;
}

} // namespace

std::span<const SectionRow> workload_sections() {
    return k_sections;
}

Sheet workload(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    const auto stretch = stretch_of(database, question);
    const auto working_time = policy.default_calendar().working_time(stretch.from, stretch.until);
    const auto desks_of = count_desks(database, policy, question);
    Sheet sheet;
    auto meaning = meanings();
    const auto add = [&](const SectionRow& section, const Desks& desks) {
        const auto judge = judge_of(section, desks, working_time);
        for (const auto& [group, desk] : desks) {
            sheet.lines.push_back({&section, group, figures_of(desk, judge)});
            if (desk.open() == 0) continue;
            meaning.table.rows.push_back({render::Value{std::string(section.heading)},
                                          render::text_or_none(group),
                                          render::Value{meaning_of(desk, judge, policy)}});
        }
    };
    for (const auto& [group, desk] : desks_of.all)
        sheet.counted[group] = desk.open();
    add(k_sections[0], desks_of.all);
    add(k_sections[1], desks_of.teams);
    add(k_sections[2], desks_of.people);
    if (question.draws == Draws::pictures) sheet.pictures.push_back(drawn(database, question, desks_of));
    if (!meaning.table.rows.empty()) sheet.besides.push_back(std::move(meaning));
    return sheet;
}

} // namespace reklamaatio::report
