// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/pattern.hpp"

#include "time/builders.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace reklamaatio::time::tests {
namespace {

std::string shown(std::optional<Instant> instant) {
    return instant ? to_iso(*instant) : "nothing";
}

} // namespace

// Each instant is what Python's email.utils makes of the text, where it takes it.
TEST_CASE("dates of letters are read as mail programs write them") {
    const Pattern letter("rfc5322");
    const auto read = [&](std::string_view text) {
        return shown(letter.read(text, zone("Europe/Helsinki")));
    };
    CHECK(read("Tue, 3 Nov 2026 09:12:44 +0200") == "2026-11-03T07:12:44Z");
    CHECK(read("5 Nov 2026 08:00:00 +0000") == "2026-11-05T08:00:00Z");
    CHECK(read("Wed, 04 Nov 2026 23:30:00 -0500 (EST)") == "2026-11-05T04:30:00Z");
    CHECK(read("Fri, 6 Nov 2026 08:00:00 GMT") == "2026-11-06T08:00:00Z");
    CHECK(read("Fri, 6 Nov 2026 08:00 EST") == "2026-11-06T13:00:00Z");
    CHECK(read("6 Nov 26 08:00:01 PDT") == "2026-11-06T15:00:01Z");
    CHECK(read("6 Nov 2026 08:00:00 -0000") == "2026-11-06T08:00:00Z");
    CHECK(read("fri, 6 nov 2026 08:00:00 z") == "2026-11-06T08:00:00Z");
    CHECK(read("Fri (day (a))6 Nov 99 08:00 \t +0530(\\))") == "nothing"); // the comma is missing
    CHECK(read("Fri,(day (a))6 Nov 99 08 : 00 \t +0530(\\))") == "1999-11-06T02:30:00Z");
    for (const auto text :
         {"", "Fri, 6 Nov 2026", "Fri, 6 Nov 2026 08:00", "Fri, 6 Nov 2026 08:00 +02",
          "Fri, 6 Nov 2026 08:00 +0260", "Fri, 6 Nov 2026 08:00 A", "Fri, 6 Nov 2026 08:00 CEST",
          "Xyz, 6 Nov 2026 08:00 Z", "30 Feb 2026 08:00 Z", "6 Nov 2026 25:00 Z", "6 Nov 2026 08:00 Z (",
          "6 Nov 2026 08:00 Z.", "6 11 2026 08:00 Z"}) {
        CAPTURE(text);
        CHECK(read(text) == "nothing");
    }
    CHECK_FALSE(letter.is_of_dates());
    CHECK_THROWS_WITH_AS(Pattern("rfc5322 hh:mm"),
                         "'rfc5322 hh:mm' has more than rfc5322, which is a whole time; write it alone",
                         Error);
}

