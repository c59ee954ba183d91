// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml/unquoted_letter.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::toml::tests {
namespace {

std::string found_in(std::string_view toml) {
    const auto found = unquoted_letter(toml);
    if (!found) return "none";
    return std::to_string(found->place.line) + ":" + std::to_string(found->place.column) + " "
           + found->letter;
}

} // namespace

TEST_CASE("letters beyond ASCII stand in quotes and comments, and nowhere else") {
    CHECK(found_in("") == "none");
    CHECK(found_in("\xef\xbb\xbf[a]\nb = 1 # ä\n") == "none");
    CHECK(found_in("[person.\"päivi\"]\nname = 'Päivi' # Äiti\n") == "none");
    CHECK(found_in("[person.päivi]\n") == "1:10 ä");
    CHECK(found_in("a = \"ä\" # ö\nö = 1\n") == "2:1 ö");
    CHECK(found_in("a = \"ää\" ł\n") == "1:10 ł");
    CHECK(found_in("a = “x”\n") == "1:5 “");
    CHECK(found_in("a = \"x\\\"ä\" ö") == "1:12 ö");
    CHECK(found_in("a = 'x\\' ö") == "1:10 ö");
    CHECK(found_in("a = \"\"\"ä\n\"ä\" \\\"\"\"ä\n\"\"\"\nä") == "4:1 ä");
    CHECK(found_in("a = '''ä\n'ä'\n''' ä") == "3:5 ä");
    CHECK(found_in("a = \"ä\nb = ä") == "2:5 ä"); // never closed
    CHECK(found_in("a = \"\" ä") == "1:8 ä");
    CHECK(found_in("a = \"\"\"") == "none");
    CHECK(found_in("a = \"\\") == "none");
    CHECK(found_in("a = \xe4\nö") == "none"); // the parser says that it is not UTF-8
}

TEST_CASE("the parser meets no such letter where it looks for the end of a value") {
    const auto same = [](std::string_view toml) { return parsable(toml) == toml; };
    CHECK(same("a = \"ä\" # ö\n[b.\"ä\"]\nc.\"ä\" = 1 # ö\n\"ä\" = 'ä'\n"));
    CHECK(same("a = [\"ä\",\n1, \"ä\"]\nb = { c.\"ä\" = \"ä\", \"ö\" = [[\"ä\"]] }\n[[\"ä\"]]\n"));
    CHECK(same("a = [1, # ä\n{ \"ä\" = 1 },\n\"ä\"]\n\"ä\" = 1\n"));
    CHECK(parsable("a = 0[\"äö\"]\n\"ä\" = 1\n") == "a = 0[\"??\"]\n\"ä\" = 1\n");
    CHECK(parsable("a = 2026-01-02 'ä'\nb = [0.\"ä\",\n1\"ä\n")
          == "a = 2026-01-02 '?'\nb = [0.\"?\",\n1\"?\n");
    CHECK(parsable("a = { b = x\"ä\", \"ä\" = 1 }") == "a = { b = x\"?\", \"ä\" = 1 }");
}

} // namespace reklamaatio::toml::tests
