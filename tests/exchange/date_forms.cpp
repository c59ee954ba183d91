// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/date_forms.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using complaint::tests::message_of;
using exchange::DateForms;

namespace {

const time::Zone k_zone = time::Zone::utc();

std::string read(const DateForms& forms, const std::string& text) {
    const auto [at, is_date] = forms.read(text, k_zone);
    return time::to_iso(at) + (is_date ? " day" : "");
}

} // namespace

TEST_CASE("without a format the plain forms are read and a day is told from a time") {
    CHECK(read(DateForms(), "2026-11-21") == "2026-11-21T00:00:00Z day");
    CHECK(read(DateForms(), "21.11.2026 14.05") == "2026-11-21T14:05:00Z");
    CHECK(message_of<complaint::BadValue>([] {
              read(DateForms(), "11/21/2026");
          }).starts_with("'11/21/2026' is not a time; write "));
}

TEST_CASE("any of several formats is read unless two of them disagree") {
    const DateForms forms({"DD.MM.YYYY hh:mm", "DD.MM.YYYY", "MM/DD/YYYY", "DD/MM/YYYY"});
    CHECK(read(forms, "21.11.2026 14:05") == "2026-11-21T14:05:00Z");
    CHECK(read(forms, "21.11.2026") == "2026-11-21T00:00:00Z day");
    CHECK(read(forms, "11/21/2026") == "2026-11-21T00:00:00Z day");
    CHECK(read(forms, "05/05/2026") == "2026-05-05T00:00:00Z day"); // the same by both
    CHECK(message_of<complaint::BadValue>([&] { read(forms, "05/06/2026"); })
          == "'05/06/2026' is two different times by the date formats that are given");
    CHECK(message_of<complaint::BadValue>([&] { read(forms, "2026-11-21"); })
          == "'2026-11-21' is not a time of any of the forms in date_format");
}

TEST_CASE("a weekday that is not that of the date is a fault") {
    const DateForms forms({"Weekday DD/MM/YYYY"});
    CHECK(read(forms, "Mon 02/03/2026") == "2026-03-02T00:00:00Z day");
    CHECK(message_of<complaint::BadValue>([&] { read(forms, "Tue 02/03/2026"); })
          == "'Tue 02/03/2026' names a weekday that its date is not");
    // Where two formats could be meant, the weekday decides.
    const DateForms both({"Weekday DD/MM/YYYY", "Weekday MM/DD/YYYY"});
    CHECK(read(both, "Tue 02/03/2026") == "2026-02-03T00:00:00Z day");
}

TEST_CASE("what follows a time is passed over only on request") {
    DateForms forms({"DD.MM.YYYY"});
    CHECK(message_of<complaint::BadValue>([&] { read(forms, "21.11.2026 (la)"); })
          == "'21.11.2026 (la)' is not a time of the form 'DD.MM.YYYY' (date_format)");
    forms.ignore_rest();
    CHECK(read(forms, "21.11.2026 (la)") == "2026-11-21T00:00:00Z day");
    DateForms plain;
    plain.ignore_rest();
    CHECK(read(plain, "5.1.2026 (maanantai)") == "2026-01-05T00:00:00Z day");
    CHECK(read(plain, "2026-01-05 9:00 (ma)") == "2026-01-05T09:00:00Z");
    CHECK(message_of<complaint::BadValue>([&] {
              read(plain, "maanantai 5.1.2026");
          }).starts_with("'maanantai 5.1.2026' is not a time; "));
}

TEST_CASE("what belongs to a time is no rest of the text") {
    DateForms forms({"YYYY-MM-DD hh:mm"});
    forms.ignore_rest();
    const auto refusal = [&](const std::string& text) {
        return message_of<complaint::BadValue>([&] { read(forms, text); });
    };
    CHECK(refusal("2026-11-01 09:00 UTC")
          == "'2026-11-01 09:00 UTC' has a zone behind what is read of it; say it in a date_format, as %F %R "
             "%Z "
             "does, or %F %R %z for +02:00");
    CHECK(refusal("2026-11-01 09:00 PM").find("has AM or PM behind") != std::string::npos);
    CHECK(refusal("2026-11-01 09:00:30").find("has seconds behind") != std::string::npos);
    // Another format may say it.
    DateForms several({"YYYY-MM-DD hh:mm", "YYYY-MM-DD", "%F %R %Z"});
    several.ignore_rest();
    CHECK(read(several, "2026-11-01 09:00 EET (su)") == "2026-11-01T07:00:00Z");
    CHECK(read(several, "2026-11-01 (su)") == "2026-11-01T00:00:00Z day");
    CHECK(message_of<complaint::BadValue>([&] {
              read(several, "2026-11-01 9 AM");
          }).find("has a time of day behind")
          != std::string::npos);
}

TEST_CASE("years that no complaint has are out of reach in any form") {
    for (const DateForms& forms : {DateForms(), DateForms({"YYYY-MM-DD"})})
        for (const auto* text : {"1969-12-31", "2200-01-01", "9999-12-31", "1900-01-01"})
            CHECK(message_of<time::Error>([&] { read(forms, text); }).find("is out of reach")
                  != std::string::npos);
    CHECK(read(DateForms(), "1970-01-01") == "1970-01-01T00:00:00Z day");
    CHECK(read(DateForms(), "2199-12-31") == "2199-12-31T00:00:00Z day");
}
