// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {
namespace {

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("a rule that names a field in vain beside others is odd") {
    CHECK(
        warnings_behind_head("[[rule]]\nwhen.category = \"a\"\nset.category = \"b\"\nset.harm = \"safety\"\n")
        == Lines{"p.toml:6:1: warning: rule 'rule 1' never sets category: it asks for a value of it, and a "
                 "value that is there stays; remove one of the two"});
}

TEST_CASE("symbols around words that are looked for are odd") {
    const auto looks_for = [](std::string_view written, std::string_view meant, int column) {
        return fmt::format("p.toml:7:{}: warning: '{}' looks for '{}', as only letters and digits count; "
                           "write it so, or other words",
                           column, written, meant);
    };
    const auto warned = [](std::string_view text) {
        return warnings_behind_head(fmt::format("[[rule]]\nwhen.text = {}\nset.category = \"x\"\n", text));
    };
    CHECK(warned("\"c++\"") == Lines{looks_for("c++", "c", 13)});
    CHECK(warned("[\"broken\", \"50 %\", \"#1 Uszkodz*\"]")
          == Lines{looks_for("50 %", "50", 24), looks_for("#1 Uszkodz*", "1 uszkodz*", 32)});
    CHECK(warned("[\"e-mail\", \"don't\", \"uszkodz*\", \"ei tullut\", \"3.5\", \"Päivä\"]").empty());
}

} // namespace reklamaatio::policy::tests
