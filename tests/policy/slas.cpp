// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {

TEST_CASE("service levels name calendars and words and targets that exist") {
    const std::string head = "[calendar.office]\nhours.mon = [\"08:00-16:00\"]\n[[sla]]\n";
    const auto with = [&](const std::string& line) { return faults_of_part(head + line + "\n"); };
    CHECK(with("calendar = \"offise\"")
          == "p.toml:6:12: there is no calendar 'offise'; did you mean 'office'?");
    CHECK(with("calendar = \"night\"") == "p.toml:6:12: there is no calendar 'night'");
    CHECK(with("kind = [\"claim\", \"complain\"]")
          == "p.toml:6:18: 'complain' is not a kind (praise, remark, complaint, claim); did you mean "
             "'complaint'?");
    CHECK(with("kind = \"bug\"") == "p.toml:6:8: 'bug' is not a kind (praise, remark, complaint, claim)");
    CHECK(with("priority = [\"higth\"]")
          == "p.toml:6:13: 'higth' is not a priority (low, normal, high, urgent); did you mean 'high'?");
    CHECK(with("harm = [\"Injurie\"]")
          == "p.toml:6:9: 'Injurie' is not a harm (none, safety, injury); did you mean 'injury'?");
    CHECK(with("response = \"4x\"") == "p.toml:6:12: 'x' in '4x' is not a unit; write 4m, 4h, 4bd, 4d or 4w");
    CHECK(with("resolution = \"0d\"") == "p.toml:6:14: '0d' is not a length of time; write at least 1d");
    CHECK(with("resolution = \"\"") == "p.toml:6:14: '' is not a length of time; write 4h, 2bd or 14d");
}

TEST_CASE("a condition of a service level has words") {
    for (const std::string_view key :
         {"kind", "priority", "harm", "category", "product", "channel", "team"}) {
        CAPTURE(key);
        CHECK(faults_of_part(fmt::format("[[sla]]\n{} = []\n", key))
              == fmt::format(
                  "p.toml:4:{}: [[sla]]: {} is empty, so nothing would match; add words, or remove it",
                  key.size() + 4, key));
    }
}

TEST_CASE("a resolution can be extended to something longer than itself") {
    const auto with = [](const std::string& lines) { return faults_of_part("[[sla]]\n" + lines + "\n"); };
    CHECK(with("resolution = \"5d\"\nextend_to = \"6d\"").empty());
    CHECK(with("resolution = \"5d\"\nextend_to = \"1w\"").empty());
    CHECK(with("extend_to = \"6d\"")
          == "p.toml:4:13: there is no resolution that could be extended; give one, or leave extend_to out");
    CHECK(with("resolution = \"5d\"\nextend_to = \"5d\"")
          == "p.toml:5:13: '5d' is no more than the resolution itself, '5d'; write how long it may take in "
             "all");
    CHECK(
        with("resolution = \"5d\"\nextend_to = \"6bd\"")
        == "p.toml:5:13: '6bd' is working time, and the policy has no calendar; add one, or write days (d)");
}

TEST_CASE("the share of warning lies between nothing and all") {
    for (const std::string_view share : {"0", "1", "0.0", "1.0", "-0.5", "80", "nan", "inf"}) {
        CAPTURE(share);
        CHECK(faults_of_part(fmt::format("[[sla]]\nwarn_at = {}\n", share))
              == "p.toml:4:11: [[sla]]: warn_at must be a share between 0 and 1, such as 0.8");
    }
    CHECK(faults_of_part("[[sla]]\nwarn_at = 0.01\n").empty());
    CHECK(faults_of_part("[[sla]]\nwarn_at = 0.99\n").empty());
}

} // namespace reklamaatio::policy::tests
