// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/money.hpp"

#include "complaint/error.hpp"
#include "text/append.hpp"
#include "text/ascii.hpp"
#include "text/plain.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

// Fifteen and two decimals fit in 64 bits.
constexpr std::size_t k_most_digits = 15;

// "1.234,50" → "1234,50", "€5" → "5 EUR": what was meant by a plain text, where one mark parts thousands and the other cents,
// or a sign stands for the currency. Empty where it cannot be told.
std::string right_spelling(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> k_signs{
        {{"€", "EUR"}, {"£", "GBP"}, {"$", "USD"}, {"zł", "PLN"}}};
    std::string number(text);
    std::string currency;
    for (const auto& [sign, code] : k_signs)
        if (const auto at = number.find(sign); at != std::string::npos) {
            number.erase(at, sign.size());
            currency = " " + std::string(code);
        }
    while (number.ends_with(' '))
        number.pop_back();
    const auto mark = number.find_last_of(".,");
    std::string whole = number.substr(0, mark);
    const std::string cents = mark == std::string::npos ? "" : number.substr(mark);
    const char other = cents.starts_with('.') ? ',' : '.';
    for (auto at = whole.rfind(other); at != std::string::npos && whole.size() - at >= 4;
         at = whole.rfind(other))
        whole.erase(at, 1);
    const bool is_sum =
        text::is_number(whole) && (cents.empty() || (cents.size() == 3 && text::is_number(cents.substr(1))));
    const std::string spelling = whole + cents + currency;
    return is_sum && spelling != text ? spelling : "";
}

[[noreturn]] void refuse(std::string_view text) {
    if (const auto spelling = right_spelling(text::plain(text)); !spelling.empty())
        throw BadValue(fmt::format("'{}' is not a sum of money; write {}", text, spelling));
    throw BadValue(fmt::format("'{}' is not a sum of money; write 49.90 or 49,90 EUR", text));
}

// Signs that stand for one currency; a dollar is several.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> k_own_signs{
    {{"€", "EUR"}, {"£", "GBP"}, {"zł", "PLN"}}};

// Takes a currency off either end of the text.
std::string take_currency(std::string_view& text) {
    std::string currency;
    for (const auto& [sign, code] : k_own_signs) {
        if (text.ends_with(sign))
            text.remove_suffix(sign.size());
        else if (text.starts_with(sign))
            text.remove_prefix(sign.size());
        else
            continue;
        currency = code;
        break;
    }
    const bool has_sign = !currency.empty();
    if (!has_sign && text.size() > 3 && is_currency(text.substr(text.size() - 3))) {
        currency = text.substr(text.size() - 3);
        text.remove_suffix(3);
    } else if (!has_sign && text.size() > 3 && is_currency(text.substr(0, 3))) {
        currency = text.substr(0, 3);
        text.remove_prefix(3);
    }
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return currency;
}

// Blanks may part groups of three digits: "1 234 567"; and so may the mark that parts no decimals, where that
// is known.
std::optional<std::string> without_groups(std::string_view text, char group_mark) {
    const std::string_view marks = group_mark == ',' ? " ," : group_mark == '.' ? " ." : " ";
    std::string digits;
    bool first = true;
    while (true) {
        const auto blank = text.find_first_of(marks);
        const std::string_view group = text.substr(0, blank);
        if (!text::is_number(group) || (!first && group.size() != 3)) return std::nullopt;
        if (blank != std::string_view::npos && group.size() > 3) return std::nullopt;
        digits += group;
        if (blank == std::string_view::npos) return digits;
        text.remove_prefix(blank + 1);
        first = false;
    }
}

std::int64_t cents_of(const std::string& whole, std::string_view decimals) {
    if (whole.size() > k_most_digits)
        throw BadValue(fmt::format("'{}' is too large for a sum of money, which has {} digits at most", whole,
                                   k_most_digits));
    const std::int64_t tens = decimals.empty() ? 0 : decimals[0] - '0';
    const std::int64_t ones = decimals.size() < 2 ? 0 : decimals[1] - '0';
    return std::stoll(whole) * 100 + tens * 10 + ones;
}

// Where it is known which mark parts the decimals, the other one can but part groups.
std::optional<std::int64_t> cents_by_mark(std::string_view number, char mark) {
    const auto at = number.find(mark);
    const auto whole = without_groups(number.substr(0, at), mark == ',' ? '.' : ',');
    const auto decimals = at == std::string_view::npos ? "" : number.substr(at + 1);
    const bool has_cents =
        at == std::string_view::npos || (text::is_number(decimals) && decimals.size() <= 2);
    if (!whole || !has_cents) return std::nullopt;
    return cents_of(*whole, decimals);
}

// "-5", "- 5": a minus in front of figures.
bool is_negative(std::string_view number) {
    if (!number.starts_with('-')) return false;
    const auto figure = number.find_first_not_of(' ', 1);
    return figure != std::string_view::npos && text::is_digit(number[figure]);
}

std::int64_t cents_by_either(std::string_view text, std::string_view number) {
    const auto separator = number.find_first_of(".,");
    const auto whole = without_groups(number.substr(0, separator), '\0');
    if (!whole) refuse(text);
    if (separator == std::string_view::npos) return cents_of(*whole, "");
    const std::string_view decimals = number.substr(separator + 1);
    if (decimals.size() == 3 && text::is_number(decimals)) {
        const auto cents = fmt::format("{}.{}", *whole, decimals.substr(0, 2));
        throw BadValue(
            fmt::format("'{}' can be read two ways; write {}", text,
                        *whole == "0" ? cents : fmt::format("{}{}.00 or {}", *whole, decimals, cents)));
    }
    if (!text::is_number(decimals) || decimals.size() > 2) refuse(text);
    return cents_of(*whole, decimals);
}

} // namespace

bool is_currency(std::string_view text) {
    return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

Money parse_money(std::string_view text, DecimalMark mark) {
    Money money;
    const std::string plain = text::plain(text);
    std::string_view number = plain;
    money.currency = take_currency(number);
    if (is_negative(number))
        throw BadValue(fmt::format(
            "'{}' is below zero, which no sum here is; write it without the minus, or leave it out", text));
    if (mark == DecimalMark::either) {
        money.cents = cents_by_either(text, number);
        return money;
    }
    const bool is_comma = mark == DecimalMark::comma;
    const auto cents = cents_by_mark(number, is_comma ? ',' : '.');
    if (!cents)
        throw BadValue(fmt::format("'{}' is not a sum of money in which a {} parts the cents; write {}", text,
                                   is_comma ? "comma" : "point", is_comma ? "1234,50" : "1234.50"));
    money.cents = *cents;
    return money;
}

std::string amount_text(std::int64_t cents) {
    return fmt::format("{}.{:02}", cents / 100, cents % 100);
}

std::string sum_text(const std::optional<std::int64_t>& cents, std::string_view currency) {
    if (!cents) return "";
    std::string text = amount_text(*cents);
    text::append(text, currency, " ");
    return text;
}

std::string remedy_text(std::string_view remedy, const std::optional<std::int64_t>& cents,
                        std::string_view currency) {
    std::string text(remedy);
    text::append(text, sum_text(cents, currency), " ");
    return text;
}

} // namespace reklamaatio::complaint
