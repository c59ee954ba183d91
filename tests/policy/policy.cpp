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

// The faults of an otherwise good file, in which the text begins on line 3.
std::string faults_of_part(const std::string& toml) {
    return faults_of("[organisation]\ntimezone = \"Europe/Helsinki\"\n" + toml);
}

void check_parts(std::initializer_list<Case> cases) {
    for (const Case& c : cases) {
        CAPTURE(c.toml);
        CHECK(faults_of_part(std::string(c.toml)) == c.faults);
    }
}

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
                               "currency, owner, reopen, country"},
        {"[calendar.office]\nhours.mon = [\"08:00-16:00\"]\nholliday_sets = [\"finland\"]\n",
         "p.toml:5:1: [calendar.office] has no key 'holliday_sets'; did you mean 'holiday_sets'?"},
        {"[calendar.office]\nhours.mon = [\"08:00-16:00\"]\nhours.tues = [\"08:00-16:00\"]\n",
         "p.toml:5:7: [calendar.office] hours has no key 'tues'; did you mean 'tue'?"},
        {"[[sla]]\nnmae = \"x\"\nrespons = \"3d\"\n",
         "p.toml:4:1: [[sla]] has no key 'nmae'; did you mean 'name'?\n"
         "p.toml:5:1: [[sla]] has no key 'respons'; did you mean 'response'?"},
        {"[zone]\nx = 1\n",
         "p.toml:3:2: the policy has no key 'zone'; it has holiday_file_dates, organisation, vocabulary, "
         "person, team, calendar, sla, rule, escalation, procedure, retention"},
    });
}

TEST_CASE("the wrong kind of value is named with the kind that fits") {
    CHECK(faults_of("organisation = 1\n")
          == "p.toml:1:16: the policy: organisation must be a table; write [organisation]");
    check_parts({
        {"name = 5\n", "p.toml:3:8: [organisation]: name must be a text in quotes"},
        {"reopen = [\"restart\"]\n", "p.toml:3:10: [organisation]: reopen must be a text in quotes"},
        {"[calendar]\noffice = \"x\"\n",
         "p.toml:4:10: calendar.office must be a table; write [calendar.office]"},
        {"[calendar.office]\nhours.mon = [\"08:00-16:00\"]\nholidays = [\"finland\"]\n",
         "p.toml:5:13: 'finland' is a holiday set; write holiday_sets = [\"finland\"]"},
        {"[calendar.office]\nhours = \"08:00-16:00\"\ndates.\"2026-12-23\" = \"08:00-12:00\"\n",
         "p.toml:4:9: [calendar.office]: hours must be a table; write hours.mon = [\"08:00-16:00\"]"},
        {"[calendar.office]\nhours.mon = 8\nhours.tue = [\"08:00-16:00\"]\n",
         "p.toml:4:13: [calendar.office] hours: mon must be a list of texts, such as [\"a\", \"b\"]"},
        {"[calendar.office]\nhours.mon = [\"08:00-16:00\", 16]\n",
         "p.toml:4:29: [calendar.office] hours: mon must have texts in quotes only"},
        {"[calendar.office]\nhours.mon = [\"08:00-16:00\"]\nholidays = 2026-12-24\n",
         "p.toml:5:12: [calendar.office]: holidays must be a list of texts, such as [\"a\", \"b\"]"},
        {"[[sla]]\nkind = 1\nwarn_at = \"0.8\"\nresponse = 4\n",
         "p.toml:4:8: [[sla]]: kind must be a list of texts, such as [\"a\", \"b\"]\n"
         "p.toml:5:11: [[sla]]: warn_at must be a number\n"
         "p.toml:6:12: [[sla]]: response must be a text in quotes"},
        {"[sla]\nname = \"x\"\n", "p.toml:3:1: service levels are written [[sla]], with two brackets"},
        {"[sla.serious]\nname = \"x\"\n",
         "p.toml:3:1: service levels are written [[sla]], with two brackets"},
    });
}

TEST_CASE("slots that cannot be are named where they stand") {
    const auto slot = [](std::string_view text) {
        return faults_of_part(
            fmt::format("[calendar.office]\nhours.mon = [\"08:00-16:00\"]\nhours.tue = [\"{}\"]\n", text));
    };
    for (const std::string_view good : {"00:00-24:00", "08:00-08:01", "23:59-24:00"})
        CHECK(slot(good).empty());
    for (const std::string_view bad :
         {"", "08:00", "8:00-16:00", "08:00-16:0", "08:00 - 16:00", "08.00-16.00", "16:00-08:00",
          "08:00-08:00", "08:00-24:01", "24:00-24:00", "08:60-16:00", "25:00-26:00", "08:00-16:00 ",
          "+8:00-16:00", "0x:00-16:00", "08:00–16:00"}) {
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
    CHECK(with("harm = [\"Injury\"]")
          == "p.toml:6:9: 'Injury' is not a harm (none, safety, injury); did you mean 'injury'?");
    CHECK(with("response = \"4x\"") == "p.toml:6:12: 'x' in '4x' is not a unit; write 4m, 4h, 4bd, 4d or 4w");
    CHECK(with("resolution = \"0d\"") == "p.toml:6:14: '0d' is no time at all; write at least 1d");
    CHECK(with("resolution = \"\"") == "p.toml:6:14: '' is no length of time; write 4h, 2bd or 14d");
}

TEST_CASE("a condition of a service level has words") {
    for (const std::string_view key :
         {"kind", "priority", "harm", "category", "product", "channel", "team"}) {
        CAPTURE(key);
        CHECK(faults_of_part(fmt::format("[[sla]]\n{} = []\n", key))
              == fmt::format("p.toml:4:{}: [[sla]]: {} is empty, so nothing would match; add words, or take "
                             "it out",
                             key.size() + 4, key));
    }
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

TEST_CASE("a calendar without hours is refused") {
    check_parts({
        {"[calendar.office]\nholidays = [\"12-24\"]\n",
         "p.toml:3:1: [calendar.office] has no hours, so no deadline would ever come"},
        {"[calendar.office]\nhours.mon = []\n",
         "p.toml:3:1: [calendar.office] has no hours, so no deadline would ever come"},
        {"[calendar.office]\ndates.\"2026-12-23\" = [\"08:00-12:00\"]\n", ""},
    });
}

TEST_CASE("a policy without an organisation is refused") {
    CHECK(faults_of("") == "p.toml:1:1: the policy needs an [organisation] with its timezone");
    CHECK(faults_of("[[sla]]\nresponse = \"3d\"\n")
          == "p.toml:1:1: the policy needs an [organisation] with its timezone");
}

TEST_CASE("a policy that is no TOML is told so line by line and not judged for what it says") {
    CHECK(faults_of("timezone = Helsinki\nboss = \"liisa\n")
          == "p.toml:1:12: this is no value; put texts in straight quotes, such as \"Europe/Helsinki\"\n"
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
p.toml:3:1: [organisation] has no key 'boss'; it has name, timezone, currency, owner, reopen, country
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
