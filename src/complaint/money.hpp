// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of money: whole cents and a currency, never a floating-point number.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::complaint {

struct Money {
    std::int64_t cents = 0;
    std::string currency; // ISO 4217, such as "EUR"; empty where the text named none
    friend bool operator==(const Money&, const Money&) = default;
};

// How a number separates its decimals.
enum class DecimalMark { either, point, comma };

// 49.90, 49,90, 49, 1 234,50, each with a currency before or after: "49,90 EUR", "EUR 49.90", "49,90 €",
// "49 zł". Never negative. Throws BadValue; also for what can be read two ways, such as 1,234 with
// DecimalMark::either. Where the mark is known, the other one may part groups: "1.234,50".
Money parse_money(std::string_view text, DecimalMark mark = DecimalMark::either);

// "49.90"
std::string amount_text(std::int64_t cents);

// "49.90 EUR"; "" for no sum.
std::string sum_text(const std::optional<std::int64_t>& cents, std::string_view currency);
// "refund 49.90 EUR"; either may be missing.
std::string remedy_text(std::string_view remedy, const std::optional<std::int64_t>& cents,
                        std::string_view currency);

// Three capital letters.
bool is_currency(std::string_view text);

} // namespace reklamaatio::complaint
