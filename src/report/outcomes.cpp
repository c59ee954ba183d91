// SPDX-License-Identifier: GPL-3.0-or-later
// How complaints ended.
#include "report/reports.hpp"
#include "store/figures_complained.hpp"
#include "store/figures_received.hpp"
#include "store/figures_resolved.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace reklamaatio::report {

namespace {

using complaint::Outcome;
using complaint::Settled;

constexpr std::array k_endings{
    MeasureRow{"resolved", "Resolved", Unit::count, Better::neither,
               "complaints whose last resolution is in the period, and stands"},
    MeasureRow{"upheld", "Upheld", Unit::count, Better::neither, "of these with the outcome upheld"},
    MeasureRow{"partly", "In part", Unit::count, Better::neither, "with the outcome partly"},
    MeasureRow{"rejected", "Rejected", Unit::count, Better::neither, "with the outcome rejected"},
    MeasureRow{"withdrawn", "Withdrawn", Unit::count, Better::neither, "with the outcome withdrawn"},
    MeasureRow{"no_outcome", "No outcome", Unit::count, Better::less, "without an outcome"},
    MeasureRow{"upheld_share", "Upheld or in part", Unit::share, Better::neither,
               "(upheld + partly) / (upheld + partly + rejected)"}};

constexpr std::array k_qualities{
    MeasureRow{
        "first_contact", "Solved at the first contact", Unit::share, Better::more,
        "resolved, answered once and never opened again, without a message of either side between the first "
        "answer and the resolution / resolved after an answer; left out are imported ones of which nothing "
        "says what was said after the answer"},
    MeasureRow{"settled", "Accepted by the customer", Unit::share, Better::more,
               "settled yes / (settled yes + settled no)"},
    MeasureRow{"settled_unknown", "Not known whether accepted", Unit::share, Better::less,
               "settled neither yes nor no / resolved"},
    MeasureRow{
        "first_offer", "First offer accepted", Unit::share, Better::more,
        "complaints whose first offer was accepted / those whose first offer was accepted or declined"},
    MeasureRow{
        "reopened_30_days", "Opened again within 30 days", Unit::share, Better::less,
        "resolutions in the period that were taken back at most 30 days (of 24 hours) later / resolutions in "
        "the period from which 30 days have passed; also those that were taken back count"}};

constexpr std::array k_rates{
    MeasureRow{"received", "Received", Unit::count, Better::less,
               "complaints received in the period, void ones left out"},
    MeasureRow{"resolution_rate", "Resolved of these", Unit::share, Better::more,
               "received in the period and resolved by now / received in the period"}};

// At most so many days, of 24 hours, from receipt to resolution.
struct Age {
    time::Seconds most;
    MeasureRow row;
};
constexpr std::array k_ages{
    Age{std::chrono::days{1},
        {"within_1_day", "Within a day", Unit::share, Better::more,
         "resolved at most 24 hours after receipt / resolved"}},
    Age{std::chrono::days{7},
        {"within_7_days", "2 to 7 days", Unit::share, Better::neither,
         "more, and at most 7 days / resolved"}},
    Age{std::chrono::days{30},
        {"within_30_days", "8 to 30 days", Unit::share, Better::neither,
         "more, and at most 30 days / resolved"}},
    Age{std::chrono::days{90},
        {"within_90_days", "31 to 90 days", Unit::share, Better::neither,
         "more, and at most 90 days / resolved"}},
    Age{time::Seconds::max(),
        {"over_90_days", "Over 90 days", Unit::share, Better::less, "more than 90 days / resolved"}}};

constexpr auto age_measures() {
    std::array<MeasureRow, k_ages.size()> rows{};
    std::ranges::transform(k_ages, rows.begin(), &Age::row);
    return rows;
}
constexpr auto k_age_measures = age_measures();

constexpr std::array k_taken{
    MeasureRow{"appeals", "Appeals", Unit::count, Better::less,
               "appeals to a second look or to outside bodies that were made in the period, whenever the "
               "complaint was received or resolved"},
    MeasureRow{"appealed", "Decisions appealed", Unit::share, Better::less,
               "resolutions in the period that were appealed by now / resolutions in the period; also those "
               "that were taken back count"},
    MeasureRow{
        "decided", "Appeals decided", Unit::count, Better::neither,
        "appeals that were decided in the period, settled ones and those that ended without a decision "
        "among them"},
    MeasureRow{"overturned", "Of these overturned", Unit::share, Better::less,
               "decided upheld or partly / decided upheld, partly or rejected"},
    MeasureRow{"settled_appeals", "Of these settled", Unit::count, Better::neither,
               "appeals in which we came to terms"}};
constexpr std::array k_of_some{
    MeasureRow{"appeals", "Appeals", Unit::count, Better::less, "the same of the group"},
    MeasureRow{"decided", "Decided", Unit::count, Better::neither, "likewise"},
    MeasureRow{"overturned", "Overturned", Unit::share, Better::less, "likewise"}};

constexpr SectionRow k_outcome{"outcome", "Outcome", k_endings};
constexpr SectionRow k_quality{"quality", "How well it went", k_qualities};
constexpr SectionRow k_age{"age", "Age when resolved", k_age_measures};
constexpr SectionRow k_receipt{"receipt", "Of what was received in the period", k_rates};
constexpr SectionRow k_appeals{"appeals", "Appeals", k_taken};
constexpr SectionRow k_bodies{"bodies", "Appeals, by body", k_of_some};
constexpr SectionRow k_deciders{"deciders", "Appeals, by who had decided", k_of_some};
constexpr SectionRow k_causes{"appeal_causes", "Appeals, by cause", k_of_some};
constexpr std::array k_sections{k_outcome, k_quality, k_age,      k_receipt,
                                k_appeals, k_bodies,  k_deciders, k_causes};

// Appeals, and what came of them.
struct Appeals {
    std::int64_t made = 0, decided = 0, settled = 0;
    Part overturned;

