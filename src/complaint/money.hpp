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

// 49.90, 49,90, 49, 1 234,50, each with a currency before or behind: "49,90 EUR", "EUR 49.90". Never
// negative. Throws BadValue; also for what can be read two ways, such as 1,234 with DecimalMark::either.
Money parse_money(std::string_view text, DecimalMark mark = DecimalMark::either);

// "49.90"
std::string amount_text(std::int64_t cents);

// Three capital letters.
bool is_currency(std::string_view text);

} // namespace reklamaatio::complaint