TEST_CASE("patterns read what they describe and nothing else") {
    struct Case {
        std::string_view pattern;
        std::string_view text;
        std::string_view instant;
    };
    const Case cases[] = {
        {"%m/%d/%Y %I:%M:%S %p", "01/05/2026 02:04:33 PM", "2026-01-05T14:04:33Z"},
        {"%m/%d/%Y %I:%M:%S %p", "1/5/2026 2:04:33 pm", "2026-01-05T14:04:33Z"},
        {"MM/DD/YYYY hh:mm:ss AM/PM", "01/05/2026 12:00:00 AM", "2026-01-05T00:00:00Z"},
        {"MM/DD/YYYY hh:mm:ss AM/PM", "01/05/2026 12:00:00 PM", "2026-01-05T12:00:00Z"},
        {"MM/DD/YYYY hh:mm:ss AM/PM", "01/05/2026 13:00:00 PM", "nothing"},
        {"MM/DD/YYYY hh:mm:ss AM/PM", "01/05/2026 00:30:00 AM", "nothing"},
        {"MM/DD/YYYY hh:mm:ss AM/PM", "01/05/2026 11:00:00", "nothing"},
        {"DD.MM.YYYY hh:mm", "5.1.2026 9:07", "2026-01-05T09:07:00Z"},
        {"D.M.YYYY klo H.mm", "5.1.2026 klo 9.07", "2026-01-05T09:07:00Z"},
        {"YYYYMMDD", "20260105", "2026-01-05T00:00:00Z"},
        {"YYYYMMDDhhmm", "202601050907", "2026-01-05T09:07:00Z"},
        {"DD/MM/YY", "05/01/26", "2026-01-05T00:00:00Z"},
        {"%d/%m/%y", "05/01/69", "1969-01-05T00:00:00Z"},
        {"%d %b %Y", "5 Jan 2026", "2026-01-05T00:00:00Z"},
        {"%B %d, %Y", "January 5, 2026", "2026-01-05T00:00:00Z"},
        {"%B %d, %Y", "Tammikuu 5, 2026", "2026-01-05T00:00:00Z"},
        {"%B %d, %Y", "Tommikuu 5, 2026", "nothing"},
        {"%FT%T%z", "2026-01-05T09:07:00+02:00", "2026-01-05T07:07:00Z"},
        {"%FT%T%z", "2026-01-05T09:07:00Z", "2026-01-05T09:07:00Z"},
        {"%F %R %z", "2026-01-05 09:07 -0330", "2026-01-05T12:37:00Z"},
        {"%F %R %z", "2026-01-05 09:07 GMT+2", "2026-01-05T07:07:00Z"},
        {"%F %R %z", "2026-01-05 09:07 UTC-03:30", "2026-01-05T12:37:00Z"},
        {"%F %R %z", "2026-01-05 09:07 UTC", "2026-01-05T09:07:00Z"},
        {"%F %R %z", "2026-01-05 09:07 GMT+99", "nothing"},
        {"%F %R %z", "2026-01-05 09:07 GMT+2:", "nothing"},
        {"%F %I:%M %p", "2026-01-05 09:07 ip.", "2026-01-05T21:07:00Z"},
        {"%F %I:%M %p", "2026-01-05 09:07 AP", "2026-01-05T09:07:00Z"},
        {"%F %I:%M %p", "2026-01-05 09:07 p. m.", "2026-01-05T21:07:00Z"},
        {"%F %I:%M %p", "2026-01-05 09:07 a.m.", "2026-01-05T09:07:00Z"},
        {"%F %I:%M %p", "2026-01-05 09:07 im", "nothing"},
        {"%F %I:%M %p", "2026-01-05 09:07 pp", "nothing"},
        {"100%% %F", "100% 2026-01-05", "2026-01-05T00:00:00Z"},
        {"YYYY-MM-DD", "2026-01-05 ", "2026-01-05T00:00:00Z"},
        {"YYYY-MM-DD", "\u00a02026-01-05", "2026-01-05T00:00:00Z"},
        {"YYYY-MM-DD", "2026\u201101\u201305", "2026-01-05T00:00:00Z"},
        {"YYYY\u2013MM\u2013DD ", "2026-01-05", "2026-01-05T00:00:00Z"},
        {"DD.MM.YYYY\u00a0hh:mm", "5.1.2026 9:07", "2026-01-05T09:07:00Z"},
        {"MM/DD/YYYY hh:mm AM/PM", "01/05/2026 02:04\u202fPM", "2026-01-05T14:04:00Z"},
        {"YYYY-MM-DD", "2026-01-\u00a005", "nothing"},
        {"YYYY-MM-DD", "2026-02-30", "nothing"},
        {"YYYY-MM-DD", "2026-13-01", "nothing"},
        {"YYYY-MM-DD", "26-01-05", "nothing"},
        {"YYYY-MM-DD", "", "nothing"},
        {"YYYY-MM-DD hh:mm", "2026-01-05 24:00", "nothing"},
        {"YYYY-MM-DD hh:mm", "2026-01-05 09:60", "nothing"},
        {"YYYY-MM-DD hh:mm", "2026-01-05 09:7", "nothing"},
        {"MM/DD/YYYY", "13/05/2026", "nothing"},
        {"%e.%m.%Y %H:%M:%S", "5.1.2026 9:07:33", "2026-01-05T09:07:33Z"},
        {"%d-%B-%y %I:%M%p", "05-jan-68 12:30am", "2068-01-05T00:30:00Z"},
        {"YY/M/D HH.mm.ss", "99/1/5 9.07.33", "1999-01-05T09:07:33Z"},
        {"YYYY-MM-DD h:mm AM/PM", "2026-01-05 9:07 PM", "2026-01-05T21:07:00Z"},
        {"YYYY-MM-DD HH:mm AM/PM", "2026-01-05 13:07 PM", "nothing"},
        {"YYYY-MM-DD H:mm AM/PM", "2026-01-05 0:07 AM", "nothing"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.pattern);
        CAPTURE(c.text);
        CHECK(shown(Pattern(c.pattern).read(c.text, Zone::utc())) == c.instant);
    }
}

