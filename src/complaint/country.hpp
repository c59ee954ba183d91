// SPDX-License-Identifier: GPL-3.0-or-later
// The countries of ISO 3166, and how telephone numbers are dialled there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::complaint {

// A row of countries.tsv, which tells the form of its columns.
struct Country {
    std::string_view code{};
    std::string_view calling_code{};
    std::string_view international_prefixes{};
    std::string_view national_prefixes{};
    std::string_view area_code{};
    std::string_view name{};
};

// By its two letters; nothing for small ones, or for what ISO 3166 does not have (but XK is Kosovo).
std::optional<Country> find_country(std::string_view code);

// "; did you mean 'FI' (Finland)?" for "fi" or "Finnland", else "".
std::string country_suggestion(std::string_view text);

// Digits as the whole world dials them (ITU-T E.164), the calling code first, from those that stand after a
// plus. A prefix that is left out from abroad is removed: 358 040 1234567 becomes 358 40 1234567.
std::string dialled_from_abroad(std::string_view digits);

// Likewise, from digits as they are dialled at home: after an international prefix, or within the country.
std::string dialled_at_home(std::string_view digits, const Country& home);

} // namespace reklamaatio::complaint
