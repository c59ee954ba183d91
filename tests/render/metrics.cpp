// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/metrics.hpp"

#include <sstream>

#include <doctest/doctest.h>

using namespace reklamaatio;

namespace {

std::string printed(const std::vector<render::MetricFamily>& families) {
    std::ostringstream out;
    render::write_metrics(families, out);
    return out.str();
}

} // namespace

TEST_CASE("a family has its lines together, and the end is marked") {
    CHECK(printed({}) == "# EOF\n");
    CHECK(
        printed(
            {{"shop_due", "", "Deadlines that fell due", {{{{"clock", "response"}}, 12}, {{}, 0}}},
             {"shop_taken_seconds", "seconds", "Time taken", {{{{"clock", "reply"}, {"group", "a"}}, 0.25}}}})
        == "# TYPE shop_due gauge\n"
           "# HELP shop_due Deadlines that fell due\n"
           "shop_due{clock=\"response\"} 12\n"
           "shop_due 0\n"
           "# TYPE shop_taken_seconds gauge\n"
           "# UNIT shop_taken_seconds seconds\n"
           "# HELP shop_taken_seconds Time taken\n"
           "shop_taken_seconds{clock=\"reply\",group=\"a\"} 0.25\n"
           "# EOF\n");
}

TEST_CASE("labels hold any text on one line, and an empty one is none") {
    const std::string text =
        printed({{"x", "", "h", {{{{"a", "quo\"te \\ and\nline \x1b[31m"}, {"b", ""}}, 1}}}});
    CHECK(text.find("x{a=\"quo\\\"te \\\\ and line \\\\x1b[31m\"} 1\n") != std::string::npos);
}

TEST_CASE("big numbers are not rounded") {
    CHECK(printed({{"x", "", "h", {{{}, 1793484000}, {{}, 1.0 / 3}}}})
              .find("x 1793484000\nx 0.3333333333333333\n")
          != std::string::npos);
}