    void add_decided(const store::Appealed& appeal) {
        ++decided;
        if (!appeal.decision) return;
        if (*appeal.decision == complaint::Decision::settled)
            ++settled;
        else
            overturned.add(overturns(*appeal.decision));
    }
};

struct Tally {
    std::int64_t resolved = 0;
    std::array<std::int64_t, complaint::Vocabulary<Outcome>::k_words.size()> outcomes{};
    std::int64_t no_outcome = 0;
    Part first_contact, settled, unknown, first_offer, reopened, received, appealed;
    Appeals appeals;
    std::array<std::int64_t, k_ages.size()> ages{};

    std::int64_t of(Outcome outcome) const { return outcomes[static_cast<std::size_t>(outcome)]; }
    std::int64_t justified() const { return of(Outcome::upheld) + of(Outcome::partly); }
};

void add_ended(Tally& tally, const store::Ended& ended) {
    ++tally.resolved;
    if (ended.outcome)
        ++tally.outcomes[static_cast<std::size_t>(*ended.outcome)];
    else
        ++tally.no_outcome;
    const bool is_known = ended.settled && *ended.settled != Settled::unknown;
    tally.unknown.add(!is_known);
    if (is_known) tally.settled.add(*ended.settled == Settled::yes);
    tally.first_contact.add(ended.at_first_contact);
    tally.first_offer.add(ended.took_first_offer);
    const auto age = ended.resolved_at - ended.received_at;
    const auto found = std::ranges::find_if(k_ages, [&](const Age& each) { return age <= each.most; });
    ++tally.ages[static_cast<std::size_t>(found - k_ages.begin())];
}

// The window of one that was resolved too late is not over.
void add_resolution(Tally& tally, const store::Resolution& resolution, time::Instant now) {
    constexpr std::chrono::days k_window{30};
    const auto end = resolution.resolved_at + k_window;
    tally.appealed.add(resolution.is_appealed);
    if (end <= now) tally.reopened.add(resolution.reopened_at && *resolution.reopened_at <= end);
}

using Tallies = std::map<std::string, Tally>;

Tallies gather(store::Database& database, const Question& question) {
    Tallies tallies;
    if (question.by.is_none()) tallies[""];
    const auto& [from, until] = question.period;
    const auto which = question.selection();
    const auto tally_of = [&](const std::string& group, time::Instant at) -> Tally& {
        return tallies[question.group_of(group, at)];
    };
    store::read_ended(database, from, until, which, [&](const store::Ended& ended) {
        add_ended(tally_of(ended.group, ended.resolved_at), ended);
    });
    store::read_resolutions(database, from, until, which, [&](const store::Resolution& resolution) {
        add_resolution(tally_of(resolution.group, resolution.resolved_at), resolution, question.now);
    });
    store::read_received(database, from, until, which, [&](const store::Received& received) {
        tally_of(received.group, received.received_at)
            .received.add(!complaint::is_unresolved(received.status));
    });
    store::read_appeals(database, from, until, which, [&](const store::Appealed& appealed) {
        ++tally_of(appealed.group, appealed.at).appeals.made;
    });
    store::read_decided_appeals(database, from, until, which, [&](const store::Appealed& appealed) {
        tally_of(appealed.group, appealed.at).appeals.add_decided(appealed);
    });
    return tallies;
}

// Whatever else they are grouped by: those of each body, of each who had decided, and of each cause.
struct AppealsBy {
    const SectionRow* section;
    std::string store::Appealed::*field;
    std::map<std::string, Appeals> groups{};

