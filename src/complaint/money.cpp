// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/money.hpp"

#include "complaint/error.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

// "1.234,50" → "1234,50", "€5" → "5 EUR": what was meant, where one mark parts thousands and the other cents,
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
    if (const auto spelling = right_spelling(text); !spelling.empty())
        throw BadValue(fmt::format("'{}' is not a sum of money; write {}", text, spelling));
    throw BadValue(fmt::format("'{}' is not a sum of money; write 49.90 or 49,90 EUR", text));
}

// Takes a currency off either end of the text.
std::string take_currency(std::string_view& text) {
    std::string currency;
    if (text.size() > 3 && is_currency(text.substr(text.size() - 3))) {
        currency = text.substr(text.size() - 3);
        text.remove_suffix(3);
    } else if (text.size() > 3 && is_currency(text.substr(0, 3))) {
        currency = text.substr(0, 3);
        text.remove_prefix(3);
    }
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return currency;
}

// Blanks may part groups of three digits: "1 234 567".
std::optional<std::string> without_groups(std::string_view text) {
    std::string digits;
    bool first = true;
    while (true) {
        const auto blank = text.find(' ');
        const std::string_view group = text.substr(0, blank);
        if (!text::is_number(group) || (!first && group.size() != 3)) return std::nullopt;
        if (blank != std::string_view::npos && group.size() > 3) return std::nullopt;
        digits += group;
        if (blank == std::string_view::npos) return digits;
        text.remove_prefix(blank + 1);
        first = false;
    }
}

} // namespace

bool is_currency(std::string_view text) {
    return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

Money parse_money(std::string_view text, DecimalMark mark) {
    Money money;
    std::string_view number = text;
    money.currency = take_currency(number);
    const auto separator = number.find_first_of(".,");
    const auto whole = without_groups(number.substr(0, separator));
    if (!whole || whole->size() > 15) refuse(text);
    money.cents = std::stoll(*whole) * 100;
    if (separator == std::string_view::npos) return money;

    const std::string_view decimals = number.substr(separator + 1);
    if (mark == DecimalMark::either && decimals.size() == 3 && text::is_number(decimals)) {
        const auto cents = fmt::format("{}.{}", *whole, decimals.substr(0, 2));
        throw BadValue(
            fmt::format("'{}' can be read two ways; write {}", text,
                        *whole == "0" ? cents : fmt::format("{}{}.00 or {}", *whole, decimals, cents)));
    }
    const char other = mark == DecimalMark::point ? ',' : mark == DecimalMark::comma ? '.' : '\0';
    if (number[separator] == other || (decimals.size() == 3 && text::is_number(decimals)))
        throw BadValue(
            fmt::format("'{}' can be read two ways; write it with two decimals and without groups", text));
    if (!text::is_number(decimals) || decimals.size() > 2) refuse(text);
    money.cents += (decimals[0] - '0') * 10 + (decimals.size() == 2 ? decimals[1] - '0' : 0);
    return money;
}

std::string amount_text(std::int64_t cents) {
    return fmt::format("{}.{:02}", cents / 100, cents % 100);
}

} // namespace reklamaatio::complaint
