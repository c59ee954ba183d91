// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/pattern.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {
namespace {

std::string told(const std::optional<Front>& front) {
    if (!front) return "no time";
    switch (front->left_out) {
    case LeftOut::nothing:
        return to_iso(front->at);
    case LeftOut::time_of_day:
        return "time of day";
    case LeftOut::seconds:
        return "seconds";
    case LeftOut::half_day:
        return "half day";
    case LeftOut::zone:
        break;
    }
    return "zone";
}

std::string front(std::string_view pattern, std::string_view text) {
    return told(Pattern(pattern).read_front(text, Zone::utc()));
}

std::string plain(std::string_view text) {
    return told(Pattern::read_plain_front(text, Zone::utc()));
}

} // namespace

TEST_CASE("a zone behind a time belongs to it") {
    for (const std::string_view text :
         {"2026-11-01 09:00 UTC", "2026-11-01 09:00 utc", "2026-11-01 09:00 (EET)", "2026-11-01 09:00+05:00",
          "2026-11-01 09:00 -0500", "2026-11-01 09:00 +05", "2026-11-01 09:00 GMT+2", "2026-11-01 09:00, PST",
          "2026-11-01 09:00 BST", "2026-11-01 09:00 Europe/Helsinki", "2026-11-01 09:00 (Sunday) CET"}) {
        CAPTURE(text);
        CHECK(front("YYYY-MM-DD hh:mm", text) == "zone");
        CHECK(plain(text) == (text.find("00+") == std::string_view::npos ? "zone" : "2026-11-01T04:00:00Z"));
    }
    CHECK(front("YYYY-MM-DD", "2026-11-01 CET") == "zone");
    CHECK(front("YYYY-MM-DD hh:mm:ss", "2026-11-01 09:00:00.250 CET") == "zone");
    CHECK(front("%F %R %z", "2026-11-01 09:00 +0200 (EET)") == "2026-11-01T07:00:00Z"); // said twice
}

TEST_CASE("half a day, seconds and a time of day belong to the time before them") {
    for (const std::string_view text : {"2026-11-01 09:00 PM", "2026-11-01 09:00pm", "2026-11-01 09:00 a.m.",
                                        "2026-11-01 09:00 ip.", "2026-11-01 09:00 (AM)"}) {
        CAPTURE(text);
        const bool is_glued = text.ends_with("00pm");
        CHECK(front("YYYY-MM-DD hh:mm", text) == (is_glued ? "no time" : "half day"));
    }
    CHECK(front("YYYY-MM-DD hh:mm", "2026-11-01 09:00:30") == "seconds");
    CHECK(front("YYYY-MM-DD hh.mm", "2026-11-01 09.00.30 (la)") == "seconds");
    for (const std::string_view text : {"1.11.2026 09:00", "1.11.2026 klo 9.00", "1.11.2026, 9 AM",
                                        "1.11.2026 09:00:3", "1.11.2026 (su) 9.00", "1.11.2026 klo 9.00."}) {
        CAPTURE(text);
        CHECK(front("DD.MM.YYYY", text) == "time of day");
    }
    CHECK(plain("1.11.2026 klo 9.00") == "time of day");
    CHECK(plain("1.11.2026 9:00 PM") == "half day");
}

TEST_CASE("what does not belong to a time is passed over") {
    CHECK(front("YYYY-MM-DD hh:mm", "2026-11-01 09:00 (Sunday)") == "2026-11-01T09:00:00Z");
    CHECK(front("YYYY-MM-DD hh:mm", "2026-11-01 09:00 - 10:00") == "2026-11-01T09:00:00Z");
    CHECK(front("YYYY-MM-DD hh:mm", "2026-11-01 09:00 amended") == "2026-11-01T09:00:00Z");
    CHECK(front("YYYY-MM-DD hh:mm:ss", "2026-11-01 09:00:30.125") == "2026-11-01T09:00:30Z");
    for (const std::string_view text :
         {"5.1.2026 (maanantai)", "5.1.2026, ma", "5.1.2026 - 7.1.2026", "5.1.2026-07.01.2026",
          "5.1.2026 - 7.1.", "5.1.2026 West Wing", "5.1.2026 2 kpl"}) {
        CAPTURE(text);
        CHECK(front("DD.MM.YYYY", text) == "2026-01-05T00:00:00Z");
        CHECK(plain(text) == "2026-01-05T00:00:00Z");
    }
    CHECK(plain("5.1.2026 9.00, maanantai") == "2026-01-05T09:00:00Z");
    CHECK(plain("30.2.2026 (maanantai)") == "no time");
}

} // namespace reklamaatio::time::tests
