// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/retention.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

std::string aged(std::string_view date, std::string_view age) {
    return time::to_iso(date_at_age(time::date_from_iso(date).value(), parse_age(age)));
}

std::string refusal_of(std::string_view age) {
    return message_of<BadValue>([&] { parse_age(age); });
}

} // namespace

TEST_CASE("an age is counted on the wall calendar") {
    CHECK(aged("2026-11-20", "90d") == "2027-02-18");
    CHECK(aged("2026-11-20", "2w") == "2026-12-04");
    CHECK(aged("2026-11-20", "18mo") == "2028-05-20");
    CHECK(aged("2026-11-20", "3y") == "2029-11-20");
    CHECK(aged("2024-02-29", "1y") == "2025-02-28");
    CHECK(aged("2024-02-29", "4y") == "2028-02-29");
    CHECK(aged("2026-10-31", "1mo") == "2026-11-30");
    for (const std::string_view text : {"1d", "26w", "18mo", "3y"})
        CHECK(to_string(parse_age(text)) == text);
}

TEST_CASE("an age that is none is refused with what to write") {
    CHECK(refusal_of("18m") == "'18m' would be minutes; write 18mo for months");
    CHECK(refusal_of("101y") == "'101y' is too long; write at most 100y");
    for (const std::string_view bad : {"", "3", "y", "0y", "-3y", "3 y", "3years", "3bd", "9999999999y"}) {
        CAPTURE(bad);
        CHECK(refusal_of(bad)
              == "'" + std::string(bad)
                     + "' is not a length of time to keep data for; write 90d, 26w, 18mo or 3y");
    }
}

} // namespace reklamaatio::rulebook::tests
