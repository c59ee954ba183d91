// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ask_caller.hpp"

#include "cli/asking.hpp"
#include "cli/session.hpp"
#include "text/visible.hpp"
#include "view/words/caller_text.hpp"

#include <charconv>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using Customers = std::vector<complaint::CustomerId>;

constexpr int k_most_tries = 3;

Customers customers_of(const complaint::Refusal& refusal) {
    Customers customers;
    for (const auto& number : refusal.fact("numbers").texts)
        customers.push_back(complaint::parse_customer_id(number));
    return customers;
}

// A list is read while nobody is kept from writing.
void list(const complaint::Refusal& refusal, const Customers& customers, const host::Environment& environment,
          const Settings& settings) {
    auto store = store::Store::open_for_reading(settings.db);
    auto desk = desk_at(store, environment, settings, "");
    tell_person(fmt::format("{} is the number of {} customers; who is it?",
                            refusal.fact("phone").texts.front(), customers.size()),
                environment);
    for (std::size_t i = 0; i < customers.size(); ++i)
        tell_person(fmt::format("{}  {}", i + 1, text::visible_line(view::caller_text(desk, customers[i]))),
                    environment);
    tell_person("0  somebody new", environment);
}

// The number in front of one, or the customer's own.
std::optional<casework::Caller> chosen(std::string answer, const Customers& customers) {
    if (answer.starts_with('c')) answer.front() = 'C';
    for (const auto customer : customers)
        if (answer == to_string(customer)) return casework::Caller{customer};
    std::size_t number = 0;
    const char* const end = answer.data() + answer.size();
    const auto [last, error] = std::from_chars(answer.data(), end, number);
    if (error != std::errc{} || last != end || number > customers.size()) return std::nullopt;
    if (number == 0) return casework::Caller{};
    return casework::Caller{customers[number - 1]};
}

} // namespace

std::optional<casework::Caller> ask_caller(const complaint::Refusal& refusal,
                                           const host::Environment& environment, const Settings& settings) {
    if (refusal.reason() != complaint::Reason::number_of_several) return std::nullopt;
    if (!environment.in_is_terminal || !environment.err_is_terminal) return std::nullopt;
    const auto customers = customers_of(refusal);
    list(refusal, customers, environment, settings);
    for (int tries = 0; tries < k_most_tries; ++tries) {
        environment.err << fmt::format("Number, 0 to {}: ", customers.size()) << std::flush;
        if (const auto caller = chosen(read_line(environment), customers)) return caller;
    }
    return std::nullopt;
}

} // namespace reklamaatio::cli
