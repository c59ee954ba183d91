// SPDX-License-Identifier: GPL-3.0-or-later
// [recourse] and [safety].
#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {

TEST_CASE("the sentences of a rejection are read by country and language") {
    const auto p = read(R"([organisation]
[recourse]
without = "refuse"
FI.fi = "Lautakunta"
FI.sv = "Nämnden"
[recourse.PL]
pl = "Rzecznik"
)",
                        "p.toml");
    CHECK(p.recourse.without == rulebook::WithoutRecourse::refuse);
    REQUIRE(p.recourse.texts.size() == 3);
    CHECK(p.recourse.texts[1].country == "FI");
    CHECK(p.recourse.texts[1].language == "sv");
    CHECK(p.recourse.texts[2].text == "Rzecznik");
    CHECK(read("[organisation]\n", "p.toml").recourse.texts.empty());
}

TEST_CASE("what a sentence cannot be is a fault in its place") {
    check_parts({
        {"[recourse]\nFI.fi = \"x\"\n", ""},
        {"[recourse]\nwithout = \"stop\"\nFI.fi = \"x\"\n",
         "p.toml:4:11: 'stop' is not what a rejection without it meets (warn, refuse)"},
        {"[recourse]\nFI.fin = \"x\"\n",
         "p.toml:4:10: 'fin' is not a language; write two small letters, such as fi"},
        {"[recourse]\nFI.fi = \" \"\n", "p.toml:4:9: [recourse.FI]: fi is empty"},
        {"[recourse]\nwithout = \"warn\"\n",
         "p.toml:3:1: [recourse] has no sentence; add one, such as FI.fi = \"...\""},
    });
}

TEST_CASE("a danger has its time and its register, of at most five years") {
    const auto p = read(R"([organisation]
[calendar.office]
hours.mon = ["08:00-16:00"]
[retention]
erase_after = "48mo"
[field.batch]
[safety]
authority = "2bd"
keep = "4y"
lot = "batch"
)",
                        "p.toml");
    CHECK(p.safety.authority == time::parse_target("2bd"));
    CHECK(p.safety.keep == rulebook::Age{4, rulebook::AgeUnit::years});
    CHECK(p.safety.lot == "batch");
    const auto plain = read("[organisation]\n", "p.toml");
    CHECK_FALSE(plain.safety.authority);
    CHECK(plain.safety.keep == rulebook::k_longest_register);
    CHECK(plain.safety.lot == "lot");
}

TEST_CASE("what [safety] cannot mean is a fault in its place") {
    check_parts({
        {"[safety]\nauthority = \"2d\"\n", ""},
        {"[retention]\nerase_after = \"5y\"\n[safety]\n", ""},
        {"[retention]\nerase_after = \"60mo\"\n[safety]\n", ""},
        {"[safety]\nkeep = \"61mo\"\n", "p.toml:4:8: '61mo' is too long: Regulation (EU) 2023/988 lets a "
                                        "register of safety keep personal data "
                                        "for 5y at most"},
        {"[safety]\nlot = \"batch\"\n",
         "p.toml:4:7: there is no field 'batch'; declare it with [field.batch]"},
        {"[retention]\nerase_after = \"5y\"\n[safety]\nkeep = \"4y\"\n",
         "p.toml:5:1: [retention] keeps personal data for 5y, and a register of safety may keep them for 4y; "
         "shorten erase_after"},
    });
}

} // namespace reklamaatio::policy::tests
