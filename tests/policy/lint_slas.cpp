// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {
namespace {

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("a service level is never used when those before it take all of it") {
    CHECK(warnings_behind_head(R"([[sla]]
kind = "claim"
priority = "high"
[[sla]]
kind = "claim"
priority = ["high"]
harm = "injury"
[[sla]]
name = "all kinds"
kind = ["praise", "remark", "complaint", "claim"]
[[sla]]
name = "rest"
channel = "phone"
)") == Lines{never_used(9, "sla 2", "sla 1"), never_used(16, "rest", "all kinds")});
    CHECK(
        warnings_behind_head(R"([[sla]]
kind = ["claim", "complaint"]
[[sla]]
kind = ["praise", "remark"]
[[sla]]
harm = "safety"
)")
        == Lines{"p.toml:10:1: warning: service level 'sla 3' is never used: those before it win whenever it "
                 "would; put it before them, or remove it"});
}

TEST_CASE("a service level that has something left is not odd") {
    CHECK(warnings_behind_head(R"([[sla]]
kind = "claim"
channel = ["phone", "email"]
[[sla]]
kind = "claim"
channel = ["phone", "web"]
[[sla]]
kind = ["claim", "complaint"]
[[sla]]
kind = ["praise"]
[[sla]]
)")
              .empty());
}

} // namespace reklamaatio::policy::tests
