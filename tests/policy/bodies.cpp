// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/bodies.hpp"

#include "policy/faults.hpp"

namespace reklamaatio::policy::tests {

using rulebook::BodyKind;

TEST_CASE("outside bodies are read in the order of the file") {
    const auto p = read(R"([organisation]
timezone = "Europe/Helsinki"
[body.kril]
name = "Kuluttajariitalautakunta"
kind = "board"
email = "kril@example.fi"
address = "PL 306, 00531 Helsinki"
answer = "30d"
[body.law]
)",
                        "p.toml");
    REQUIRE(p.bodies.size() == 2);
    CHECK(p.bodies[0].key == "kril");
    CHECK(p.bodies[0].name == "Kuluttajariitalautakunta");
    CHECK(p.bodies[0].kind == BodyKind::board);
    CHECK(p.bodies[0].email == "kril@example.fi");
    CHECK(p.bodies[1].name == "law"); // the key stands for it
    CHECK_FALSE(p.bodies[1].kind);
    CHECK(p.bodies[1].email.empty());
    CHECK(p.bodies[0].address == "PL 306, 00531 Helsinki");
    CHECK(p.bodies[0].answer == rulebook::Term{30, rulebook::TermUnit::days});
    CHECK_FALSE(p.bodies[1].answer);
}

TEST_CASE("the answer that a body waits for is due at the end of the last day of its term") {
    const auto p = read(R"([organisation]
timezone = "Europe/Helsinki"
[calendar.office]
hours.mon = ["08:00-16:00"]
hours.tue = ["08:00-16:00"]
[body.kril]
answer = "3bd"
[body.kkv]
answer = "1mo"
[body.law]
)",
                        "p.toml");
    const auto end = [&](std::size_t body, std::string_view since) {
        const auto at =
            rulebook::answer_term_end(p.bodies[body], *time::from_iso(since), p.default_calendar());
        return at ? time::to_iso(*at) : "never";
    };
    CHECK(end(0, "2026-11-02T08:00:00Z") == "2026-11-10T21:59:59Z"); // Tue, Mon, Tue
    CHECK(end(1, "2026-11-30T08:00:00Z") == "2026-12-30T21:59:59Z");
    CHECK(end(2, "2026-11-30T08:00:00Z") == "never");
}

TEST_CASE("what a body cannot have is a fault in its place") {
    const std::string no_key = " cannot be a key; use letters, digits, - _ and ., and not the word review";
    const std::string reserved = "p.toml:3:1: 'review'" + no_key;
    const std::string with_blank = "p.toml:3:1: 'a b'" + no_key;
    check_parts({
        {"[body.kkv]\n", ""},
        {"[body.review]\n", reserved},
        {"[body.\"a b\"]\n", with_blank},
        {"[body.x]\nkind = \"bord\"\n",
         "p.toml:4:8: 'bord' is not a kind of body (board, authority, court, lawyer); did you mean 'board'?"},
        {"[body.x]\nemail = \"nowhere\"\n",
         "p.toml:4:9: 'nowhere' is not an e-mail address; write name@example.com"},
        {"[body.x]\nmail = \"x\"\n", "p.toml:4:1: [body.x] has no key 'mail'; did you mean 'email'?"},
        {"[body.x]\nanswer = \"20\"\n",
         "p.toml:4:10: '20' is not a statutory term; write 14d, 8w, 1mo or 15bd"},
        {"[body.x]\nanswer = \"20bd\"\n",
         "p.toml:4:10: '20bd' needs working days, and the policy has no calendar; add one with the public "
         "holidays"},
        {"[body]\nx = \"y\"\n", "p.toml:4:5: body.x must be a table; write [body.x]"},
    });
}

} // namespace reklamaatio::policy::tests
