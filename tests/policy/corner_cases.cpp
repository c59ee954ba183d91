// SPDX-License-Identifier: GPL-3.0-or-later
// Corners where it once went wrong.
#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {
TEST_CASE("a slot has no negative hours or minutes") {
    for (const std::string slot : {"-8:00-16:00", "08:-5-16:00"}) {
        CAPTURE(slot);
        CHECK(faults_of("[organisation]\n[calendar.office]\nhours.mon = [\"" + slot + "\"]\n")
              == "p.toml:3:14: '" + slot
                     + "' is not a slot; write 08:00-16:00, within one day, 24:00 at the latest");
    }
}

TEST_CASE("a calendar without hours is named beside other faults") {
    CHECK(faults_of("[organisation]\ncurrency = \"euro\"\n[calendar.office]\nholidays = [\"12-24\"]\n")
          == "p.toml:2:12: 'euro' is not a currency; write three capitals, such as EUR\n"
             "p.toml:3:1: [calendar.office] has no hours, so no deadline would ever come");
}

TEST_CASE("a calendar with a fault is there all the same") {
    CHECK(faults_of("[organisation]\n[calendar.night]\nhours.mon = [\"22:00-06:00\"]\n[[sla]]\ncalendar = "
                    "\"night\"\n")
          == "p.toml:3:14: '22:00-06:00' is not a slot; write 08:00-16:00, within one day, 24:00 at the "
             "latest");
}

} // namespace reklamaatio::policy::tests
