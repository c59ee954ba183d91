// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/customer_list.hpp"

#include "store/customer_overviews.hpp"
#include "view/tables/customer_table.hpp"

#include <algorithm>
#include <limits>

namespace reklamaatio::cli {

namespace {

using complaint::Customer;

Customer customer_named_so(const std::string& name) {
    Customer bare;
    bare.name = name;
    return bare;
}

// Also by what was merged into it.
bool is_chosen(const store::CustomerOverview& overview, const CustomerChoice& choice,
               const std::string& country) {
    if (choice.parts.empty() && !choice.name) return true;
    auto names = overview.also_known_as;
    names.push_back(overview.customer);
    const auto is_one = [&](const std::string& part) {
        return std::ranges::any_of(names,
                                   [&](const Customer& c) { return store::is_called(c, part, country); });
    };
    const auto is_name = [&](const Customer& c) {
        return store::is_called(customer_named_so(c.name), *choice.name, country);
    };
    return std::ranges::all_of(choice.parts, is_one) && (!choice.name || std::ranges::any_of(names, is_name));
}

} // namespace

void list_customers(Session& session, CustomerChoice choice) {
    const auto& country = session.desk().policy().organisation.country;
    auto& database = session.desk().database();
    if (choice.text) choice.parts.push_back(*choice.text);
    const bool is_of_all = choice.parts.empty() && !choice.name; // which are counted without reading them
    std::vector<store::CustomerOverview> found;
    std::int64_t all = is_of_all ? store::count_customers(database) : 0;
    const auto most = choice.limit.value_or(std::numeric_limits<std::int64_t>::max());
    store::read_customers(database, [&](const store::CustomerOverview& overview) {
        const bool is_found = is_chosen(overview, choice, country);
        if (is_found && static_cast<std::int64_t>(found.size()) < most) found.push_back(overview);
        if (is_found && !is_of_all) ++all;
        return !is_of_all || static_cast<std::int64_t>(found.size()) < most;
    });
    session.show(view::customer_table(session.desk(), found, session.prints_page()));
    session.tell_left_out(static_cast<std::int64_t>(found.size()), all);
    if (all == 0) session.confirm("no customer matches");
}

} // namespace reklamaatio::cli
