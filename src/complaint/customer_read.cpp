// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/customer_read.hpp"

#include "complaint/mailbox.hpp"
#include "complaint/phone.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <set>
#include <sstream>

namespace reklamaatio::complaint {

bool may_be_one(std::string_view name, std::string_view other) {
    const auto words = [](std::string_view text) {
        std::set<std::string> found;
        std::string folded = text::folded(text);
        std::ranges::replace(folded, ',', ' '); // "Doe, Jane"
        std::istringstream in(folded);
        for (std::string word; in >> word;)
            found.insert(word);
        return found;
    };
    const auto ours = words(name);
    const auto theirs = words(other);
    return std::includes(ours.begin(), ours.end(), theirs.begin(), theirs.end())
           || std::includes(theirs.begin(), theirs.end(), ours.begin(), ours.end());
}

Customer parse_customer(std::string_view text) {
    Customer customer;
    if (text.find_first_of("@<") != std::string_view::npos) {
        auto mailbox = read_mailbox(text);
        customer.name = std::move(mailbox.name);
        customer.email = std::move(mailbox.address);
    } else if (is_phone(text)) {
        customer.phone = read_phone(text);
    } else {
        customer.name = read_name(text);
    }
    return customer;
}

} // namespace reklamaatio::complaint