// What the time libraries at hand let pass.
TEST_CASE("texts that only nearly fit a pattern are not read") {
    struct Case {
        std::string_view pattern;
        std::string_view text;
    };
    const Case cases[] = {
        {"%F %T", "2026-01-05  09:07:33"},
        {"%F %T", "2026-01-0509:07:33"},
        {"%F %T", "2026-01-05 09: 07:33"},
        {"%F %T", "2026-01-05 09:07:60"},
        {"%F %T", "2026-01-05 09:07:3"},
        {"%F %T", "2026-01-05 09:7:33"},
        {"%F %T", "2026-01-05 009:07:33"},
        {"%F", "2026-01-005"},
        {"%F", "02026-01-05"},
        {"%F", "-226-01-05"},
        {"%F", "+226-01-05"},
        {"%F", "infinite-future"},
        {"%F", "2026-00-05"},
        {"%F", "2026-01-00"},
        {"%d/%m/%y", "05/01/6"},
        {"%d/%m/%y", "05/01/2026"},
        {"%d %b %Y", "5 Janu 2026"},
        {"%d %b %Y", "5 Ja 2026"},
        {"%F %I:%M %p", "2026-01-05 09:07 XM"},
        {"%F %I:%M %p", "2026-01-05 09:07 P"},
        {"%F %R%z", "2026-01-05 09:07 +02:00"},
        {"%F %R%z", "2026-01-05 09:07+2"},
        {"%F %R%z", "2026-01-05 09:07"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.pattern);
        CAPTURE(c.text);
        CHECK(shown(Pattern(c.pattern).read(c.text, Zone::utc())) == "nothing");
    }
}

TEST_CASE(
    "skipped times in files become the first instant after the gap, repeated ones the first of the two") {
    const Zone helsinki = zone("Europe/Helsinki");
    const Pattern pattern("YYYY-MM-DD hh:mm");
    CHECK(shown(pattern.read("2026-03-29 03:30", helsinki)) == "2026-03-29T01:00:00Z");
    CHECK(shown(pattern.read("2026-10-25 03:30", helsinki)) == "2026-10-25T00:30:00Z");
    CHECK(shown(Pattern::read_plain("2026-03-29 03:30", helsinki)) == "2026-03-29T01:00:00Z");
    CHECK(shown(Pattern::read_plain("2026-10-25T03:30+02:00", helsinki)) == "2026-10-25T01:30:00Z");
}

TEST_CASE("a zone in a pattern is a zone") {
    const Zone helsinki = zone("Europe/Helsinki"); // two hours ahead in January
    struct Case {
        std::string_view pattern;
        std::string_view text;
    };
    for (const Case& c :
         {Case{"YYYY-MM-DDThh:mm:ssZ", "2026-01-05T09:07:00Z"},
          Case{"%Y-%m-%dT%H:%M:%SZ", "2026-01-05T09:07:00Z"}, Case{"%F %T UTC", "2026-01-05 09:07:00 UTC"},
          Case{"%F %T %Z", "2026-01-05 09:07:00 GMT"},
          Case{"YYYY-MM-DD hh:mm GMT", "2026-01-05 09:07 GMT"}}) {
        CAPTURE(c.pattern);
        CHECK(shown(Pattern(c.pattern).read(c.text, helsinki)) == "2026-01-05T09:07:00Z");
    }
    CHECK(shown(Pattern("YYYY-MM-DDThh:mm").read("2026-01-05T09:07", helsinki)) == "2026-01-05T07:07:00Z");
}

