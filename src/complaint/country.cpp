// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/country.hpp"

#include "complaint/countries.hpp"
#include "text/fold.hpp"
#include "text/names.hpp"
#include "text/nearest.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <limits>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

// What stands in front of the next separator, and is removed with it.
constexpr std::string_view take(std::string_view& rest, char separator) {
    const std::string_view taken = rest.substr(0, rest.find(separator));
    rest.remove_prefix(std::min(rest.size(), taken.size() + 1));
    return taken;
}

constexpr std::string_view k_table = [] {
    std::string_view table = k_countries[0];
    while (table.starts_with('#'))
        take(table, '\n');
    return table;
}();

// Where the rows begin, in the order of the countries' codes. It is found by the compiler, so that neither
// the start of the program nor a number has to read the whole table.
using Row = std::uint16_t;
constexpr auto k_rows = [] {
    std::array<Row, std::ranges::count(k_table, '\n')> rows{};
    std::size_t begin = 0;
    for (Row& row : rows) {
        row = static_cast<Row>(begin);
        begin = k_table.find('\n', begin) + 1;
    }
    return rows;
}();
static_assert(k_table.size() <= std::numeric_limits<Row>::max());

constexpr std::size_t k_code_size = 2;
constexpr std::string_view code_in(Row row) {
    return k_table.substr(row, k_code_size);
}
static_assert(std::ranges::is_sorted(k_rows, {}, code_in));

Country country_in(Row row) {
    std::string_view rest = k_table.substr(row, k_table.find('\n', row) - row);
    Country country;
    country.code = take(rest, '\t');
    country.calling_code = take(rest, '\t');
    country.international_prefixes = take(rest, '\t');
    country.national_prefixes = take(rest, '\t');
    country.area_code = take(rest, '\t');
    country.name = rest;
    return country;
}

// Several may share a calling code (1, 7, 44); all of them have the same national prefixes.
std::optional<Country> country_called(std::string_view digits) {
    const auto row = std::ranges::find_if(k_rows, [&](Row candidate) {
        const std::string_view from_calling_code = k_table.substr(candidate + k_code_size + 1);
        return digits.starts_with(from_calling_code.front())
               && digits.starts_with(from_calling_code.substr(0, from_calling_code.find('\t')));
    });
    return row == k_rows.end() ? std::nullopt : std::optional(country_in(*row));
}

// An entry of a list such as "80:9 8": digits, and how many others they belong to; 0 for any.
struct Entry {
    std::string_view digits;
    std::size_t others = 0;
};

Entry take_entry(std::string_view& list) {
    std::string_view others = take(list, ' ');
    Entry entry{.digits = take(others, ':')};
    std::from_chars(others.data(), others.data() + others.size(), entry.others);
    return entry;
}

// What stands after the first of these prefixes that fits. It never begins with 0: neither a calling code
// does, nor does a number after a prefix, so that a 0 there says that the prefix is none.
std::optional<std::string_view> behind_prefix(std::string_view digits, std::string_view prefixes) {
    while (!prefixes.empty()) {
        const Entry prefix = take_entry(prefixes);
        if (!digits.starts_with(prefix.digits)) continue;
        const std::string_view behind = digits.substr(prefix.digits.size());
        if (behind.empty() || behind.starts_with('0')) continue;
        if (prefix.others == 0 || prefix.others == behind.size()) return behind;
    }
    return std::nullopt;
}

// In Argentina 15 stands after the area code (of two to four digits) of a mobile number, and from abroad 9
// in front of it: 011 15 2345 6789 is +54 9 11 2345 6789. Nothing else has twelve digits.
std::string with_nine_for_fifteen(std::string number) {
    if (number.size() != 12) return number;
    for (const std::size_t area : {2U, 3U, 4U})
        if (number.compare(area, 2, "15") == 0) return "9" + number.erase(area, 2);
    return number;
}

// Left as they are, so that other ways of writing such a number are not recognised: prefixes that choose a
// carrier (but in Bolivia, Brazil and Colombia) or hide the caller, the old +52 1 of Mexican mobile numbers,
// and numbers without the area code where that depends on the caller's town.
std::string national_number(std::string_view digits, const Country& country) {
    std::string number(behind_prefix(digits, country.national_prefixes).value_or(digits));
    return country.code == "AR" ? with_nine_for_fifteen(std::move(number)) : number;
}

} // namespace

std::optional<Country> find_country(std::string_view code) {
    const auto row = std::ranges::lower_bound(k_rows, code, {}, code_in);
    return row != k_rows.end() && code_in(*row) == code ? std::optional(country_in(*row)) : std::nullopt;
}

std::string country_suggestion(std::string_view text) {
    std::vector<Country> countries;
    std::ranges::transform(k_rows, std::back_inserter(countries), country_in);
    auto meant = std::ranges::find_if(countries, [&](const Country& country) {
        // "Britain (UK)".
        return text::lower(country.code) == text::lower(text)
               || country.name.ends_with(fmt::format("({})", text));
    });
    if (meant == countries.end()) {
        const auto names = text::names_of(countries, &Country::name);
        const auto name = text::nearest(text, names);
        if (!name) return "";
        meant = std::ranges::find(countries, *name, &Country::name);
    }
    return fmt::format("; did you mean '{}' ({})?", meant->code, meant->name);
}

std::string dialled_from_abroad(std::string_view digits) {
    const auto country = country_called(digits);
    if (!country) return std::string(digits);
    return fmt::format("{}{}", country->calling_code,
                       national_number(digits.substr(country->calling_code.size()), *country));
}

// The longest prefix wins. Where the digits after 00 choose a carrier (Brazil, Cambodia, Colombia, Hong
// Kong, Singapore), 00 in front of a calling code that begins like a carrier is therefore misread, and the
// number is not recognised.
std::string dialled_at_home(std::string_view digits, const Country& home) {
    if (const auto foreign = behind_prefix(digits, home.international_prefixes))
        return dialled_from_abroad(*foreign);
    const std::string number = national_number(digits, home);
    std::string_view area_code = home.area_code;
    const Entry area = take_entry(area_code);
    const bool is_short = area.others == number.size();
    return fmt::format("{}{}{}", home.calling_code, is_short ? area.digits : "", number);
}

} // namespace reklamaatio::complaint
