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

TEST_CASE("a policy without an organisation is refused") {
    CHECK(faults_of("") == "p.toml:1:1: the policy needs an [organisation] with its timezone");
    CHECK(faults_of("[[sla]]\nresponse = \"3d\"\n")
          == "p.toml:1:1: the policy needs an [organisation] with its timezone");
}

} // namespace reklamaatio::policy::tests