TEST_CASE("zones are read by the names that mean one offset") {
    const Zone helsinki = zone("Europe/Helsinki");
    struct Case {
        std::string_view pattern;
        std::string_view text;
        std::string_view instant;
    };
    for (const Case& c :
         {Case{"%F %T %Z", "2026-07-05 09:07:00 EET", "2026-07-05T07:07:00Z"},
          Case{"%F %T %Z", "2026-07-05 09:07:00 EEST", "2026-07-05T06:07:00Z"},
          Case{"%F %T %Z", "2026-07-05 09:07:00 PST", "2026-07-05T17:07:00Z"},
          Case{"%F %T %Z", "2026-07-05 09:07:00 WEST", "2026-07-05T08:07:00Z"},
          Case{"%Y/%m/%d %I:%M:%S %p %Z", "2026/11/13 10:15:11 PM CET", "2026-11-13T21:15:11Z"},
          Case{"YYYY-MM-DD hh:mm CET", "2026-07-05 09:07 CET", "2026-07-05T08:07:00Z"},
          Case{"YYYY-MM-DD hh:mm CET", "2026-07-05 09:07 CEST", "2026-07-05T07:07:00Z"},
          Case{"YYYY-MM-DD hh:mm MST", "2026-07-05 09:07 MST", "2026-07-05T16:07:00Z"},
          Case{"%F %T EST", "2026-07-05 09:07:00 EST", "2026-07-05T14:07:00Z"},
          Case{"%F %T %Z", "2026-07-05 09:07:00 BST", "nothing"},
          Case{"%F %T %Z", "2026-07-05 09:07:00 EETX", "nothing"},
          Case{"%F %T %Z", "2026-07-05 09:07:00 ", "nothing"},
          Case{"%F %T %Z", "2026-07-05 09:07:00 +02:00", "nothing"},
          Case{"YYYY-MM-DD hh:mm UTC", "2026-07-05 09:07 CET", "nothing"}}) {
        CAPTURE(c.pattern);
        CAPTURE(c.text);
        CHECK(shown(Pattern(c.pattern).read(c.text, helsinki)) == c.instant);
    }
    for (const auto* pattern : {"YYYY-MM-DD hh:mm BST", "%F %T BST"})
        CHECK(error_of([&] { Pattern{pattern}; })
              == "'BST' may be one of several zones; write it in single quotes, and say which zone the times "
                 "are in");
}

TEST_CASE("months and weekdays are read in three languages") {
    struct Case {
        std::string_view pattern;
        std::string_view text;
    };
    for (const Case& c :
         {Case{"DD-Mon-YY", "05-Jun-26"}, Case{"D Month YYYY", "5 June 2026"},
          Case{"DD MMM YYYY", "05 JUN 2026"}, Case{"D. Month'ta' YYYY", "5. kesäkuuta 2026"},
          Case{"D. Month YYYY", "5. kesäkuuta 2026"}, Case{"D Month YYYY", "5 czerwca 2026"},
          Case{"D Mon YYYY", "5 cze 2026"}, Case{"Ddd, D Mon YYYY", "Fri, 5 Jun 2026"},
          Case{"%A %d.%m.%Y", "perjantaina 5.6.2026"}, Case{"Weekday D.M.YYYY", "piątek 5.6.2026"},
          Case{"%a %e. %B %Y", "pe 5. Kesäkuu 2026"}}) {
        CAPTURE(c.pattern);
        CAPTURE(c.text);
        if (c.pattern == "D. Month'ta' YYYY")
            CHECK(shown(Pattern(c.pattern).read(c.text, Zone::utc())) == "nothing"); // the name takes it all
        else
            CHECK(shown(Pattern(c.pattern).read(c.text, Zone::utc())) == "2026-06-05T00:00:00Z");
    }
    CHECK(shown(Pattern("D Mon YYYY").read("5 mar 2026", Zone::utc())) == "2026-03-05T00:00:00Z");
    CHECK(shown(Pattern("D Mon YYYY").read("5 marras 2026", Zone::utc())) == "2026-11-05T00:00:00Z");
}

