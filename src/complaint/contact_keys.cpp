// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/contact_keys.hpp"

#include "complaint/country.hpp"
#include "complaint/error.hpp"
#include "text/ascii.hpp"
#include "text/blank.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

constexpr std::size_t k_fewest_digits = 5;

// Words behind a number that begin the number of somebody at the same switchboard.
constexpr std::array<std::string_view, 7> k_extension_words{";ext=",     "ext",  "x",  "#",
                                                            "alanumero", "wewn", "wew"};

// A number and the extension behind it, as digits; the second may be empty.
struct Split {
    std::string_view number;
    std::string_view extension;
};

Split split(std::string_view phone) {
    phone = text::trimmed(phone);
    const auto last = phone.find_last_not_of("0123456789");
    if (last == std::string_view::npos || last + 1 == phone.size()) return {phone, ""};
    std::string_view front = phone.substr(0, last + 1);
    while (!front.empty() && (front.back() == ' ' || front.back() == '.' || front.back() == ':'))
        front.remove_suffix(1);
    for (const auto word : k_extension_words)
        if (text::lower(front).ends_with(word))
            return {text::trimmed(front.substr(0, front.size() - word.size())), phone.substr(last + 1)};
    return {phone, ""};
}

// RFC 3966.
std::string_view without_scheme(std::string_view phone) {
    constexpr std::string_view k_scheme = "tel:";
    phone = text::trimmed(phone);
    if (text::lower(phone.substr(0, k_scheme.size())) == k_scheme) phone.remove_prefix(k_scheme.size());
    return phone;
}

// A country that ISO 3166 does not have: what does not name its country is left as it was typed.
constexpr Country k_nowhere{.international_prefixes = "00"};

std::string number_key(std::string_view phone, std::string_view country) {
    const std::string digits = text::digits_of(phone);
    if (digits.size() < k_fewest_digits) return "";
    // "(+358) 40 ..." has a plus in front as well.
    const bool names_country = phone.find('+') < phone.find(digits.front());
    if (names_country) return dialled_from_abroad(digits);
    return dialled_at_home(digits, find_country(country).value_or(k_nowhere));
}

} // namespace

std::string email_key(std::string_view email) {
    return text::lower(text::trimmed(email));
}

std::string phone_key(std::string_view phone, std::string_view country) {
    const auto [number, extension] = split(without_scheme(phone));
    const auto key = number_key(number, country);
    return key.empty() || extension.empty() ? key : fmt::format("{}x{}", key, extension);
}

bool is_dialled(std::string_view text) {
    const auto number = split(without_scheme(text)).number;
    return number.find_first_of("0123456789") != std::string_view::npos
           && number.find_first_not_of("+0123456789 ()-/.") == std::string_view::npos;
}

void check_phone(std::string_view phone) {
    if (!is_dialled(phone))
        throw BadValue(
            fmt::format("'{}' is not a telephone number; write one such as +358 40 1234567", phone));
}

bool is_phone(std::string_view text) {
    return is_dialled(text) && !phone_key(text, "").empty();
}

bool may_be_one(std::string_view name, std::string_view other) {
    const auto words = [](std::string_view text) {
        std::set<std::string> found;
        std::istringstream in(text::folded(text));
        for (std::string word; in >> word;)
            found.insert(word);
        return found;
    };
    const auto ours = words(name);
    const auto theirs = words(other);
    return std::includes(ours.begin(), ours.end(), theirs.begin(), theirs.end())
           || std::includes(theirs.begin(), theirs.end(), ours.begin(), ours.end());
}

void check_email(std::string_view email) {
    const auto at = email.find('@');
    const bool fits = at != std::string_view::npos && at > 0 && at + 1 < email.size()
                      && email.find('@', at + 1) == std::string_view::npos
                      && std::ranges::none_of(email, [](unsigned char c) {
                             return c <= ' ' || c == 0x7f || c == '<' || c == '>';
                         });
    if (!fits) throw BadValue(fmt::format("'{}' is not an e-mail address; write name@example.com", email));
}

Customer parse_customer(std::string_view text) {
    Customer customer;
    const auto bracket = text.find('<');
    if (bracket == std::string_view::npos) {
        const std::string_view whole = text::trimmed(text);
        if (whole.find('@') == std::string_view::npos) {
            (is_phone(whole) ? customer.phone : customer.name) = whole;
            return customer;
        }
        customer.email = whole;
    } else {
        if (!text::trimmed(text).ends_with('>'))
            throw BadValue(fmt::format("'{}' is not a customer; write \"Name <mail>\"", text));
        customer.name = text::trimmed(text.substr(0, bracket));
        const auto end = text.rfind('>');
        customer.email = text::trimmed(text.substr(bracket + 1, end - bracket - 1));
    }
    check_email(customer.email);
    return customer;
}

} // namespace reklamaatio::complaint
