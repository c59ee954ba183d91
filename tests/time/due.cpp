// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/due.hpp"

#include "time/builders.hpp"

#include <fstream>
#include <map>
#include <sstream>

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

std::vector<std::string> split(const std::string& text, char mark) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, mark);)
        parts.push_back(part);
    return parts;
}

// "from/until from/until"
std::vector<Pause> pauses(const std::string& text) {
    std::vector<Pause> result;
    for (const std::string& pause : split(text, ' ')) {
        const auto ends = split(pause, '/');
        result.push_back({utc(ends.at(0)), ends.size() > 1 ? std::optional(utc(ends[1])) : std::nullopt});
    }
    return result;
}

// Columns: name,policy,received_at,target,pauses,due_at
int check_vectors(std::istream& in) {
    const std::map<std::string, Calendar> calendars{{"office.toml", Calendar(office_rules())},
                                                    {"always.toml", Calendar(always_rules())},
                                                    {"lunch.toml", Calendar(shop_rules())},
                                                    {"night.toml", Calendar(night_rules())}};
    std::string line;
    std::getline(in, line);
    REQUIRE(line == "name,policy,received_at,target,pauses,due_at");
    int count = 0;
    while (std::getline(in, line)) {
        const auto cells = split(line, ',');
        CAPTURE(line);
        REQUIRE(cells.size() == 6);
        const Due found =
            due(utc(cells[2]), parse_target(cells[3]), calendars.at(cells[1]), pauses(cells[4]));
        REQUIRE(found.at);
        CHECK(to_iso(*found.at) == cells[5]);
        ++count;
    }
    return count;
}

} // namespace

TEST_CASE("the worked examples of due times hold") {
    std::ifstream in(TESTS_FOLDER "/vectors/sla_due.csv");
    REQUIRE(in);
    CHECK(check_vectors(in) == 75);
}

TEST_CASE("further worked examples hold where they are at hand") {
    const std::string path = TEST_DATA_FOLDER "/vectors/sla_due.csv";
    std::ifstream in(path);
    if (!in) {
        MESSAGE("skipped: there is no " << path);
        return;
    }
    CHECK(check_vectors(in) > 0);
}

//  Mon 12 Jan, office in Helsinki: open 06:00 to 14:00 UTC
//
//  06:00  start                               14:00 closed
//    |-------4h-------|due 10:00
//         |--pause--|                           moves it by what it covers
//                     |--pause at the deadline  changes nothing
TEST_CASE("pauses move a deadline only when they begin before it") {
    const Calendar office(office_rules());
    const Instant start = utc("2026-01-12T06:00:00Z");
    struct Case {
        std::string_view what;
        std::string_view target;
        std::string pauses;
        std::string due;
    };
    const Case cases[] = {
        {"within", "4h", "2026-01-12T07:00:00Z/2026-01-12T08:00:00Z", "2026-01-12T11:00:00Z"},
        {"at the deadline", "4h", "2026-01-12T10:00:00Z/2026-01-12T12:00:00Z", "2026-01-12T10:00:00Z"},
        {"a second before it", "4h", "2026-01-12T09:59:59Z/2026-01-12T11:00:00Z", "2026-01-12T11:00:01Z"},
        {"before start", "4h", "2026-01-12T01:00:00Z/2026-01-12T06:00:00Z", "2026-01-12T10:00:00Z"},
        {"over start", "4h", "2026-01-12T01:00:00Z/2026-01-12T07:00:00Z", "2026-01-12T11:00:00Z"},
        {"outside hours, due at closing stays", "8h", "2026-01-12T02:00:00Z/2026-01-12T03:00:00Z",
         "2026-01-12T14:00:00Z"},
        {"the first brings the second in", "4h",
         "2026-01-12T07:00:00Z/2026-01-12T09:00:00Z 2026-01-12T10:30:00Z/2026-01-12T11:00:00Z",
         "2026-01-12T12:30:00Z"},
        {"the second is too late", "4h",
         "2026-01-12T07:00:00Z/2026-01-12T08:00:00Z 2026-01-12T11:00:00Z/2026-01-12T12:00:00Z",
         "2026-01-12T11:00:00Z"},
        {"of no length", "4h", "2026-01-12T07:00:00Z/2026-01-12T07:00:00Z", "2026-01-12T10:00:00Z"},
        {"calendar days by the length", "1d", "2026-01-12T20:00:00Z/2026-01-12T21:30:00Z",
         "2026-01-13T07:30:00Z"},
        {"working days by the working time", "1bd", "2026-01-12T12:00:00Z/2026-01-13T08:00:00Z",
         "2026-01-14T10:00:00Z"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.what);
        const Due found = due(start, parse_target(c.target), office, pauses(c.pauses));
        REQUIRE(found.at);
        CHECK(to_iso(*found.at) == c.due);
        CHECK(found.left == Seconds{0});
    }
}

TEST_CASE("a pause that lasts leaves no due time but what is left") {
    const Calendar office(office_rules());
    const Instant start = utc("2026-01-12T06:00:00Z");
    const auto at = [&](std::string_view target, const std::string& text) {
        return due(start, parse_target(target), office, pauses(text));
    };
    CHECK(at("4h", "2026-01-12T07:00:00Z") == Due{std::nullopt, hours{3}});
    CHECK(at("4h", "2026-01-12T07:00:00Z/2026-01-12T08:00:00Z 2026-01-12T10:30:00Z")
          == Due{std::nullopt, minutes{30}});
    CHECK(at("16h", "2026-01-12T20:00:00Z") == Due{std::nullopt, hours{8}});
    CHECK(at("2d", "2026-01-12T20:00:00Z") == Due{std::nullopt, hours{34}});
    CHECK(at("4h", "2026-01-12T01:00:00Z") == Due{std::nullopt, hours{4}});
    // A deadline that had already passed stays passed.
    CHECK(at("4h", "2026-01-12T10:00:00Z") == Due{utc("2026-01-12T10:00:00Z"), Seconds{0}});
}

TEST_CASE("calendar days that land in a gap are due after it and in a repeated hour at its first") {
    const Calendar office(office_rules());
    CHECK(due_without_pauses(utc("2026-03-28T01:30:00Z"), {1, Unit::days}, office)
          == utc("2026-03-29T01:00:00Z"));
    CHECK(due_without_pauses(utc("2026-10-24T00:30:00Z"), {1, Unit::days}, office)
          == utc("2026-10-25T00:30:00Z"));
    CHECK(due_without_pauses(utc("2026-10-18T00:30:00Z"), {1, Unit::weeks}, office)
          == utc("2026-10-25T00:30:00Z"));
}

TEST_CASE("the share of a target is of working time or of elapsed time") {
    const Calendar office(office_rules());
    const Instant start = utc("2026-01-12T06:00:00Z");
    const auto used = [&](double share, std::string_view text) {
        const Target target = parse_target(text);
        return to_iso(share_used_at(start, due_without_pauses(start, target, office), share, target, office));
    };
    CHECK(used(0.5, "4h") == "2026-01-12T08:00:00Z");
    CHECK(used(0.8, "16h") == "2026-01-13T10:48:00Z");
    CHECK(used(0.5, "16h") == "2026-01-12T14:00:00Z");
    CHECK(used(0.5, "2d") == "2026-01-13T06:00:00Z");
    CHECK(used(0.5, "1bd") == "2026-01-12T14:00:00Z");
    CHECK(used(0.0, "4h") == "2026-01-12T06:00:00Z");
    CHECK(used(1.0, "4h") == "2026-01-12T10:00:00Z");
}

} // namespace reklamaatio::time::tests
