// SPDX-License-Identifier: GPL-3.0-or-later
// Statutory terms in a policy: what is refused, what is odd, and the templates against terms that were worked out without
// them.
#include "complaint/error.hpp"
#include "policy/faults.hpp"
#include "policy/reach.hpp"
#include "policy/templates.hpp"
#include "rulebook/clocks/term_count.hpp"

#include <algorithm>
#include <fstream>
#include <map>

namespace reklamaatio::policy::tests {
namespace {

constexpr std::string_view k_head = R"([organisation]
[calendar.office]
hours.mon = ["08:00-16:00"]
)";

constexpr std::string_view k_good = R"([[legal]]
name = "goods"
term = "14d"
source = "art. 7a, seen 2026-11"
)";

std::string with(std::string_view lines) {
    return fmt::format("{}{}{}", k_head, k_good, lines);
}

rulebook::LegalTerm read_one(std::string_view lines) {
    const auto policy = read(with(lines), "p.toml");
    REQUIRE(policy.legal.size() == 1);
    return policy.legal.front();
}

// The template, standing alone in a firm in Helsinki.
std::string alone(std::string_view name) {
    const std::vector<std::string> names{std::string(name)};
    return "[organisation]\ntimezone = \"Europe/Helsinki\"\n" + templates_toml(names);
}

} // namespace

TEST_CASE("a statutory term says what it needs to, and the rest is as it is mostly") {
    using namespace rulebook;
    const auto plain = read_one("");
    CHECK(plain.name == "goods");
    CHECK(plain.term == Term{14, TermUnit::days});
    CHECK(plain.ends == TermEnds::day);
    CHECK(plain.from == TermFrom::received);
    CHECK(plain.is_for == TermFor::resolution);
    CHECK(plain.then == complaint::Silence::nothing);
    CHECK_FALSE(plain.pauses);
    CHECK_FALSE(plain.always);
    CHECK_FALSE(plain.extend_to);
    const auto full = read_one(R"(kind = ["claim"]
calendar = "office"
ends = "next-working-day"
from = "noticed"
for = "response"
met_by = ["email", "letter"]
then = "undisputed"
pauses = true
extend_to = "3mo"
warn = ["5d", "1bd"]
always = true
)");
    CHECK(full.when.has_any());
    CHECK(full.ends == TermEnds::next_working_day);
    CHECK(full.from == TermFrom::noticed);
    CHECK(full.is_for == TermFor::response);
    CHECK(full.met_by == std::vector<std::string>{"email", "letter"});
    CHECK(full.then == complaint::Silence::undisputed);
    CHECK(full.pauses);
    CHECK(full.extend_to == Term{3, TermUnit::months});
    CHECK(full.warn.size() == 2);
    CHECK(full.always);
}

TEST_CASE("a statutory term has a name, an end and a source") {
    CHECK(faults_of(std::string(k_head) + "[[legal]]\n")
          == "p.toml:4:1: [[legal]] needs a name, such as name = \"consumer goods, Poland\"\n"
             "p.toml:4:1: [[legal]] never ends without a term, such as term = \"14d\"\n"
             "p.toml:4:1: [[legal]] needs a source: the law, and when you looked it up, such as source = "
             "\"art. 7a "
             "of the act of 30 May 2014, seen 2026-11\"");
    CHECK(faults_of(std::string(k_head) + "[[legal]]\nname = \" \"\nterm = \"14d\"\nsource = \"\"\n")
          == "p.toml:5:8: [[legal]]: name is empty\np.toml:7:10: [[legal]]: source is empty");
    CHECK(faults_of(with(k_good))
          == "p.toml:9:8: another statutory term is called 'goods'; give each its own name");
}

