// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {

TEST_CASE("slots that cannot be are named where they stand") {
    const auto slot = [](std::string_view text) {
        return faults_of_part(
            fmt::format("[calendar.office]\nhours.mon = [\"08:00-16:00\"]\nhours.tue = [\"{}\"]\n", text));
    };
    for (const std::string_view good : {"00:00-24:00", "08:00-08:01", "23:59-24:00", " 08:00-16:00 ",
                                        "08:00–16:00", "08:00\u201116:00\u00a0"})
        CHECK(slot(good).empty());
    for (const std::string_view bad :
         {"", "08:00", "8:00-16:00", "08:00-16:0", "08:00 - 16:00", "08.00-16.00", "16:00-08:00",
          "08:00-08:00", "08:00-24:01", "24:00-24:00", "08:60-16:00", "25:00-26:00", "08:00—", "+8:00-16:00",
          "0x:00-16:00", "08:00––16:00"}) {
        CAPTURE(bad);
        CHECK(slot(bad)
              == fmt::format(
                  "p.toml:5:14: '{}' is not a slot; write 08:00-16:00, within one day, 24:00 at the latest",
                  bad));
    }
}

TEST_CASE("slots of one day do not overlap but may touch") {
    check_parts({
        {"[calendar.office]\nhours.mon = [\"08:00-12:00\", \"12:00-16:00\"]\n", ""},
        {"[calendar.office]\nhours.mon = [\"08:00-12:00\", \"11:59-16:00\"]\n",
         "p.toml:4:29: '11:59-16:00' overlaps another slot of that day"},
        {"[calendar.office]\nhours.mon = [\"08:00-16:00\", \"09:00-10:00\", \"07:00-09:30\"]\n",
         "p.toml:4:29: '09:00-10:00' overlaps another slot of that day\n"
         "p.toml:4:44: '07:00-09:30' overlaps another slot of that day"},
        {"[calendar.office]\nhours.mon = [\"08:00-16:00\"]\ndates.\"2026-12-23\" = [\"08:00-12:00\", "
         "\"08:00-12:00\"]\n",
         "p.toml:5:38: '08:00-12:00' overlaps another slot of that day"},
    });
}

TEST_CASE("dates and holiday sets that do not exist are named where they stand") {
    const std::string head = "[calendar.office]\nhours.mon = [\"08:00-16:00\"]\n";
    const auto with = [&](const std::string& line) { return faults_of_part(head + line + "\n"); };
    const std::string how = " is not a date; write 2026-12-24, or 12-24 for every year";
    CHECK(with("holidays = [\"12-06\", \"02-29\", \"2028-02-29\"]").empty());
    CHECK(with("holidays = [\"13-01\"]") == "p.toml:5:13: '13-01'" + how);
    CHECK(with("holidays = [\"02-30\"]") == "p.toml:5:13: '02-30'" + how);
    CHECK(with("holidays = [\"24.12\"]") == "p.toml:5:13: '24.12'" + how);
    CHECK(with("holidays = [\"2026-02-29\"]") == "p.toml:5:13: '2026-02-29' is not a date; write 2026-12-24");
    CHECK(with("holidays = [\"12-24\", \"24.12.2026\", \"\"]")
          == "p.toml:5:22: '24.12.2026' is not a date; write 2026-12-24\n"
             "p.toml:5:36: '' is not a date; write 2026-12-24");
    CHECK(with("dates.\"23.12.2026\" = [\"08:00-12:00\"]")
          == "p.toml:5:22: '23.12.2026' is not a date; write 2026-12-24");
    CHECK(with("holiday_sets = [\"finnland\"]")
          == "p.toml:5:17: 'finnland' is not a holiday set (finland, poland); did you mean 'finland'?");
    CHECK(with("holiday_sets = [\"sweden\"]")
          == "p.toml:5:17: 'sweden' is not a holiday set (finland, poland)");
}

TEST_CASE("a calendar without hours is refused") {
    check_parts({
        {"[calendar.office]\nholidays = [\"12-24\"]\n",
         "p.toml:3:1: [calendar.office] has no hours, so no deadline would ever come"},
        {"[calendar.office]\nhours.mon = []\n",
         "p.toml:3:1: [calendar.office] has no hours, so no deadline would ever come"},
        {"[calendar.office]\ndates.\"2026-12-23\" = [\"08:00-12:00\"]\n", ""},
    });
}

} // namespace reklamaatio::policy::tests
