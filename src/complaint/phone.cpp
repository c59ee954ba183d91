// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/phone.hpp"

#include "complaint/country.hpp"
#include "complaint/error.hpp"
#include "text/ascii.hpp"
#include "text/blank.hpp"
#include "text/fold.hpp"
#include "text/plain.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

constexpr std::size_t k_fewest_digits = 5;
// Of a short number, such as that of an emergency.
constexpr std::size_t k_fewest_figures = 3;
constexpr std::string_view k_figures = "0123456789";

// Of a number with its country, without what is dialled in front (E.164).
constexpr std::size_t k_most_digits = 15;
// Of a number without its country, however long its area code is: fewer may be an area code alone, and as many behind a
// slash are a number of their own.
constexpr std::size_t k_fewest_of_whole = 6;

// What stands in front of a number: the scheme of RFC 3966, and what letterheads have.
constexpr std::array<std::string_view, 12> k_labels{"telephone", "telefon", "tel", "puhelin", "puh", "phone",
                                                    "mobile",    "mob",     "gsm", "kom",     "fon", "p."};

// Words behind a number that begin the number of somebody at the same switchboard.
constexpr std::array<std::string_view, 12> k_extension_words{
    ";ext=",  "extension",  "ext",        "x",    "#",   "alanumero",
    "alanro", "anknytning", "wewnętrzny", "wewn", "wew", "durchwahl"};

// A number and the extension behind it, as digits; the second may be empty.
struct Split {
    std::string written; // both, as they were
    std::string number;
    std::string extension;
};

std::string_view without_label(std::string_view phone) {
    const auto lower = text::lower(phone);
    for (const auto label : k_labels) {
        if (!lower.starts_with(label)) continue;
        const auto rest = phone.substr(label.size());
        if (rest.empty() || text::is_letter(rest.front())) continue;
        const auto number = rest.find_first_not_of(" .:");
        return number == std::string_view::npos ? "" : rest.substr(number);
    }
    return phone;
}

// "(+358) 40" → "+358 40".
std::string without_parentheses(std::string_view phone) {
    const auto close = phone.find(')');
    const bool encloses = phone.starts_with("(+") && close != std::string_view::npos
                          && text::is_number(phone.substr(2, close - 2));
    return encloses ? std::string(phone.substr(1, close - 1)).append(phone.substr(close + 1))
                    : std::string(phone);
}

Split split(std::string_view typed) {
    const auto plain = text::plain(typed);
    Split parts;
    parts.written = parts.number = without_parentheses(without_label(plain));
    const auto last = parts.written.find_last_not_of(k_figures);
    if (last == std::string::npos || last + 1 == parts.written.size()) return parts;
    std::string_view front = std::string_view(parts.written).substr(0, last + 1);
    front.remove_suffix(front.size() - 1 - std::min(front.find_last_not_of(" .:"), front.size() - 1));
    for (const auto word : k_extension_words) {
        if (!text::lower(front).ends_with(word)) continue;
        const auto number = front.substr(0, front.size() - word.size());
        parts.number = number.substr(0, number.find_last_not_of(" ,;") + 1);
        parts.extension = parts.written.substr(last + 1);
        break;
    }
    return parts;
}

// A country that ISO 3166 does not have: what does not name its country is left as it was typed.
constexpr Country k_nowhere{.international_prefixes = "00"};

std::string number_key(std::string_view phone, std::string_view country) {
    const std::string digits = text::digits_of(phone);
    if (digits.size() < k_fewest_digits) return "";
    const bool names_country = phone.find('+') < phone.find(digits.front());
    if (names_country) return dialled_from_abroad(digits);
    return dialled_at_home(digits, find_country(country).value_or(k_nowhere));
}

bool is_number(std::string_view number) {
    const auto digits = text::digits_of(number);
    const auto plus = number.find('+');
    const bool is_abroad = plus != std::string_view::npos;
    if (is_abroad
        && (number.find_first_of(k_figures) < plus || number.find('+', plus + 1) != std::string_view::npos))
        return false;
    return digits.size() >= (is_abroad ? k_fewest_digits : k_fewest_figures)
           && digits.find_first_not_of('0') != std::string::npos
           && number.find_first_not_of("+0123456789 ()-/.") == std::string_view::npos;
}

// Whether a slash parts two numbers, "09 123456 / 09 654321", or a number and the end of the one that follows it,
// "09 1234567/8". Where it may as well part one number into groups, "033701 / 123456", it does not.
bool parts_numbers(std::string_view front, std::string_view back) {
    constexpr std::size_t k_too_many = 14;
    const auto before = text::digits_of(front);
    const auto after = text::digits_of(back);
    const bool names_country = front.starts_with('+') || before.starts_with("00");
    if (after.size() == 1) return before.size() > (names_country ? 9 : k_fewest_of_whole);
    if (before.size() < k_fewest_of_whole || after.size() < k_fewest_of_whole) return false;
    const bool begins_anew = text::trimmed(back).starts_with('0');
    return begins_anew || (!names_country && before.size() + after.size() >= k_too_many);
}

// Without what is dialled from abroad: 00, 011 and 0011, so that the trunk prefix of a number at home goes as well.
std::size_t digits_with_country(const std::string& digits) {
    const auto begin = std::min(digits.find_first_not_of('0'), digits.size());
    const bool has_more = digits.starts_with("011") || digits.starts_with("0011");
    return digits.size() - begin - (has_more ? 2 : 0);
}

bool is_several(std::string_view number) {
    if (digits_with_country(text::digits_of(number)) > k_most_digits) return true;
    for (auto at = number.find('/'); at != std::string_view::npos; at = number.find('/', at + 1))
        if (parts_numbers(number.substr(0, at), number.substr(at + 1))) return true;
    return false;
}

} // namespace

bool is_dialled(std::string_view text) {
    return is_number(split(text).number);
}

bool is_phone(std::string_view text) {
    const auto number = split(text).number;
    return is_number(number) && !number_key(number, "").empty();
}

std::string read_phone(std::string_view text) {
    auto parts = split(text);
    if (!is_number(parts.number))
        throw BadValue(
            fmt::format("'{}' is not a telephone number; write one such as +358 40 1234567", text));
    if (is_several(parts.number))
        throw BadValue(
            fmt::format("'{}' is more than one telephone number; write one of them, and an extension "
                        "as in 09 123456 ext. 8",
                        text));
    return std::move(parts.written);
}

std::string phone_key(std::string_view phone, std::string_view country) {
    return number_key(split(phone).number, country);
}

std::string phone_extension(std::string_view phone) {
    return split(phone).extension;
}

bool is_one_phone(std::string_view phone, std::string_view other, std::string_view country) {
    return may_be_one_phone(phone, other, country) && phone_extension(phone) == phone_extension(other);
}

bool may_be_one_phone(std::string_view phone, std::string_view other, std::string_view country) {
    const auto key = phone_key(phone, country);
    if (key.empty() || key != phone_key(other, country)) return false;
    const auto extension = phone_extension(phone);
    const auto other_extension = phone_extension(other);
    return extension.empty() || other_extension.empty() || extension == other_extension;
}

} // namespace reklamaatio::complaint