TEST_CASE("a weekday is that of the date") {
    const Pattern pattern("Weekday DD/MM/YYYY");
    CHECK(shown(pattern.read("Mon 02/03/2026", Zone::utc())) == "2026-03-02T00:00:00Z");
    CHECK(shown(pattern.read("Tue 02/03/2026", Zone::utc())) == "nothing");
    CHECK(pattern.reads_other_weekday("Tue 02/03/2026"));
    CHECK_FALSE(pattern.reads_other_weekday("Mon 02/03/2026"));
    CHECK_FALSE(pattern.reads_other_weekday("Tue 2026-03-02"));
    CHECK_FALSE(pattern.reads_other_weekday("Tue 31/02/2026"));
}

TEST_CASE("seconds since 1970 and fractions of a second are read") {
    const Zone helsinki = zone("Europe/Helsinki");
    CHECK(shown(Pattern("epoch").read("1767604020", helsinki)) == "2026-01-05T09:07:00Z");
    CHECK(shown(Pattern("%s").read("1767604020.25", helsinki)) == "2026-01-05T09:07:00Z");
    CHECK(shown(Pattern("epoch_ms").read("1767604020999", helsinki)) == "2026-01-05T09:07:00Z");
    CHECK(shown(Pattern("epoch").read("", helsinki)) == "nothing");
    CHECK(shown(Pattern("epoch").read("12x", helsinki)) == "nothing");
    CHECK(shown(Pattern("YYYY-MM-DD hh:mm:ss.SSS").read("2026-01-05 09:07:33.4567", Zone::utc()))
          == "2026-01-05T09:07:33Z");
    CHECK(shown(Pattern("%F %T.%f").read("2026-01-05 09:07:33.4", Zone::utc())) == "2026-01-05T09:07:33Z");
}

TEST_CASE("what follows a time can be passed over but not cut in two") {
    const Pattern pattern("DD.MM.YYYY");
    const auto front = [&](std::string_view text) {
        const auto read = pattern.read_front(text, Zone::utc());
        return read ? to_iso(read->at) + (read->is_whole ? "" : " ...") : "nothing";
    };
    CHECK(front("5.1.2026 (maanantai)") == "2026-01-05T00:00:00Z ...");
    CHECK(front("5.1.2026") == "2026-01-05T00:00:00Z");
    CHECK(front("5.1.20261") == "nothing");
    CHECK(front("5.1.2026x") == "nothing");
    CHECK(shown(pattern.read("5.1.2026 (maanantai)", Zone::utc())) == "nothing");
}

TEST_CASE("a pattern tells whether it stops at the day") {
    CHECK(Pattern("DD.MM.YYYY").is_of_dates());
    CHECK_FALSE(Pattern("DD.MM.YYYY hh:mm").is_of_dates());
    CHECK_FALSE(Pattern("%F %R").is_of_dates());
    CHECK_FALSE(Pattern("epoch").is_of_dates());
}

