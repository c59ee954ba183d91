// SPDX-License-Identifier: GPL-3.0-or-later
// Who complained: who did so more than once, and were they right; and what is at stake.
#include "store/customers.hpp"

#include "report/named_rows.hpp"
#include "report/reports.hpp"
#include "store/figures_complained.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <numeric>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using complaint::CustomerId;
using complaint::Outcome;
using store::Complained;

constexpr std::array k_who{
    MeasureRow{"customers", "Customers", Unit::count, Better::neither,
               "customers with a complaint that was received in the period; who was merged into another is "
               "that one"},
    MeasureRow{"repeat_customers", "Complained more than once", Unit::share, Better::less,
               "customers with two or more such complaints / customers"},
    MeasureRow{"repeat_complaints", "Complaints of these", Unit::share, Better::less,
               "complaints of customers with two or more / complaints of customers who are known"},
    MeasureRow{"unknown", "Of nobody known", Unit::count, Better::less, "complaints without a customer"}};

constexpr std::array k_how{
    MeasureRow{"complaints", "Complaints", Unit::count, Better::neither, "complaints of these customers"},
    MeasureRow{"upheld_share", "Upheld or in part", Unit::share, Better::neither,
               "(upheld + partly) / (upheld + partly + rejected), of these complaints as they stand now"}};

constexpr std::array k_worth{
    MeasureRow{"customers", "Customers", Unit::count, Better::neither, "these customers, each once"},
    MeasureRow{"value_known", "Value known", Unit::share, Better::neither,
               "those with a customer value / customers"},
    MeasureRow{"value", "Value", Unit::money, Better::neither,
               "sum of the customer values, each once, in the organisation's currency"}};

constexpr std::array k_seen{
    MeasureRow{"complaints", "Complaints", Unit::count, Better::less, "complaints that were made in public"},
    MeasureRow{"audience", "Audience", Unit::count, Better::neither,
               "sum of how many could see each; who could see two is in it twice"},
    MeasureRow{"largest", "Largest audience", Unit::count, Better::neither, "that of one of them"}};

constexpr std::array k_each{
    MeasureRow{"complaints", "Complaints", Unit::count, Better::neither,
               "complaints of a customer who has two or more; the group is the customer"},
    MeasureRow{"open", "Open", Unit::count, Better::neither, "of these those that are new, open or waiting"},
    MeasureRow{"upheld_share", "Upheld or in part", Unit::share, Better::neither, "as above"}};

static_assert(std::ranges::all_of(k_worth, [](const auto& row) { return row.better == Better::neither; }),
              "what is there now is not judged");

constexpr SectionRow k_customers{"customers", "Who complained", k_who};
constexpr SectionRow k_repeat{"repeat", "More than once", k_how};
constexpr SectionRow k_once{"once", "Once", k_how};
constexpr SectionRow k_open{"open", "With open complaints now", k_worth, true};
constexpr SectionRow k_public{"public", "Who complained in public", k_worth};
constexpr SectionRow k_audience{"audience", "Made in public", k_seen};
constexpr SectionRow k_repeaters{"repeaters", "Customers who complained more than once", k_each};
constexpr std::array k_sections{k_customers, k_repeat, k_once, k_open, k_public, k_audience, k_repeaters};

using Worth = std::optional<std::int64_t>;

struct Customer {
    std::int64_t complaints = 0;
    std::int64_t open = 0;
    Part upheld;

    void add(const Complained& one) {
        ++complaints;
        if (complaint::is_unresolved(one.status)) ++open;
        if (one.outcome && *one.outcome != Outcome::withdrawn) upheld.add(*one.outcome != Outcome::rejected);
    }
    bool repeats() const { return complaints > 1; }
};

using Customers = std::map<CustomerId, Customer>;
using Worths = std::map<CustomerId, Worth>;

struct Tally {
    Customers customers;
    Worths at_stake, in_public;
    std::int64_t complaints = 0;
    std::int64_t unknown = 0;
    Values audiences;

    void add(const Complained& one) {
        ++complaints;
        if (one.customer)
            customers[*one.customer].add(one);
        else
            ++unknown;
        if (one.audience) audiences.push_back(*one.audience);
        if (one.audience && one.customer) in_public[*one.customer] = one.value;
    }
    void add_unresolved(const Complained& one) {
        if (one.customer) at_stake[*one.customer] = one.value;
    }
};

using Tallies = std::map<std::string, Tally>;

Tallies gather(store::Database& database, const Question& question) {
    Tallies tallies;
    if (question.by.is_none()) tallies[""];
    const auto which = question.selection();
    const auto tally_of = [&](const Complained& one) -> Tally& {
        return tallies[question.group_of(one.group, one.received_at)];
    };
    store::read_complained(database, question.period.from, question.period.until, which,
                           [&](const Complained& one) { tally_of(one).add(one); });
    store::read_unresolved(database, question.now, which,
                           [&](const Complained& one) { tally_of(one).add_unresolved(one); });
    return tallies;
}

