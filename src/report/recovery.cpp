// SPDX-License-Identifier: GPL-3.0-or-later
// How customers are afterwards: whether they were asked, what they said, and whether keeping the deadlines showed in it.
#include "report/comparison.hpp"
#include "report/named_rows.hpp"
#include "report/reports.hpp"
#include "store/figures_followed.hpp"
#include "store/overviews.hpp"
#include "time/display.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using complaint::Reached;
using complaint::Retained;
using store::FollowedUp;

constexpr std::int64_t k_satisfied = 4;
constexpr std::int64_t k_promoter = 9;
constexpr std::int64_t k_detractor = 6;

constexpr std::array k_answers{
    MeasureRow{"followed_up", "Followed up", Unit::count, Better::neither,
               "complaints whose follow-up stands and was made in the period; all below is of these"},
    MeasureRow{"reached", "Reached", Unit::share, Better::more, "reached yes / (reached yes + reached no)"},
    MeasureRow{"csat", "CSAT", Unit::number, Better::more, "mean of the CSAT that was given, from 1 to 5"},
    MeasureRow{"satisfied", "Satisfied", Unit::share, Better::more, "CSAT 4 or 5 / CSAT given"},
    MeasureRow{"nps", "NPS", Unit::number, Better::neither,
               "100 * (promoters - detractors) / NPS given, from -100 to 100; judged by its two shares"},
    MeasureRow{"promoters", "Promoters", Unit::share, Better::more, "NPS 9 or 10 / NPS given"},
    MeasureRow{"detractors", "Detractors", Unit::share, Better::less, "NPS 0 to 6 / NPS given"},
    MeasureRow{"retained", "Retained", Unit::share, Better::more,
               "retained yes / (retained yes + retained no)"}};

constexpr std::array k_asking{
    MeasureRow{"asked", "Asked at all", Unit::share, Better::more,
               "resolved in the period and followed up by now / resolved in the period, where the resolution "
               "stands"},
    MeasureRow{
        "undated", "Answers without a day", Unit::count, Better::less,
        "resolved in the period, with CSAT, NPS or retained but without the day of a follow-up: they belong "
        "to no period, and are counted only here"}};

constexpr std::array k_friends{
    MeasureRow{"nps", "NPS", Unit::count, Better::neither,
               "of a customer whose last NPS in the period is 9 or 10, and who has not said since that they "
               "left; the group is the complaint"},
    MeasureRow{"csat", "CSAT", Unit::count, Better::neither,
               "of the same follow-up; empty where it was not given"}};

constexpr SectionRow k_all{"all", "All", k_answers};
constexpr SectionRow k_in_time{"in_time", "Handled in time", k_answers};
constexpr SectionRow k_late{"late", "Handled late", k_answers};
constexpr SectionRow k_untimed{"untimed", "Without a deadline", k_answers};
constexpr SectionRow k_asked{"asked", "Asked", k_asking};
constexpr SectionRow k_promoters{"promoters", "Promoters", k_friends};
constexpr std::array k_sections{k_all, k_in_time, k_late, k_untimed, k_asked, k_promoters};

// What those said who were asked.
struct Answers {
    std::int64_t followed_up = 0;
    Part reached, satisfied, promoters, detractors, retained;
    Values csat;

    void add(const FollowedUp& one) {
        ++followed_up;
        if (one.reached) reached.add(*one.reached == Reached::yes);
        if (one.csat) {
            csat.push_back(*one.csat);
            satisfied.add(*one.csat >= k_satisfied);
        }
        if (one.nps) {
            promoters.add(*one.nps >= k_promoter);
            detractors.add(*one.nps <= k_detractor);
        }
        if (one.retained) retained.add(*one.retained == Retained::yes);
    }
};

struct Tally {
    Answers all, in_time, late, untimed;
    Part asked;
    std::int64_t undated = 0;

    void add(const FollowedUp& one) {
        all.add(one);
        (!one.in_time ? untimed : *one.in_time ? in_time : late).add(one);
    }
};

// What somebody says who would recommend us.
struct Promoter {
    complaint::Id complaint;
    time::Instant followed_up_at;
    std::int64_t nps;
    std::optional<std::int64_t> csat;
};

// What one customer said last.
struct LastWord {
    std::optional<Promoter> score;
    bool left = false;

    void add(const FollowedUp& one) {
        if (one.nps) score = {{one.complaint}, one.followed_up_at, *one.nps, one.csat};
        if (one.retained) left = *one.retained == Retained::no;
    }
    bool is_promoter() const { return score && score->nps >= k_promoter && !left; }
};

struct Gathered {
    std::map<std::string, Tally> tallies;
    std::map<complaint::CustomerId, LastWord> last_words;
};

Gathered gather(store::Database& database, const Question& question) {
    Gathered found;
    if (question.by.is_none()) found.tallies[""];
    const auto& [from, until] = question.period;
    const auto which = question.selection();
    const auto tally_of = [&](const std::string& group, time::Instant at) -> Tally& {
        return found.tallies[question.group_of(group, at)];
    };
    store::read_followed_up(database, from, until, question.now, which, [&](const FollowedUp& one) {
        tally_of(one.group, one.followed_up_at).add(one);
        if (one.customer) found.last_words[*one.customer].add(one);
    });
    store::read_asked(database, from, until, which, [&](const store::Asked& one) {
        auto& tally = tally_of(one.group, one.resolved_at);
        tally.asked.add(one.is_followed_up);
        if (one.has_answer && !one.is_followed_up) ++tally.undated;
    });
    return found;
}