TEST_CASE("patterns that cannot work are refused") {
    struct Case {
        std::string_view pattern;
        std::string_view message;
    };
    const Case cases[] = {
        {"", "'' is not a full date; write all of YYYY MM DD, or all of %Y %m %d"},
        {"YYYY-MM", "'YYYY-MM' is not a full date; write all of YYYY MM DD, or all of %Y %m %d"},
        {"hh:mm", "'hh:mm' is not a full date; write all of YYYY MM DD, or all of %Y %m %d"},
        {"%d.%m", "'%d.%m' is not a full date; write all of YYYY MM DD, or all of %Y %m %d"},
        {"YYYY-MM-DD hh:MM",
         "'YYYY-MM-DD hh:MM' has the month twice; minutes are written mm or %M, as in YYYY-MM-DD "
         "hh:mm or %Y-%m-%d %H:%M"},
        {"%Y-%m-%d %H:%m",
         "'%Y-%m-%d %H:%m' has the month twice; minutes are written mm or %M, as in YYYY-MM-DD hh:mm "
         "or %Y-%m-%d %H:%M"},
        {"%Q", "'%Q' in '%Q' means nothing here; write %Y %m %d %H %M %S %I %p %b %z or %s"},
        {"%F %", "'%' in '%F %' means nothing here; write %Y %m %d %H %M %S %I %p %b %z or %s"},
        {"YYY-MM-DD", "'YYY' means nothing in a date pattern; write YYYY MM DD hh mm ss, Mon or AM/PM, and "
                      "what stands for itself in single quotes"},
        {"DD Monat YYYY", "'Monat' means nothing in a date pattern; write YYYY MM DD hh mm ss, Mon or AM/PM, "
                          "and what stands for itself in single quotes"},
        {"DD.MM.YYYY 'Uhr hh", "''Uhr hh' has a quote that does not end"},
        {"%s %F", "'%s %F' has seconds since 1970 and a date; write one of them"},
        {"%s%s", "'%s%s' has seconds since 1970 and a date; write one of them"},
        {"%FZ %z", "'%FZ %z' has a field twice; write each once, as in YYYY-MM-DD hh:mm:ss"},
        {"YYYY-MM-DD.SSS", "'YYYY-MM-DD.SSS' has half a time of day; write hh:mm or hh:mm:ss"},
        {"%F %I:%M", "'%F %I:%M' is half a twelve-hour clock; write hh with AM/PM, or %I with %p"},
        {"%F %H:%M %p", "'%F %H:%M %p' is half a twelve-hour clock; write hh with AM/PM, or %I with %p"},
        {"%F %H", "'%F %H' has half a time of day; write hh:mm or hh:mm:ss"},
        {"%F :%S", "'%F :%S' has half a time of day; write hh:mm or hh:mm:ss"},
        {"YYYY-MM-DD DD", "'YYYY-MM-DD DD' has a field twice; write each once, as in YYYY-MM-DD hh:mm:ss"},
        {"%F %T %H", "'%F %T %H' has the hour twice; write it once"},
        {"%F %y", "'%F %y' is not a full date; write all of YYYY MM DD, or all of %Y %m %d"},
        {"%F %b", "'%F %b' has the month twice; minutes are written mm or %M, as in YYYY-MM-DD hh:mm or "
                  "%Y-%m-%d %H:%M"},
        {"%F %e", "'%F %e' has a field twice; write each once, as in YYYY-MM-DD hh:mm:ss"},
        {"%F %R:%S%z%z", "'%F %R:%S%z%z' has a field twice; write each once, as in YYYY-MM-DD hh:mm:ss"},
        {"%F %I %H %p", "'%F %I %H %p' has the hour twice; write it once"},
        {"%F %M", "'%F %M' has half a time of day; write hh:mm or hh:mm:ss"},
    };
    for (const Case& c : cases)
        CHECK(error_of([&] { Pattern{c.pattern}; }) == c.message);
}