std::vector<Figure> who_figures(const Tally& tally) {
    Part customers, complaints;
    for (const auto& [id, customer] : tally.customers) {
        customers.add(customer.repeats());
        complaints.whole += customer.complaints;
        if (customer.repeats()) complaints.part += customer.complaints;
    }
    return {count(k_who[0], customers.whole), share(k_who[1], customers), share(k_who[2], complaints),
            count(k_who[3], tally.unknown)};
}

std::vector<Figure> how_figures(const Tally& tally, bool repeats) {
    std::int64_t complaints = 0;
    Part upheld;
    for (const auto& [id, customer] : tally.customers) {
        if (customer.repeats() != repeats) continue;
        complaints += customer.complaints;
        upheld.part += customer.upheld.part;
        upheld.whole += customer.upheld.whole;
    }
    return {count(k_how[0], complaints), share(k_how[1], upheld)};
}

std::vector<Figure> worth_figures(const Worths& worths, const std::string& currency) {
    Part known;
    std::int64_t cents = 0;
    for (const auto& [id, worth] : worths) {
        known.add(worth.has_value());
        cents += worth.value_or(0);
    }
    return {count(k_worth[0], known.whole), share(k_worth[1], known), money(k_worth[2], cents, currency)};
}

std::vector<Figure> seen_figures(const Tally& tally) {
    const auto& seen = tally.audiences;
    const auto most = std::ranges::max_element(seen);
    return {count(k_seen[0], static_cast<std::int64_t>(seen.size())),
            count(k_seen[1], std::accumulate(seen.begin(), seen.end(), std::int64_t{0})),
            {&k_seen[2], most == seen.end() ? render::Value{} : render::Value{*most}}};
}

void add_lines(Sheet& sheet, const Tallies& tallies, const std::string& currency) {
    const auto add = [&](const SectionRow& section, auto figures) {
        for (const auto& [group, tally] : tallies)
            sheet.lines.push_back({&section, group, figures(tally)});
    };
    add(k_customers, who_figures);
    add(k_repeat, [](const Tally& tally) { return how_figures(tally, true); });
    add(k_once, [](const Tally& tally) { return how_figures(tally, false); });
    add(k_open, [&](const Tally& tally) { return worth_figures(tally.at_stake, currency); });
    add(k_public, [&](const Tally& tally) { return worth_figures(tally.in_public, currency); });
    add(k_audience, seen_figures);
}

// Of those, who complained more than once, most often first.
using Repeaters = std::vector<std::pair<CustomerId, Customer>>;
Repeaters repeaters_among(const Customers& all) {
    Repeaters found;
    for (const auto& [id, customer] : all)
        if (customer.repeats()) found.emplace_back(id, customer);
    std::ranges::stable_sort(found, std::ranges::greater{},
                             [](const auto& each) { return each.second.complaints; });
    return found;
}

// Whatever they are grouped by, over all.
Repeaters repeaters(store::Database& database, const Question& question, const Tallies& tallies) {
    if (question.by.is_none()) return repeaters_among(tallies.at("").customers);
    Tally all;
    store::read_complained(database, question.period.from, question.period.until,
                           {store::GroupField::none, question.where},
                           [&](const Complained& one) { all.add(one); });
    return repeaters_among(all.customers);
}

// For people: the first of them, by name.
Section named(store::Database& database, const Repeaters& customers) {
    using render::Align;
    using render::Value;
    Section section;
    section.heading = fmt::format("Complained more than once ({})", customers.size());
    section.table.columns = {
        {"id", "Number", Align::left, 0, 0, true},     {"who", "Customer", Align::left, 0, 8},
        {"complaints", "Complaints", Align::right},    {"open", "Open", Align::right},
        {"upheld", "Upheld or in part", Align::right}, {"value", "Value", Align::right, 1, 6}};
    for (const auto& [id, customer] : customers) {
        if (ends_here(section, customers.size())) break;
        const auto known = store::find_customer(database, id);
        section.table.rows.push_back({Value{to_string(id)}, render::text_or_none(known ? called(*known) : ""),
                                      Value{customer.complaints}, Value{customer.open},
                                      Value{render::Share{customer.upheld.part, customer.upheld.whole}},
                                      render::amount_or_none(known ? known->value : std::nullopt)});
    }
    return section;
}

Line line_of(CustomerId id, const Customer& customer) {
    return {&k_repeaters,
            to_string(id),
            {count(k_each[0], customer.complaints), count(k_each[1], customer.open),
             share(k_each[2], customer.upheld)}};
}

} // namespace

std::span<const SectionRow> customer_sections() {
    return k_sections;
}

Sheet customers(store::Database& database, const rulebook::Policy& policy, const Question& question) {
    const auto tallies = gather(database, question);
    Sheet sheet;
    for (const auto& [group, tally] : tallies)
        sheet.counted[group] = tally.complaints;
    add_lines(sheet, tallies, policy.organisation.currency);
    const auto more_than_once = std::make_shared<const Repeaters>(repeaters(database, question, tallies));
    sheet.named = [more_than_once](const auto& take) {
        for (const auto& [id, customer] : *more_than_once)
            take(line_of(id, customer));
    };
    if (!more_than_once->empty()) sheet.besides.push_back(named(database, *more_than_once));
    return sheet;
}

} // namespace reklamaatio::report