std::vector<Figure> figures_of(const Answers& answers) {
    const auto score = answers.promoters.part - answers.detractors.part;
    return {count(k_answers[0], answers.followed_up),
            share(k_answers[1], answers.reached),
            mean(k_answers[2], in_order(answers.csat), 2),
            share(k_answers[3], answers.satisfied),
            rate(k_answers[4], score, answers.promoters.whole, 100, 1),
            share(k_answers[5], answers.promoters),
            share(k_answers[6], answers.detractors),
            share(k_answers[7], answers.retained)};
}

// Against those that were handled late, unless another period is what they are compared with.
std::vector<Figure> judged(std::vector<Figure> in_time, const std::vector<Figure>& late,
                           const Question& question) {
    if (question.compared) return in_time;
    constexpr Spans k_same{time::Seconds{1}, time::Seconds{1}, true};
    for (std::size_t i = 0; i < in_time.size(); ++i)
        in_time[i].verdict = verdict_on(in_time[i], late[i], k_same);
    return in_time;
}

void add_answers(Sheet& sheet, const Gathered& found, const Question& question) {
    const auto add = [&](const SectionRow& section, auto figures) {
        for (const auto& [group, tally] : found.tallies)
            sheet.lines.push_back({&section, group, figures(tally)});
    };
    add(k_all, [](const Tally& tally) { return figures_of(tally.all); });
    add(k_in_time, [&](const Tally& tally) {
        return judged(figures_of(tally.in_time), figures_of(tally.late), question);
    });
    add(k_late, [](const Tally& tally) { return figures_of(tally.late); });
    add(k_untimed, [](const Tally& tally) { return figures_of(tally.untimed); });
    add(k_asked, [](const Tally& tally) {
        return std::vector<Figure>{share(k_asking[0], tally.asked), count(k_asking[1], tally.undated)};
    });
}

// Nobody is asked twice: each customer by what they said last, in order of that.
std::vector<Promoter> promoters_of(const Gathered& found) {
    std::vector<Promoter> promoters;
    for (const auto& [id, last] : found.last_words)
        if (last.is_promoter()) promoters.push_back(*last.score);
    std::ranges::stable_sort(promoters, {}, &Promoter::followed_up_at);
    return promoters;
}

Line line_of(const Promoter& promoter) {
    return {&k_promoters,
            to_string(promoter.complaint),
            {count(k_friends[0], promoter.nps), {&k_friends[1], render::number_or_none(promoter.csat)}}};
}

// For people: whom to ask, by name.
Section named(store::Database& database, const std::vector<Promoter>& promoters, const Question& question) {
    using render::Align;
    using render::Value;
    Section section;
    section.heading = fmt::format("Promoters, to be asked for a word to friends ({})", promoters.size());
    section.table.columns = {{"id", "Complaint", Align::left, 0, 0, true},
                             {"who", "Customer", Align::left, 0, 8},
                             {"nps", "NPS", Align::right},
                             {"csat", "CSAT", Align::right},
                             {"followed_up_at", "Followed up"}};
    for (const auto& one : promoters) {
        if (ends_here(section, promoters.size())) break;
        const auto overview = store::find_overview(database, one.complaint);
        section.table.rows.push_back(
            {Value{to_string(one.complaint)},
             render::text_or_none(overview ? called(overview->customer) : ""), Value{one.nps},
             render::number_or_none(one.csat),
             render::Cell{Value{one.followed_up_at},
                          time::display_near(one.followed_up_at, question.now, question.zone)}});
    }
    return section;
}

// What the verdicts in data say of those that were handled in time; in text a line has no place for them.
Section verdicts(const Line& in_time) {
    Section section;
    section.heading = "Handled in time, against handled late";
    section.table.columns = {{"measure", ""}, {"verdict", ""}};
    for (const auto& figure : in_time.figures)
        if (!figure.verdict.empty())
            section.table.rows.push_back({render::Value{figure.heading()}, render::Value{figure.verdict}});
    return section;
}

} // namespace

std::span<const SectionRow> recovery_sections() {
    return k_sections;
}

Sheet recovery(store::Database& database, const rulebook::Policy&, const Question& question) {
    const auto found = gather(database, question);
    Sheet sheet;
    for (const auto& [group, tally] : found.tallies)
        sheet.counted[group] = tally.all.followed_up;
    add_answers(sheet, found, question);
    const bool is_one = question.by.is_none() && !question.compared;
    if (is_one && found.tallies.at("").in_time.followed_up > 0)
        sheet.besides.push_back(verdicts(*std::ranges::find(sheet.lines, &k_in_time, &Line::section)));
    const auto promoters = std::make_shared<const std::vector<Promoter>>(promoters_of(found));
    sheet.named = [promoters](const auto& take) {
        for (const auto& promoter : *promoters)
            take(line_of(promoter));
    };
    if (!promoters->empty()) sheet.besides.push_back(named(database, *promoters, question));
    return sheet;
}

} // namespace reklamaatio::report
