// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {

TEST_CASE("zones and currencies and countries that do not exist are named") {
    CHECK(faults_of("[organisation]\ntimezone = \"Helsinki\"\ncurrency = \"euro\"\ncountry = \"Suomi\"\n")
          == "p.toml:2:12: 'Helsinki' is not a time zone; write one such as Europe/Helsinki\n"
             "p.toml:3:12: 'euro' is not a currency; write three capitals, such as EUR\n"
             "p.toml:4:11: 'Suomi' is not a country; write two capital letters, such as FI or PL");
    check_parts({
        {"country = \"fr\"\n",
         "p.toml:3:11: 'fr' is not a country; write two capital letters, such as FI or PL; "
         "did you mean 'FR' (France)?"},
        {"country = \"UK\"\n",
         "p.toml:3:11: 'UK' is not a country; write two capital letters, such as FI or PL; "
         "did you mean 'GB' (Britain (UK))?"},
        {"country = \"FR\"\n", ""},
        {"reopen = \"restrat\"\n", "p.toml:3:10: 'restrat' is not a way to reopen (continue, restart, "
                                   "exclude); did you mean 'restart'?"},
        {"[calendar.office]\ntimezone = \"Mars/Olympus\"\nhours.mon = [\"08:00-16:00\"]\n",
         "p.toml:4:12: 'Mars/Olympus' is not a time zone; write one such as Europe/Helsinki"},
    });
}

TEST_CASE("an hour of work costs whole cents") {
    const auto cents = [](const char* sum) {
        return read(fmt::format("[organisation]\nhour_costs = {}\n", sum), "p.toml").organisation.hour_costs;
    };
    CHECK(cents("35") == 3'500);
    CHECK(cents("42.5") == 4'250);
    CHECK(cents("0") == 0);
    CHECK(cents("1000000") == 100'000'000);
    CHECK_FALSE(read("[organisation]\n", "p.toml").organisation.hour_costs);
    for (const auto* sum : {"-1", "35.005", "1000000.01", "nan"})
        CHECK(faults_of(fmt::format("[organisation]\nhour_costs = {}\n", sum))
              == "p.toml:2:14: [organisation]: hour_costs must be what an hour of work costs, from 0 to "
                 "1000000, such as "
                 "35 or 42.50");
    CHECK(faults_of("[organisation]\nhour_costs = \"35\"\n")
          == "p.toml:2:14: [organisation]: hour_costs must be a number");
}

TEST_CASE("a policy without an organisation is refused") {
    CHECK(faults_of("") == "p.toml:1:1: the policy needs an [organisation] with its timezone");
    CHECK(faults_of("[[sla]]\nresponse = \"3d\"\n")
          == "p.toml:1:1: the policy needs an [organisation] with its timezone");
}

} // namespace reklamaatio::policy::tests