TEST_CASE("what other programs write in a pattern is refused with our spelling") {
    struct Case {
        std::string_view pattern;
        std::string_view letters;
        std::string_view ours;
    };
    for (const Case& c :
         {Case{"dd.MM.YYYY", "dd", "DD"}, Case{"DD.MM.yyyy", "yyyy", "YYYY"},
          Case{"yyyyMMdd", "yyyy", "YYYY"}, Case{"dddd DD.MM.YYYY", "dddd", "Weekday"},
          Case{"E DD.MM.YYYY", "E", "Weekday"}, Case{"EEEE DD.MM.YYYY", "EEEE", "Weekday"},
          Case{"DD.MM.YYYY h:mm a", "a", "AM/PM"}, Case{"DD.MM.YYYY h:mm:ss tt", "tt", "AM/PM"},
          Case{"DD.MM.YYYY hh:mm:ss.fff", "fff", "SSS"}, Case{"DD.MM.YYYY hh:mm:sstt", "tt", "AM/PM"},
          Case{"DD LLL YYYY", "LLL", "Mon"}}) {
        CAPTURE(c.pattern);
        CHECK(error_of([&] { Pattern{c.pattern}; })
              == fmt::format("'{}' means nothing in a date pattern; write {}", c.letters, c.ours));
    }
    for (const auto* pattern : {"YYYY-MM-DD hh:mm zzz", "YYYY-MM-DD hh:mmXXX"})
        CHECK(error_of([&] { Pattern{pattern}; }).find("an offset is %z, and then all") != std::string::npos);
    for (const auto* pattern : {"QQ YYYY-MM-DD", "YYYY-MM-DD abc", "YYYY-MM-DD hh:mm Uhr"})
        CHECK(error_of([&] { Pattern{pattern}; }).find("stands for itself in single quotes")
              != std::string::npos);
    CHECK(error_of([] { Pattern{"DD/Mon/YYYY:hh:mm:ss %z"}; })
          == "'DD/Mon/YYYY:hh:mm:ss %z' mixes two notations; write all of it with %, as in %d/%b/%Y:%H:%M:%S "
             "%z, "
             "or all without");
    CHECK(shown(Pattern("%Hh%M %F").read("9h30 2026-01-05", Zone::utc())) == "2026-01-05T09:30:00Z");
    CHECK(shown(Pattern("o 'godz.' hh:mm DD.MM.YYYY").read("o godz. 9:30 5.1.2026", Zone::utc()))
          == "2026-01-05T09:30:00Z");
}

TEST_CASE("without a pattern the plain forms are read") {
    struct Case {
        std::string_view text;
        std::string_view instant;
    };
    const Case cases[] = {
        {"2026-11-21", "2026-11-20T22:00:00Z"},
        {"2026-11-21T14:05", "2026-11-21T12:05:00Z"},
        {"2026-11-21 14:05:33", "2026-11-21T12:05:33Z"},
        {"2026-11-21T14:05:33.999", "2026-11-21T12:05:33Z"},
        {"2026-11-21T14:05:33.999999999999Z", "2026-11-21T14:05:33Z"},
        {"2026-11-21T14:05Z", "2026-11-21T14:05:00Z"},
        {"2026-11-21T14:05:33+02:00", "2026-11-21T12:05:33Z"},
        {"2026-11-21T14:05:33-0530", "2026-11-21T19:35:33Z"},
        {"2026-11-21 14:05:33+00", "2026-11-21T14:05:33Z"},
        {"21.11.2026", "2026-11-20T22:00:00Z"},
        {"1.5.2026 9:05", "2026-05-01T06:05:00Z"},
        {"21.11.2026 14.05", "2026-11-21T12:05:00Z"},
        {"21.11.2026 14:05:33", "2026-11-21T12:05:33Z"},
        {"2024-02-29", "2024-02-28T22:00:00Z"},
        {"2026-02-29", "nothing"},
        {"31.4.2026", "nothing"},
        {"1/5/2026", "nothing"},
        {"21.11.26", "nothing"},
        {"20261121", "nothing"},
        {"2026-11-21T", "nothing"},
        {"2026-11-21T14", "nothing"},
        {"2026-11-21T24:00", "nothing"},
        {"2026-11-21T14:05:60", "nothing"},
        {"2026-11-21T14:05:33.", "nothing"},
        {"2026-11-21T14:05+2", "nothing"},
        {"2026-11-21T14:05+25:00", "nothing"},
        {"2026-11-21T14:05+02:60", "nothing"},
        {"2026-11-21  14:05", "nothing"},
        {" 2026-11-21", "2026-11-20T22:00:00Z"},
        {"2026\u201111\u201121", "2026-11-20T22:00:00Z"},
        {"2026-11-21\u00a014:05", "2026-11-21T12:05:00Z"},
        {"21.11.2026\u202f14.05\ufeff", "2026-11-21T12:05:00Z"},
        {"yesterday", "nothing"},
        {"", "nothing"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(shown(Pattern::read_plain(c.text, zone("Europe/Helsinki"))) == c.instant);
    }
}

} // namespace reklamaatio::time::tests
