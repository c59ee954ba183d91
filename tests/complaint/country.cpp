// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/country.hpp"

#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace reklamaatio::complaint::tests {
namespace {

// The codes of ISO 3166, from the file of the tz database that lies beside the time zones.
std::vector<std::string> iso_codes() {
    std::ifstream in("/usr/share/zoneinfo/iso3166.tab");
    std::vector<std::string> codes;
    for (std::string line; std::getline(in, line);)
        if (!line.starts_with('#')) codes.push_back(line.substr(0, 2));
    return codes;
}

} // namespace

TEST_CASE("every country of ISO 3166 is known by its two letters") {
    const auto codes = iso_codes();
    CHECK(codes.size() == 249);
    for (const auto& code : codes) {
        CAPTURE(code);
        CHECK(find_country(code));
    }
    CHECK(find_country("FI")->calling_code == "358");
    CHECK(find_country("FI")->name == "Finland");
    CHECK(find_country("XK")->name == "Kosovo");
    CHECK(find_country("AQ")->calling_code.empty());
    for (const std::string_view code : {"", "fi", "Fi", "XX", "UK", "F", "FIN", "Finland", "FI\t", "#", "# "})
        CHECK_FALSE(find_country(code));
}

// So that a number from abroad, of which only the calling code is known, can be read by any of them.
TEST_CASE("countries that share a calling code share their national prefixes") {
    std::map<std::string_view, std::string_view> national_prefixes;
    for (const auto& code : iso_codes()) {
        CAPTURE(code);
        const auto country = *find_country(code);
        const auto [other, is_first] =
            national_prefixes.emplace(country.calling_code, country.national_prefixes);
        CHECK(other->second == country.national_prefixes);
    }
    CHECK(national_prefixes.size() > 200);
}

TEST_CASE("a country that is written in another way is suggested") {
    CHECK(country_suggestion("fi") == "; did you mean 'FI' (Finland)?");
    CHECK(country_suggestion("Finland") == "; did you mean 'FI' (Finland)?");
    CHECK(country_suggestion("germny") == "; did you mean 'DE' (Germany)?");
    CHECK(country_suggestion("POL") == "; did you mean 'PL' (Poland)?");
    CHECK(country_suggestion("aland islands") == "; did you mean 'AX' (Åland Islands)?");
    CHECK(country_suggestion("UK") == "; did you mean 'GB' (Britain (UK))?");
    CHECK(country_suggestion("Suomi").empty());
    CHECK(country_suggestion("XX").empty());
    CHECK(country_suggestion("").empty());
}

} // namespace reklamaatio::complaint::tests
