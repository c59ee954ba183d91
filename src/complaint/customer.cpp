// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/customer.hpp"

#include "complaint/mailbox.hpp"
#include "complaint/phone.hpp"
#include "text/fold.hpp"

#include <vector>

#include <fmt/ranges.h>

namespace reklamaatio::complaint {

Customer differing(const Customer& said, const Customer& known) {
    Customer gave;
    if (said.name != known.name) gave.name = said.name;
    if (said.email != known.email) gave.email = said.email;
    if (said.phone != known.phone) gave.phone = said.phone;
    return gave;
}

void set_given(Complaint& complaint, const Customer& gave) {
    complaint.gave_name = gave.name;
    complaint.gave_email = gave.email;
    complaint.gave_phone = gave.phone;
}

Customer given(const Complaint& complaint) {
    Customer gave;
    gave.name = complaint.gave_name;
    gave.email = complaint.gave_email;
    gave.phone = complaint.gave_phone;
    return gave;
}

Customer given_otherwise(const Complaint& complaint, const Customer& known, std::string_view country) {
    Customer gave = differing(given(complaint), known);
    if (text::folded(gave.name) == text::folded(known.name)) gave.name.clear();
    if (email_key(gave.email) == email_key(known.email)) gave.email.clear();
    if (is_one_phone(gave.phone, known.phone, country)) gave.phone.clear();
    return gave;
}

std::string introduced(const Customer& customer) {
    std::vector<std::string_view> facts;
    for (const auto* fact : {&customer.name, &customer.email, &customer.phone})
        if (!fact->empty()) facts.emplace_back(*fact);
    return facts.empty() ? to_string(customer.id)
                         : fmt::format("{} ({})", to_string(customer.id), fmt::join(facts, ", "));
}

bool names_somebody(const Customer& customer) {
    return !customer.name.empty() || !customer.email.empty() || !customer.phone.empty()
           || !customer.ref.empty();
}

} // namespace reklamaatio::complaint
