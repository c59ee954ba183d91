// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/customer_read.hpp"

#include "complaint/contact_read.hpp"
#include "complaint/error.hpp"
#include "complaint/mailbox.hpp"
#include "complaint/phone.hpp"
#include "text/fold.hpp"
#include "text/streams.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

// What is left of "0401234567 (Maija)".
std::string_view without_parentheses(std::string_view name) {
    const bool is_enclosed = name.starts_with('(') && name.find(')') == name.size() - 1;
    return is_enclosed ? name.substr(1, name.size() - 2) : name;
}

Mailbox mailbox_of(std::string_view text) {
    if (text.find_first_of("@<") == std::string_view::npos)
        return {.name = read_name(without_parentheses(text)), .address = ""};
    if (const auto found = address_among_words(text))
        return {.name = read_name(without_parentheses(found->rest)), .address = read_email(found->part)};
    return read_mailbox(text);
}

} // namespace

bool may_be_one(std::string_view name, std::string_view other) {
    if (name == other) return true;
    const auto words = [](std::string_view text) {
        std::set<std::string> found;
        std::string folded = text::folded(text);
        std::ranges::replace(folded, ',', ' '); // "Doe, Jane"
        text::InText in(folded);
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
    const auto found = phone_among_words(text);
    if (found && phone_among_words(found->rest))
        throw BadValue(fmt::format("'{}' has more than one telephone number; write one of them", text));
    if (found || is_phone(text)) customer.phone = read_phone(found ? found->part : text);
    if (!found && !customer.phone.empty()) return customer;
    auto mailbox = mailbox_of(found ? found->rest : text);
    customer.name = std::move(mailbox.name);
    customer.email = std::move(mailbox.address);
    return customer;
}

} // namespace reklamaatio::complaint
