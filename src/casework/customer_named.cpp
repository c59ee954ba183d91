// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/customer_named.hpp"

#include "complaint/customer.hpp"
#include "complaint/customer_read.hpp"
#include "complaint/error.hpp"
#include "complaint/merge.hpp"
#include "complaint/refusal.hpp"
#include "store/customer_overviews.hpp"
#include "store/customers.hpp"
#include "text/ascii.hpp"
#include "text/blank.hpp"
#include "text/plain.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::casework {

namespace {

using complaint::Customer;
using complaint::Reason;
using complaint::refuse;

// A bare number so long may be a telephone number.
constexpr std::size_t k_longest_number = 4;

// The number in C-7, C7 or 7, but not "C-Lines Oy", and not 0401234567. Empty where there is none.
std::string_view number_in(std::string_view text) {
    const auto begin = text.find_first_of("0123456789");
    if (begin == std::string_view::npos) return "";
    const auto mark = text.substr(0, begin), number = text.substr(begin);
    const bool is_marked = mark == "C-" || mark == "c-" || mark == "C" || mark == "c";
    const bool is_bare = mark.empty() && number.size() <= k_longest_number;
    return text::is_number(number) && (is_marked || is_bare) ? number : "";
}

// The only one of those who were found.
Customer one_of(const std::vector<Customer>& found, const std::string& text) {
    if (found.size() == 1) return found.front();
    std::vector<std::string> each;
    for (const auto& customer : found)
        each.push_back(introduced(customer));
    refuse<Reason::several_called_so>(text, found.size(), each);
}

store::Called called_so(Desk& desk, const TypedCustomer& typed) {
    return store::customers_called(desk.database(), typed.name.empty() ? typed.other : typed.name,
                                   desk.policy().organisation.country);
}

} // namespace

TypedCustomer read_customer(const std::string& text) {
    constexpr std::string_view k_name = "name:";
    if (text.starts_with(k_name)) {
        const auto name = text::trimmed(std::string_view(text).substr(k_name.size()));
        if (name.empty()) throw complaint::BadValue(fmt::format("'{}' has no name after name:", text));
        return {.name = std::string(name)};
    }
    const auto plain = text::plain(text);
    if (const auto number = number_in(plain); !number.empty())
        return {.number = complaint::parse_customer_id(fmt::format("C-{}", number))};
    if (plain == "C-" || plain == "c-")
        throw complaint::BadValue(fmt::format("'{}' is not a customer's number; write C-7", text));
    return {.other = text};
}

Customer customer_numbered(Desk& desk, complaint::CustomerId id) {
    if (auto found = store::find_customer(desk.database(), id)) return *found;
    refuse<Reason::no_such_customer>(id);
}

CustomerMeant customer_meant(Desk& desk, const std::string& text) {
    const auto typed = read_customer(text);
    CustomerMeant meant;
    if (typed.number) {
        meant.known = customer_numbered(desk, *typed.number);
        complaint::check_is_in_use(*meant.known);
    } else if (!typed.name.empty()) {
        meant.facts.name = typed.name;
    } else {
        meant.facts = complaint::parse_customer(typed.other);
    }
    return meant;
}

Customer customer_named(Desk& desk, const std::string& text) {
    const auto typed = read_customer(text);
    if (typed.number) return customer_numbered(desk, *typed.number);
    const auto called = called_so(desk, typed);
    const auto& found = called.whole.empty() ? called.part : called.whole;
    if (found.empty()) refuse<Reason::nobody_called_so>(text);
    return one_of(found, text);
}

Customer customer_named_in_full(Desk& desk, const std::string& text) {
    const auto typed = read_customer(text);
    if (typed.number) return customer_numbered(desk, *typed.number);
    const auto called = called_so(desk, typed);
    if (!called.whole.empty()) return one_of(called.whole, text);
    if (called.part.empty()) refuse<Reason::nobody_called_so>(text);
    refuse<Reason::part_of_a_name>(text, introduced(called.part.front()));
}

} // namespace reklamaatio::casework