TEST_CASE("what a statutory term cannot mean is refused") {
    const auto fault = [](std::string_view line) { return faults_of(with(line)); };
    CHECK(fault("ends = \"week\"\n") == "p.toml:8:8: 'week' is not an end of a term (day, next-working-day)");
    CHECK(fault("from = \"recieved\"\n")
          == "p.toml:8:8: 'recieved' is not a beginning of a term (received, noticed, acknowledged); did you "
             "mean "
             "'received'?");
    CHECK(fault("for = \"answer\"\n")
          == "p.toml:8:7: 'answer' is not what a term is for (acknowledge, update, response, resolution)");
    CHECK(fault("then = \"acepted\"\n")
          == "p.toml:8:8: 'acepted' is not what silence counts as (nothing, accepted, undisputed, refused); "
             "did you "
             "mean 'accepted'?");
    CHECK(fault("met_by = []\n")
          == "p.toml:8:10: [[legal]]: met_by is empty, so nothing would match; add words, or remove it");
    CHECK(fault("warn = [\"2h\"]\n")
          == "p.toml:8:9: '2h' counts hours, and a statutory term ends with a day; write 14d, 8w, 1mo or "
             "15bd");
    CHECK(fault("calendar = \"offise\"\n")
          == "p.toml:8:12: there is no calendar 'offise'; did you mean 'office'?");
    CHECK(
        fault("extend_to = \"14d\"\n")
        == "p.toml:8:13: '14d' is no more than the term itself, '14d'; write how long it may become in all");
    CHECK(fault("extend_to = \"30d\"\nfor = \"update\"\n")
          == "p.toml:8:13: only an answer or a decision can be given more time; leave extend_to out where "
             "for is "
             "update");
    CHECK(read_one("stage = 2\n").stage == 2);
    CHECK(read_one("").stage == 1);
    CHECK(fault("stage = 0\n")
          == "p.toml:8:9: there is no stage 0; write 1 for what is decided first, or 2 for what is decided "
             "on an "
             "appeal");
    CHECK(fault("stage = 10\n").starts_with("p.toml:8:9: there is no stage 10; "));
    CHECK(fault("stage = \"2\"\n").starts_with("p.toml:8:9: "));
    CHECK(fault("stage = 2\nfrom = \"acknowledged\"\n[[legal]]\nname = \"first\"\nterm = \"5d\"\nfor = "
                "\"acknowledge\"\nsource = \"a law, seen 2026-11\"\n")
              .starts_with("p.toml:9:8: no [[legal]] of its stage has for = "));
    CHECK(fault("for = \"update\"\nthen = \"accepted\"\n")
          == "p.toml:9:8: silence counts as accepted where an answer or a decision is owed; leave then out "
             "where for "
             "is update");
    CHECK(
        fault("from = \"acknowledged\"\n")
        == "p.toml:8:8: no [[legal]] of its stage has for = \"acknowledge\", which would say by when at the "
           "latest it begins; "
           "add one, or write received");
    CHECK(fault("from = \"acknowledged\"\nfor = \"acknowledge\"\n")
          == "p.toml:8:8: what is to be acknowledged cannot run from its acknowledgement; write received");
}

TEST_CASE("working days need a calendar, and channels are those of the policy") {
    const std::string bare = "[[legal]]\nname = \"goods\"\nsource = \"a law, seen 2026-11\"\n";
    CHECK(faults_of_part(bare + "term = \"15bd\"\n")
          == "p.toml:6:8: '15bd' needs working days, and the policy has no calendar; add one with the public "
             "holidays");
    CHECK(faults_of_part(bare + "term = \"14d\"\nends = \"next-working-day\"\n")
          == "p.toml:7:8: 'next-working-day' needs working days, and the policy has no calendar; add one "
             "with the "
             "public holidays");
    CHECK(faults_of_part(bare
                         + "term = \"14d\"\nmet_by = [\"latter\"]\n[vocabulary]\nchannels = [\"letter\"]\n")
              .find("did you mean 'letter'?")
          != std::string::npos);
}

TEST_CASE("a term that no calendar reaches is refused") {
    const std::string toml =
        "[organisation]\n[calendar.fair]\ndates.\"2026-11-25\" = [\"08:00-16:00\"]\n[[legal]]\n"
        "name = \"goods\"\nterm = \"15bd\"\nsource = \"a law, seen 2026-11\"\n";
    const auto reached = [](const std::string& text) {
        check_targets(read(text, "p.toml"), text, "p.toml", k_now);
    };
    CHECK(faults_of(toml, reached).starts_with("p.toml:6:8: '15bd' can never be reached: "));
}

