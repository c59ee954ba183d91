// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/faults.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace reklamaatio::policy::tests {
namespace {

using Words = std::vector<std::string>;

using complaint::Clock;
using rulebook::Policy;
using time::Target;
using time::Unit;

std::string contents_of(const std::filesystem::path& path) {
    std::ifstream in(path);
    REQUIRE(in);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("the default policy reads clean and means what it says") {
    const Policy p = read(default_toml(), "default.toml");
    CHECK(p.organisation.zone.name() == "Europe/Helsinki");
    CHECK(p.organisation.currency == "EUR");
    CHECK(p.organisation.country == "FI");
    CHECK(p.organisation.reopen == rulebook::Reopen::continue_);
    REQUIRE(p.calendars.size() == 1);
    CHECK(p.default_calendar().name() == "office");
    REQUIRE(p.slas.size() == 5);
    CHECK(p.slas[2].name == "claim");
    CHECK(p.slas[2].when.asked_of("kind") == Words{"claim"});
    CHECK(p.slas[2].target(Clock::response) == Target{4, Unit::hours});
    CHECK(p.slas[2].target(Clock::resolution) == Target{5, Unit::working_days});
    CHECK(p.slas[0].when.asked_of("harm") == Words{"safety", "injury"});
    CHECK_FALSE(p.slas[4].target(Clock::resolution));
    CHECK(p.slas[4].warn_at == doctest::Approx(0.8));
}

TEST_CASE("every part of a file is read into its place") {
    const Policy p = read(R"([organisation]
name = "Esimerkki Oy"
timezone = "Europe/Warsaw"
currency = "PLN"
owner = "liisa"
reopen = "exclude"
country = "PL"
[calendar.shop]
hours.mon = ["13:00-16:00", "08:00-12:00"]
hours.sun = ["00:00-24:00"]
holidays = ["2026-08-14", "12-24", "02-29"]
holiday_sets = ["poland", "finland"]
dates."2026-12-23" = ["08:00-12:00"]
dates."2026-12-27" = []
[calendar.abroad]
timezone = "America/New_York"
hours.tue = "09:00-17:00"
[[sla]]
name = "all of it"
kind = ["claim", "complaint"]
priority = ["high", "urgent"]
harm = ["none"]
category = ["damage"]
product = "stove"
channel = ["email", "phone"]
team = ["returns"]
calendar = "abroad"
response = "90m"
resolution = "2w"
warn_at = 0.5
[[sla]]
response = "3d"
)",
                          "p.toml");
    CHECK(p.organisation.name == "Esimerkki Oy");
    CHECK(p.organisation.zone.name() == "Europe/Warsaw");
    CHECK(p.organisation.currency == "PLN");
    CHECK(p.organisation.owner == "liisa");
    CHECK(p.organisation.reopen == rulebook::Reopen::exclude);
    CHECK(p.organisation.country == "PL");

    REQUIRE(p.calendars.size() == 2);
    const auto& shop = p.calendars[0].rules();
    CHECK(shop.name == "shop"); // file order: the first is the default one, whatever its name
    CHECK(shop.zone.name() == "Europe/Warsaw");
    using std::chrono::hours;
    CHECK(shop.hours[0] == time::Slots{{hours{8}, hours{12}}, {hours{13}, hours{16}}});
    CHECK(shop.hours[6] == time::Slots{{hours{0}, hours{24}}});
    CHECK(shop.hours[1].empty());
    CHECK(shop.holidays.size() == 1);
    CHECK(shop.yearly_holidays.size() == 2);
    CHECK(shop.holiday_sets == std::vector{time::HolidaySet::poland, time::HolidaySet::finland});
    CHECK(shop.dates.at(*time::date_from_iso("2026-12-23")) == time::Slots{{hours{8}, hours{12}}});
    CHECK(shop.dates.at(*time::date_from_iso("2026-12-27")).empty());
    CHECK(p.calendars[1].zone().name() == "America/New_York");
    CHECK(p.calendars[1].rules().hours[1] == time::Slots{{hours{9}, hours{17}}});

    REQUIRE(p.slas.size() == 2);
    const auto& sla = p.slas[0];
    CHECK(sla.name == "all of it");
    CHECK(sla.when.asked_of("kind") == Words{"claim", "complaint"});
    CHECK(sla.when.asked_of("priority") == Words{"high", "urgent"});
    CHECK(sla.when.asked_of("harm") == Words{"none"});
    CHECK(sla.when.asked_of("category") == Words{"damage"});
    CHECK(sla.when.asked_of("product") == Words{"stove"});
    CHECK(sla.when.asked_of("channel") == Words{"email", "phone"});
    CHECK(sla.when.asked_of("team") == Words{"returns"});
    CHECK(p.calendar_of(sla).name() == "abroad");
    CHECK(sla.target(Clock::response) == Target{90, Unit::minutes});
    CHECK(sla.target(Clock::resolution) == Target{2, Unit::weeks});
    CHECK(sla.warn_at == doctest::Approx(0.5));
    CHECK(p.slas[1].name == "sla 2");
    CHECK(p.calendar_of(p.slas[1]).name() == "shop");
}

TEST_CASE("without a calendar there is one that is always open and working time has no meaning") {
    const Policy p = read("[organisation]\ntimezone = \"UTC\"\n[[sla]]\nresponse = \"3d\"\n", "p.toml");
    REQUIRE(p.calendars.size() == 1);
    CHECK(p.calendars[0].name() == "always");
    CHECK(p.calendars[0].rules().is_stand_in);
    check_parts({
        {"[[sla]]\nresponse = \"3d\"\nresolution = \"2w\"\n", ""},
        {"[[sla]]\nresponse = \"4h\"\n",
         "p.toml:4:12: '4h' is working time, and the policy has no calendar; add one, or write days (d)"},
        {"[[sla]]\nresolution = \"2bd\"\n",
         "p.toml:4:14: '2bd' is working time, and the policy has no calendar; add one, or write days (d)"},
    });
}

TEST_CASE("the worked examples' policies read clean, and others where they are at hand") {
    for (const std::filesystem::path folder :
         {TESTS_FOLDER "/vectors/policies", TEST_DATA_FOLDER "/vectors/policies"}) {
        if (!std::filesystem::exists(folder) && folder != TESTS_FOLDER "/vectors/policies") {
            MESSAGE("skipped: there is no " << folder.string());
            continue;
        }
        int count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            CAPTURE(entry.path().string());
            const Policy p = read(contents_of(entry.path()), entry.path().filename().string());
            CHECK(p.calendars.size() == 1);
            ++count;
        }
        CHECK(count == 4);
    }
}

