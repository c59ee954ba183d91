// SPDX-License-Identifier: GPL-3.0-or-later
// Customers with what stands around them, and finding them by how people call them.
#pragma once

#include "complaint/complaint.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::store {

// Void complaints are not counted.
struct CustomerOverview {
    complaint::Customer customer;
    std::int64_t complaints = 0;
    std::int64_t open = 0;                            // unresolved ones
    std::optional<time::Instant> last;                // when the latest was received
    std::vector<complaint::Customer> also_known_as{}; // who was merged into it, as also_known_as() has them
};

// Every customer who was not merged into another, in order of number, until one is not taken.
void read_customers(Database& database, const std::function<bool(const CustomerOverview&)>& take);

// How many they are.
std::int64_t count_customers(Database& database);

std::optional<CustomerOverview> find_customer_overview(Database& database, complaint::CustomerId id);

// Whether the text is part of the name (case and accents make no difference), of the e-mail address or of the
// telephone number. `country` says how local numbers are read.
bool is_called(const complaint::Customer& customer, const std::string& text, const std::string& country);

// Whom the text names: by e-mail address, telephone number or the whole name, and by a part of the name.
// Whoever was merged into another names the one who stays.
struct Called {
    std::vector<complaint::Customer> whole;
    std::vector<complaint::Customer> part;
};
Called customers_called(Database& database, const std::string& text, const std::string& country);

} // namespace reklamaatio::store