    Appeals& of(const store::Appealed& appealed) { return groups[appealed.*field]; }
};

std::array<AppealsBy, 3> gather_appeals(store::Database& database, const Question& question) {
    std::array<AppealsBy, 3> found{{{&k_bodies, &store::Appealed::body},
                                    {&k_deciders, &store::Appealed::decider},
                                    {&k_causes, &store::Appealed::cause}}};
    const auto& [from, until] = question.period;
    const store::Selection which{store::GroupField::none, question.where};
    store::read_appeals(database, from, until, which, [&](const store::Appealed& appealed) {
        for (auto& each : found)
            ++each.of(appealed).made;
    });
    store::read_decided_appeals(database, from, until, which, [&](const store::Appealed& appealed) {
        for (auto& each : found)
            each.of(appealed).add_decided(appealed);
    });
    return found;
}

std::vector<Figure> ending_figures(const Tally& tally) {
    return {count(k_endings[0], tally.resolved),
            count(k_endings[1], tally.of(Outcome::upheld)),
            count(k_endings[2], tally.of(Outcome::partly)),
            count(k_endings[3], tally.of(Outcome::rejected)),
            count(k_endings[4], tally.of(Outcome::withdrawn)),
            count(k_endings[5], tally.no_outcome),
            share(k_endings[6], tally.justified(), tally.justified() + tally.of(Outcome::rejected))};
}

std::vector<Figure> quality_figures(const Tally& tally) {
    std::vector<Figure> figures;
    for (const auto& part :
         {tally.first_contact, tally.settled, tally.unknown, tally.first_offer, tally.reopened})
        figures.push_back(share(k_qualities[figures.size()], part));
    return figures;
}

std::vector<Figure> age_figures(const Tally& tally) {
    std::vector<Figure> figures;
    for (const auto number : tally.ages)
        figures.push_back(share(k_age_measures[figures.size()], number, tally.resolved));
    return figures;
}

std::vector<Figure> receipt_figures(const Tally& tally) {
    return {count(k_rates[0], tally.received.whole), share(k_rates[1], tally.received)};
}

std::vector<Figure> appeal_figures(const Tally& tally) {
    const auto& appeals = tally.appeals;
    return {count(k_taken[0], appeals.made), share(k_taken[1], tally.appealed),
            count(k_taken[2], appeals.decided), share(k_taken[3], appeals.overturned),
            count(k_taken[4], appeals.settled)};
}

void add_appeals(Sheet& sheet, const AppealsBy& by) {
    for (const auto& [group, appeals] : by.groups)
        sheet.lines.push_back({by.section,
                               group,
                               {count(k_of_some[0], appeals.made), count(k_of_some[1], appeals.decided),
                                share(k_of_some[2], appeals.overturned)}});
}

} // namespace

std::span<const SectionRow> outcome_sections() {
    return k_sections;
}

Sheet outcomes(store::Database& database, const rulebook::Policy&, const Question& question) {
    const auto tallies = gather(database, question);
    Sheet sheet;
    for (const auto& [group, tally] : tallies)
        sheet.counted[group] = tally.resolved;
    const auto add = [&](const SectionRow& section, std::vector<Figure> (*figures)(const Tally&)) {
        for (const auto& [group, tally] : tallies)
            sheet.lines.push_back({&section, group, figures(tally)});
    };
    add(k_outcome, ending_figures);
    add(k_quality, quality_figures);
    add(k_age, age_figures);
    add(k_receipt, receipt_figures);
    add(k_appeals, appeal_figures);
    for (const auto& by : gather_appeals(database, question))
        add_appeals(sheet, by);
    return sheet;
}

} // namespace reklamaatio::report
