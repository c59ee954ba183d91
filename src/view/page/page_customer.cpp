// SPDX-License-Identifier: GPL-3.0-or-later
// Who complains, how to reach them, and whether they had to before.
#include "complaint/customer.hpp"
#include "complaint/money.hpp"
#include "text/visible.hpp"
#include "view/page/page_view.hpp"
#include "view/words/in_words.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using store::Neighbour;

std::string ordinal(std::size_t number) {
    constexpr std::array<std::string_view, 10> k_words{"",      "first", "second",  "third",  "fourth",
                                                       "fifth", "sixth", "seventh", "eighth", "ninth"};
    if (number < k_words.size()) return std::string(k_words[number]);
    const auto ten = number % 100 / 10;
    const auto one = number % 10;
    const std::string_view ending = ten == 1   ? "th"
                                    : one == 1 ? "st"
                                    : one == 2 ? "nd"
                                    : one == 3 ? "rd"
                                               : "th";
    return fmt::format("{}{}", number, ending);
}

std::string count(std::size_t number) {
    constexpr std::array<std::string_view, 10> k_words{"none", "one", "two",   "three", "four",
                                                       "five", "six", "seven", "eight", "nine"};
    return number < k_words.size() ? std::string(k_words[number]) : std::to_string(number);
}

std::string ids_of(const std::vector<Neighbour>& neighbours) {
    constexpr std::size_t k_most = 5;
    std::string list;
    const std::size_t left_out = neighbours.size() > k_most ? neighbours.size() - k_most : 0;
    for (std::size_t i = left_out; i < neighbours.size(); ++i)
        join(list, to_string(neighbours[i].id));
    return left_out > 0 ? fmt::format("last {}", list) : list;
}

// Part-upheld counts as upheld.
bool is_upheld(const Neighbour& neighbour) {
    return neighbour.outcome == complaint::Outcome::upheld || neighbour.outcome == complaint::Outcome::partly;
}

// "third complaint in 12 months, two upheld; one more since then (R-40)"
std::string record(const PageView& view) {
    const auto& before = view.dossier.before;
    const auto& since = view.dossier.since;
    std::string line;
    if (!before.empty()) {
        line = has_outcome(view.complaint().kind)
                   ? fmt::format("{} complaint in 12 months", ordinal(before.size() + 1))
                   : fmt::format("complaints in the 12 months before: {}", count(before.size()));
        line += fmt::format(" ({})", ids_of(before));
        const auto decided =
            std::ranges::count_if(before, [](const auto& b) { return b.outcome.has_value(); });
        const auto upheld = static_cast<std::size_t>(std::ranges::count_if(before, is_upheld));
        if (decided > 0) join(line, fmt::format("{} upheld", count(upheld)));
    }
    if (since.empty()) return line;
    const auto number = count(since.size());
    const auto ids = ids_of(since);
    return line.empty() ? fmt::format("complaints since then: {} ({})", number, ids)
                        : fmt::format("{}; {} more since then ({})", line, number, ids);
    return line;
}

std::string contacts(const complaint::Customer& customer) {
    std::string line;
    join(line, customer.phone);
    join(line, customer.email);
    if (customer.type) join(line, in_words(*customer.type));
    if (!customer.prefers.empty()) join(line, fmt::format("(prefers {})", customer.prefers), " ");
    return line;
}

// "gave the name Bob Jones, 040 123 4567": what the customer is known by otherwise.
std::string given_otherwise(const PageView& view) {
    const auto gave = complaint::given_otherwise(view.complaint(), view.dossier.overview.customer,
                                                 view.policy.organisation.country);
    std::string line;
    if (!gave.name.empty()) join(line, "the name " + gave.name);
    join(line, gave.phone);
    join(line, gave.email);
    return line.empty() ? "" : "gave " + line;
}

// "Maija Meikäläinen  C-31   040 123 4567, maija@example.fi"
std::string whole(const complaint::Customer& customer) {
    std::string line;
    join(line, complaint::or_erased(customer.name, customer.erased_at));
    join(line, to_string(customer.id), "  ");
    join(line, contacts(customer), "   ");
    return line;
}

void show_others(const PageView& view, render::Page& page) {
    for (const auto& other : view.dossier.others)
        page.labelled("As well",
                      fmt::format("{}   of {}", whole(other.customer), to_string(other.complaint)));
}

void show_own(const PageView& view, render::Page& page) {
    const auto& customer = view.dossier.overview.customer;
    page.labelled("Customer", whole(customer));
    if (const auto gave = given_otherwise(view); !gave.empty()) page.labelled("", gave);
    std::string more = record(view);
    if (customer.value)
        join(more,
             fmt::format("worth {} a year",
                         complaint::sum_text(customer.value, view.policy.organisation.currency)),
             "; ");
    if (!more.empty()) page.labelled("", more);
    if (customer.merged_into)
        page.labelled("", fmt::format("the same customer as {}", to_string(*customer.merged_into)));
}

} // namespace

void show_customer(const PageView& view, render::Page& page) {
    if (view.complaint().customer)
        show_own(view, page);
    else
        page.labelled("Customer", "not known");
    show_others(view, page);
}

} // namespace reklamaatio::view
