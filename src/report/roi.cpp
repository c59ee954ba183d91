// SPDX-License-Identifier: GPL-3.0-or-later
// What complaints cost, against the value of the customers who stay.
#include "report/reports.hpp"
#include "report/sums.hpp"
#include "time/effort.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/ranges.h>

namespace reklamaatio::report {

namespace {

using complaint::Retained;

constexpr std::array k_cost{
    MeasureRow{"cost", "Cost", Unit::money, Better::neither, "remedies + handling, in the same currency"},
    MeasureRow{"remedies", "Remedies", Unit::money, Better::neither,
               "the sum of what resolutions in the period gave; also of those that were taken back by a "
               "reopening later"},
    MeasureRow{"handling", "Work", Unit::money, Better::neither,
               "what the work on the complaints cost, as the report remedies has it"},
    MeasureRow{"without_amount", "Remedies without an amount", Unit::share, Better::less,
               "remedies of which nobody said what they are worth, and which count as nothing / remedies"},
    MeasureRow{"unpriced_minutes", "Work without a price", Unit::effort, Better::neither,
               "work that was done when no policy said what an hour costs, and which counts as nothing"}};
constexpr std::array k_retention{
    MeasureRow{"customers", "Customers", Unit::count, Better::neither,
               "customers of the complaints, each once in a group"},
    MeasureRow{"asked", "Asked", Unit::share, Better::more,
               "customers of whom the last follow-up of these complaints says whether they stay / customers"},
    MeasureRow{"retained", "Retained", Unit::share, Better::more,
               "customers who stay / customers of whom that is known"}};
constexpr std::array k_value{
    MeasureRow{"valued", "With a value", Unit::share, Better::more,
               "customers who stay and of whom it is known what they are worth / customers who stay"},
    MeasureRow{"retained_value", "Value of who stays", Unit::money, Better::neither,
               "what these are worth a year, in the organisation's currency"},
    MeasureRow{"lost_value", "Value of who leaves", Unit::money, Better::less,
               "what those are worth a year who do not stay, as far as it is known"}};
constexpr std::array k_return{
    MeasureRow{"net", "Value less cost", Unit::money, Better::neither,
               "retained_value - cost, in the organisation's currency; empty where no value is known"},
    MeasureRow{"return", "Value for each unit of cost", Unit::number, Better::neither,
               "retained_value / cost, in the organisation's currency; empty where no value is known, or "
               "nothing was spent"}};
constexpr std::array k_assumption{MeasureRow{"years", "Years", Unit::count, Better::neither,
                                             "of which the value counts: 1, as the customers are now"},
                                  MeasureRow{"would_have_left", "Would have left", Unit::share,
                                             Better::neither,
                                             "of the customers who stay, those who are taken to have left if "
                                             "nobody had seen to their complaint: all"},
                                  MeasureRow{"foreign_cost", "Left out", Unit::money, Better::neither,
                                             "cost in other currencies, which is not set against the value"}};

constexpr SectionRow k_cost_section{"cost", "What it cost", k_cost};
constexpr SectionRow k_retention_section{"retention", "Who stays", k_retention};
constexpr SectionRow k_value_section{"value", "What they are worth", k_value};
constexpr SectionRow k_return_section{"return", "What comes back", k_return};
constexpr SectionRow k_assumption_section{"assumption", "Assumed", k_assumption};
constexpr std::array k_sections{k_cost_section, k_retention_section, k_value_section, k_return_section,
                                k_assumption_section};

// A customer, by the last follow-up that says whether they stay.
struct Kept {
    std::optional<Retained> retained;
    std::optional<time::Instant> said_at;
    std::optional<std::int64_t> value; // cents a year
};

struct Tally {
    std::int64_t resolved = 0;
    Sums given;
    Totals handling;
    std::int64_t unpriced = 0; // minutes
    std::map<std::int64_t, Kept> customers;