TEST_CASE("what was looked up more than a year ago is odd, and a working Saturday as well") {
    const auto odd = [](std::string_view source, std::string_view rest = "") {
        return warnings_of(fmt::format("{}[[legal]]\nname = \"goods\"\nterm = \"14d\"\nsource = \"{}\"\n{}",
                                       k_head, source, rest));
    };
    CHECK(odd("a law, seen 2026-11").empty());
    CHECK(odd("a law, seen 2025-11").empty());
    CHECK(odd("a law, seen 2025-10")
          == std::vector<std::string>{"p.toml:7:10: warning: 'goods' was looked up in 2025-10, more than a "
                                      "year ago: see whether the law "
                                      "still says so, and write the month of today"});
    CHECK(odd("a law")
          == std::vector<std::string>{"p.toml:7:10: warning: the source of 'goods' does not say when "
                                      "somebody looked it up; end it with a "
                                      "month, such as: seen 2026-11"});
    CHECK(odd("a law, seen 2026-11", "ends = \"next-working-day\"\n").empty());
    CHECK(warnings_of("[organisation]\n[calendar.shop]\nhours.sat = [\"08:00-16:00\"]\n[[legal]]\nname = "
                      "\"goods\"\nterm = "
                      "\"14d\"\nends = \"next-working-day\"\nsource = \"a law, seen 2026-11\"\n")
          == std::vector<std::string>{
              "p.toml:4:1: warning: 'goods' takes Saturday for a working day, as calendar 'shop' has hours "
              "then; the "
              "law hardly does: give it a calendar of its own, with hours from Monday to Friday"});
}

TEST_CASE("a calendar of the law alone is used, and an escalation of it needs a term") {
    CHECK(warnings_behind_head(
              "[calendar.law]\nhours.mon = [\"08:00-16:00\"]\n[[legal]]\nname = \"goods\"\nterm = "
              "\"14d\"\ncalendar = \"law\"\nsource = \"a law, seen 2026-11\"\n")
              .empty());
    CHECK(warnings_behind_head("[[escalation]]\nclock = \"legal\"\nnotify = [\"assignee\"]\n")
          == std::vector<std::string>{
              "p.toml:7:9: warning: the escalation of legal never comes: the policy has no "
              "[[legal]]; add one, or remove it"});
}

TEST_CASE("each template is a good policy, alone and behind the example, and says what it is not") {
    std::vector<std::string> all;
    for (const auto name : template_names()) {
        CAPTURE(name);
        all.emplace_back(name);
        const auto toml = alone(name);
        CHECK(faults_when_judged(toml).empty());
        CHECK(warnings_of(toml).empty());
        CHECK(warnings_of(example_toml() + toml.substr(toml.find("# Statutory terms"))).empty());
        CHECK(toml.find("Check before use; this is no legal advice") != std::string::npos);
        CHECK(toml.find("# How sure: ") != std::string::npos);
        CHECK(toml.find("looked up 2026-11") != std::string::npos);
    }
    CHECK(all.size() == 8);
    CHECK(warnings_of("[organisation]\n" + templates_toml(all)).empty());
    CHECK_THROWS_WITH_AS(
        templates_toml(std::vector<std::string>{"pl-shopp"}),
        "'pl-shopp' is not a template (pl-shop, pl-finance, fi-shop, uk-finance, uk-housing, "
        "ie-finance, eu-data, b2b); did you mean 'pl-shop'?",
        complaint::BadValue);
}

// legal_terms.py made the file.
TEST_CASE("the templates end when an independent reckoning says") {
    std::map<std::string, rulebook::Policy, std::less<>> policies;
    for (const auto name : template_names())
        policies.emplace(name, read(alone(name), "p.toml"));
    std::map<std::string, int> judged;
    std::ifstream file(TESTS_FOLDER "/policy/legal_terms.csv");
    std::string line;
    REQUIRE(std::getline(file, line));
    while (std::getline(file, line)) {
        CAPTURE(line);
        const auto quote = line.find('"');
        const auto after = line.find('"', quote + 1);
        const auto name = line.substr(0, quote - 1);
        const auto comma = line.find(',', after + 2);
        const auto* term = legal_term_named(policies.at(name), line.substr(quote + 1, after - quote - 1));
        REQUIRE(term != nullptr);
        const auto received = time::from_iso(line.substr(after + 2, comma - after - 2));
        REQUIRE(received);
        const auto count = rulebook::count_term(*term, *received, policies.at(name).calendar_of(*term));
        CHECK(time::to_iso(*count.due) == line.substr(comma + 1));
        ++judged[name];
    }
    CHECK(judged.size() == template_names().size());
    for (const auto& [name, count] : judged)
        CHECK(count >= 20);
}

} // namespace reklamaatio::policy::tests