TEST_CASE("an unknown key is named at every level with the nearest known one") {
    CHECK(faults_of("[organization]\n[organisation]\n[calender.office]\n[[slas]]\n")
          == "p.toml:1:2: the policy has no key 'organization'; did you mean 'organisation'?\n"
             "p.toml:3:2: the policy has no key 'calender'; did you mean 'calendar'?\n"
             "p.toml:4:3: the policy has no key 'slas'; did you mean 'sla'?");
    check_parts({
        {"timezon = \"UTC\"\n", "p.toml:3:1: [organisation] has no key 'timezon'; did you mean 'timezone'?"},
        {"colour = \"red\"\n", "p.toml:3:1: [organisation] has no key 'colour'; it has name, timezone, "
                               "currency, owner, reopen, country, customers, hour_costs"},
        {"[calendar.office]\nhours.mon = [\"08:00-16:00\"]\nholliday_sets = [\"finland\"]\n",
         "p.toml:5:1: [calendar.office] has no key 'holliday_sets'; did you mean 'holiday_sets'?"},
        {"[calendar.office]\nhours.mon = [\"08:00-16:00\"]\nhours.tues = [\"08:00-16:00\"]\n",
         "p.toml:5:7: [calendar.office] hours has no key 'tues'; did you mean 'tue'?"},
        {"[[sla]]\nnmae = \"x\"\nrespons = \"3d\"\n",
         "p.toml:4:1: [[sla]] has no key 'nmae'; did you mean 'name'?\n"
         "p.toml:5:1: [[sla]] has no key 'respons'; did you mean 'response'?"},
        {"[zone]\nx = 1\n",
         "p.toml:3:2: the policy has no key 'zone'; it has holiday_file_dates, organisation, vocabulary, "
         "field, person, team, body, calendar, sla, legal, rule, escalation, procedure, retention, recourse, "
         "safety"},
    });
}

