// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/contact_keys.hpp"

#include "complaint/error.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

// How numbers are dialled within a country and from abroad (ITU-T E.164, national numbering plans).
struct Dialling {
    std::string_view country;
    std::string_view code;
    std::string_view trunk; // in front of a local number, left out from abroad
};

constexpr std::array k_dialling{
    Dialling{"FI", "358", "0"}, Dialling{"PL", "48", ""},   Dialling{"SE", "46", "0"},
    Dialling{"NO", "47", ""},   Dialling{"DK", "45", ""},   Dialling{"EE", "372", ""},
    Dialling{"LV", "371", ""},  Dialling{"LT", "370", "0"}, Dialling{"DE", "49", "0"},
    Dialling{"GB", "44", "0"},  Dialling{"US", "1", "1"},   Dialling{"CZ", "420", ""},
};

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

// From abroad the trunk prefix is left out, but people write it: "+358 040 ...". No number that is dialled so
// begins with 0.
std::string without_trunk(std::string digits) {
    for (const auto& dialling : k_dialling)
        if (dialling.trunk == "0" && digits.starts_with(dialling.code)
            && digits.find('0', dialling.code.size()) == dialling.code.size())
            digits.erase(dialling.code.size(), 1);
    return digits;
}

std::string number_key(std::string_view phone, std::string_view country) {
    // "+358 (0)40 ...": the trunk prefix in brackets is for those who dial within the country.
    std::string dialled(phone);
    if (const auto trunk = dialled.find("(0)"); trunk != std::string::npos && trunk > 0)
        dialled.erase(trunk, 3);
    std::string digits = text::digits_of(dialled);
    if (digits.size() < k_fewest_digits) return "";
    if (phone.starts_with('+')) return without_trunk(digits);
    if (digits.starts_with("00")) return without_trunk(digits.substr(2));
    const auto dialling = std::ranges::find(k_dialling, country, &Dialling::country);
    if (dialling == k_dialling.end()) return digits;
    if (!dialling->trunk.empty() && digits.starts_with(dialling->trunk))
        digits.erase(0, dialling->trunk.size());
    return std::string(dialling->code) + digits;
}

} // namespace

std::string email_key(std::string_view email) {
    return text::lower(text::trimmed(email));
}

bool is_known_country(std::string_view country) {
    return std::ranges::find(k_dialling, country, &Dialling::country) != k_dialling.end();
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