    std::int64_t number_of(Retained retained) const {
        return std::ranges::count(customers, std::optional(retained),
                                  [](const auto& customer) { return customer.second.retained; });
    }
};

// The value of those customers who stay, or who do not, as far as it is known.
struct Worth {
    std::int64_t customers = 0;
    std::int64_t cents = 0;
};

Worth worth_of(const Tally& tally, Retained retained) {
    Worth worth;
    for (const auto& [number, kept] : tally.customers) {
        if (kept.retained != retained || !kept.value) continue;
        ++worth.customers;
        worth.cents += *kept.value;
    }
    return worth;
}

Totals cost_of(const Tally& tally) {
    auto cost = tally.given.totals();
    for (const auto& [currency, cents] : tally.handling)
        cost[currency] += cents;
    return cost;
}

void add_customer(Tally& tally, const store::Handled& handled) {
    if (!handled.customer) return;
    auto& kept = tally.customers[*handled.customer];
    if (!handled.retained) return;
    kept.value = handled.customer_value;
    // Of an imported one nobody knows when.
    const auto said_at = handled.followed_up_at.value_or(handled.resolved_at);
    if (kept.said_at && *kept.said_at > said_at) return;
    kept.retained = handled.retained;
    kept.said_at = said_at;
}

void add_handled(Tally& tally, const store::Handled& handled) {
    ++tally.resolved;
    tally.unpriced += handled.effort.unpriced_minutes;
    for (const auto& [currency, cents] : handled.effort.costs)
        tally.handling[currency] += cents;
    add_customer(tally, handled);
}

using Tallies = std::map<std::string, Tally>;

Tallies gather(store::Database& database, const Question& question) {
    Tallies tallies;
    if (question.by.is_none()) tallies[""];
    const auto& [from, until] = question.period;
    const auto which = question.selection();
    store::read_given(database, from, until, which, [&](const store::Given& given) {
        if (is_given(given.sum))
            tallies[question.group_of(given.group, given.resolved_at)].given.add(given.sum);
    });
    store::read_handled(database, from, until, which, [&](const store::Handled& handled) {
        add_handled(tallies[question.group_of(handled.group, handled.resolved_at)], handled);
    });
    return tallies;
}

std::vector<Figure> cost_figures(const Tally& tally, const std::string&) {
    std::vector<Figure> figures;
    add_totals(figures, k_cost[0], cost_of(tally));
    add_totals(figures, k_cost[1], tally.given.totals());
    add_totals(figures, k_cost[2], tally.handling);
    figures.push_back(share(k_cost[3], tally.given.without_amount(), tally.given.number()));
    figures.push_back(work(k_cost[4], tally.unpriced));
    return figures;
}

std::vector<Figure> retention_figures(const Tally& tally, const std::string&) {
    const auto stay = tally.number_of(Retained::yes);
    const auto known = stay + tally.number_of(Retained::no);
    const auto customers = static_cast<std::int64_t>(tally.customers.size());
    return {count(k_retention[0], customers), share(k_retention[1], known, customers),
            share(k_retention[2], stay, known)};
}

// What nobody knows is nothing, and not 0.
Figure money_or_none(const MeasureRow& row, const std::optional<std::int64_t>& cents,
                     const std::string& currency) {
    Figure figure{&row};
    if (cents) figure.value = render::Amount{*cents};
    figure.currency = currency;
    return figure;
}

std::optional<std::int64_t> known(const Worth& worth) {
    return worth.customers == 0 ? std::nullopt : std::optional(worth.cents);
}

std::vector<Figure> value_figures(const Tally& tally, const std::string& currency) {
    const auto stay = worth_of(tally, Retained::yes);
    return {share(k_value[0], stay.customers, tally.number_of(Retained::yes)),
            money_or_none(k_value[1], known(stay), currency),
            money_or_none(k_value[2], known(worth_of(tally, Retained::no)), currency)};
}

std::vector<Figure> return_figures(const Tally& tally, const std::string& currency) {
    const auto value = known(worth_of(tally, Retained::yes));
    const auto cost = cost_of(tally)[currency];
    Figure ratio{&k_return[1]};
    if (value && cost > 0)
        ratio.value =
            render::Number{fmt::format("{:.2f}", static_cast<double>(*value) / static_cast<double>(cost))};
    return {money_or_none(k_return[0], value ? std::optional(*value - cost) : std::nullopt, currency), ratio};
}

std::vector<Figure> assumption_figures(const Tally& tally, const std::string& currency) {
    const auto stay = tally.number_of(Retained::yes);
    std::vector<Figure> figures{count(k_assumption[0], 1), share(k_assumption[1], stay, stay)};
    auto foreign = cost_of(tally);
    foreign.erase(currency);
    add_totals(figures, k_assumption[2], foreign);
    return figures;
}

// In words, for whoever is to believe the figures.
Section assumptions(const Tallies& tallies, const std::string& currency) {
    std::int64_t without_amount = 0, unpriced = 0;
    std::set<std::string> others;
    for (const auto& [group, tally] : tallies) {
        without_amount += tally.given.without_amount();
        unpriced += tally.unpriced;
        for (const auto& [code, cents] : cost_of(tally))
            if (code != currency) others.insert(code);
    }
    std::vector<std::string> sentences{
        "A customer is worth what one year is worth, as it is known now.",
        "Whoever stays would have left if nobody had seen to the complaint: the return is the most that it "
        "can be.",
        "Customers whom nobody asked, and whose value nobody knows, bring nothing.",
        "Work costs what --took says, at the hour_costs of its time.", "Remedies cost their amounts."};
    if (unpriced > 0)
        sentences.push_back(fmt::format("{} of work have no price, and cost nothing here.",
                                        time::display_effort(std::chrono::minutes{unpriced})));
    if (without_amount > 0)
        sentences.push_back(
            fmt::format("Of remedies, {} without an amount cost nothing here.", without_amount));
    for (const auto& code : others)
        sentences.push_back(
            fmt::format("What was spent in {} is not set against a value in {}.", code, currency));
    return {"What is assumed", {}, fmt::format("{}", fmt::join(sentences, " "))};
}

} // namespace

std::span<const SectionRow> roi_sections() {
    return k_sections;
}

Sheet roi(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    const auto& currency = policy.organisation.currency;
    const auto tallies = gather(database, question);
    Sheet sheet;
    for (const auto& [group, tally] : tallies)
        sheet.counted[group] = tally.resolved;
    const auto add = [&](const SectionRow& section,
                         std::vector<Figure> (*figures)(const Tally&, const std::string&)) {
        for (const auto& [group, tally] : tallies)
            sheet.lines.push_back({&section, group, figures(tally, currency)});
    };
    // Of nothing nothing is assumed.
    const bool is_something = std::ranges::any_of(
        tallies, [](const auto& each) { return each.second.resolved > 0 || each.second.given.number() > 0; });
    add(k_cost_section, cost_figures);
    add(k_retention_section, retention_figures);
    add(k_value_section, value_figures);
    add(k_return_section, return_figures);
    if (!is_something) return sheet;
    add(k_assumption_section, assumption_figures);
    sheet.besides.push_back(assumptions(tallies, currency));
    return sheet;
}

} // namespace reklamaatio::report