TEST_CASE("the wrong kind of value is named with the kind that fits") {
    CHECK(faults_of("organisation = 1\n")
          == "p.toml:1:16: the policy: organisation must be a table; write [organisation]");
    check_parts({
        {"name = 5\n", "p.toml:3:8: [organisation]: name must be a string in quotes"},
        {"reopen = [\"restart\"]\n", "p.toml:3:10: [organisation]: reopen must be a string in quotes"},
        {"[calendar]\noffice = \"x\"\n",
         "p.toml:4:10: calendar.office must be a table; write [calendar.office]"},
        {"[calendar.office]\nhours.mon = [\"08:00-16:00\"]\nholidays = [\"finland\"]\n",
         "p.toml:5:13: 'finland' is a holiday set; write holiday_sets = [\"finland\"]"},
        {"[calendar.office]\nhours = \"08:00-16:00\"\ndates.\"2026-12-23\" = \"08:00-12:00\"\n",
         "p.toml:4:9: [calendar.office]: hours must be a table; write hours.mon = [\"08:00-16:00\"]"},
        {"[calendar.office]\nhours.mon = 8\nhours.tue = [\"08:00-16:00\"]\n",
         "p.toml:4:13: [calendar.office] hours: mon must be a list of strings, such as [\"a\", \"b\"]"},
        {"[calendar.office]\nhours.mon = [\"08:00-16:00\", 16]\n",
         "p.toml:4:29: [calendar.office] hours: mon must have only strings in quotes"},
        {"[calendar.office]\nhours.mon = [\"08:00-16:00\"]\nholidays = 2026-12-24\n",
         "p.toml:5:12: [calendar.office]: holidays must be a list of strings, such as [\"a\", \"b\"]"},
        {"[[sla]]\nkind = 1\nwarn_at = \"0.8\"\nresponse = 4\n",
         "p.toml:4:8: [[sla]]: kind must be a list of strings, such as [\"a\", \"b\"]\n"
         "p.toml:5:11: [[sla]]: warn_at must be a number\n"
         "p.toml:6:12: [[sla]]: response must be a string in quotes"},
        {"[sla]\nname = \"x\"\n", "p.toml:3:1: service levels are written [[sla]], with two brackets"},
        {"[sla.serious]\nname = \"x\"\n",
         "p.toml:3:1: service levels are written [[sla]], with two brackets"},
    });
}

TEST_CASE("a policy that is no TOML is told so line by line and not judged for what it says") {
    CHECK(faults_of("timezone = Helsinki\nboss = \"liisa\n")
          == "p.toml:1:12: this is not a value; put text in straight quotes, such as \"Europe/Helsinki\"\n"
             "p.toml:2:14: the text has no closing quote on its line; add one");
}

TEST_CASE("all faults of a file are told at once in the order of their places") {
    CHECK(faults_of(R"([organisation]
timezone = "Europe/Helsinky"
boss = "liisa"

[calendar.office]
hours.mon = ["08:00-16:00", "15:00-17:00"]
hours.fry = ["08:00-16:00"]
holidays = ["2026-13-01"]

[calendar.night]
holiday_set = ["poland"]
hours.mon = ["22:00-06:00"]

[[sla]]
kind = ["claims"]
response = "4 h"
warn_at = 2

[[sla]]
calendar = "ofice"
)") == R"(p.toml:2:12: 'Europe/Helsinky' is not a time zone; write one such as Europe/Helsinki
p.toml:3:1: [organisation] has no key 'boss'; it has name, timezone, currency, owner, reopen, country, customers, hour_costs
p.toml:6:29: '15:00-17:00' overlaps another slot of that day
p.toml:7:7: [calendar.office] hours has no key 'fry'; did you mean 'fri'?
p.toml:8:13: '2026-13-01' is not a date; write 2026-12-24
p.toml:11:1: [calendar.night] has no key 'holiday_set'; did you mean 'holiday_sets'?
p.toml:12:14: '22:00-06:00' is not a slot; write 08:00-16:00, within one day, 24:00 at the latest
p.toml:15:9: 'claims' is not a kind (praise, remark, complaint, claim); did you mean 'claim'?
p.toml:16:12: '4 h' has a blank in it; write 4h
p.toml:17:11: [[sla]]: warn_at must be a share between 0 and 1, such as 0.8
p.toml:20:12: there is no calendar 'ofice'; did you mean 'office'?)");
}

} // namespace reklamaatio::policy::tests
