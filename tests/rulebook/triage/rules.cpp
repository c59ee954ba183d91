// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/rules.hpp"

#include "rulebook/triage/ruled.hpp"
#include "rulebook/triage/rules_explained.hpp"

#include <chrono>
#include <random>

#include <fmt/format.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;

TEST_CASE("every rule that matches sets what no earlier one has set") {
    RuleSettings first = category("damage");
    first.tags = {"carrier"};
    RuleSettings second = category("transport");
    second.fields.set("kind", "claim");
    second.team = "returns";
    second.tags = {"autumn", "carrier"};
    RuleSettings third;
    third.person = "pekka";
    third.fields.set("priority", "high");
    const auto p =
        with_rules({rule("rikki", text_has({"rikki"}), first), rule("lost", text_has({"lost"}), third),
                    rule("broken", text_has({"broken"}), second), rule("all", {}, third)});
    const Complaint c = broken_stove();
    const RuleFacts facts{c, "", ""};
    const auto ruling = classify_by_rules(p, facts);
    CHECK(*ruling.set.fields.find("category") == Value{"damage"});
    CHECK(*ruling.set.fields.find("kind") == Value{"claim"});
    CHECK(ruling.set.team == "returns");
    CHECK(ruling.set.person.empty());
    CHECK(*ruling.set.fields.find("priority") == Value{"high"});
    CHECK(ruling.set.tags == std::vector<std::string>{"autumn", "carrier"});
    CHECK_FALSE(ruling.set.fields.has("harm"));
    CHECK(ruling.rule_that_set(settable("category")) == 0);
    CHECK(ruling.rule_that_set(settable("assign")) == 2);
    CHECK(ruling.rule_that_set(settable("priority")) == 3);
    CHECK_FALSE(ruling.rule_that_set(settable("harm")));
    CHECK(explained(p, facts, ruling)
          == std::vector<std::string>{
              "rikki: matched; sets category to damage, adds tags carrier",
              "lost: did not match: the text has no lost",
              "broken: matched; sets kind to claim, assigns it to team:returns, adds tags autumn, carrier, "
              "category was set by rikki",
              "all: matched; sets priority to high, who handles it was set by broken"});
}

TEST_CASE("what somebody decided by hand is left alone") {
    RuleSettings set = category("damage");
    set.fields.set("kind", "claim");
    const auto p = with_rules({rule("all", {}, set)});
    Complaint c = broken_stove();
    c.category = "delay";
    const RuleFacts facts{c, "", "", {settable("category")}};
    const auto ruling = classify_by_rules(p, facts);
    CHECK_FALSE(ruling.set.fields.has("category"));
    CHECK(*ruling.set.fields.find("kind") == Value{"claim"});
    CHECK(explained(p, facts, ruling)
          == std::vector<std::string>{"all: matched; sets kind to claim, category was decided otherwise"});
}

TEST_CASE("rules look at the complaint as it came and not at what rules made of it") {
    RuleConditions damaged;
    damaged.fields.ask("category", {"damage"});
    RuleSettings urgent;
    urgent.fields.set("priority", "urgent");
    const auto p = with_rules({rule("sort", {}, category("damage")), rule("hurry", damaged, urgent)});
    const Complaint c = broken_stove();
    const RuleFacts facts{c, "", ""};
    const auto ruling = classify_by_rules(p, facts);
    CHECK_FALSE(ruling.set.fields.has("priority"));
    CHECK(explained(p, facts, ruling)[1] == "hurry: did not match: category is empty, not damage");
}

TEST_CASE("random rules fall as one by one and covered rules match no more often") {
    std::mt19937 random(7);
    const auto pick = [&](std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
    };
    constexpr std::array<std::string_view, 4> k_vocabulary{"rikki", "lost", "late", "bro*"};
    constexpr std::array<std::string_view, 4> k_written{"rikki", "lost", "late", "broken"};
    constexpr std::array<std::string_view, 3> k_channels{"email", "phone", "web"};
    for (int round = 0; round < 2000; ++round) {
        std::vector<Rule> rules;
        std::vector<std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> asked; // words, channels
        for (std::size_t i = 0; i < 1 + pick(5); ++i) {
            Rule made{fmt::format("{}", i), {}, category(fmt::format("c{}", i))};
            asked.emplace_back();
            for (std::size_t n = pick(3); n > 0; --n) {
                asked.back().first.push_back(pick(4));
                made.when.text.push_back(parse_phrase(k_vocabulary[asked.back().first.back()]));
            }
            for (std::size_t n = pick(2); n > 0; --n) {
                asked.back().second.push_back(pick(3));
                made.when.fields.ask("channel", {std::string(k_channels[asked.back().second.back()])});
            }
            rules.push_back(std::move(made));
        }
        Complaint c = draft();
        std::set<std::size_t> written;
        c.subject.clear();
        for (std::size_t n = pick(3); n > 0; --n)
            written.insert(pick(4));
        for (const auto w : written)
            c.text += fmt::format("{} ", k_written[w]);
        const auto channel = pick(3);
        c.channel = k_channels[channel];

        std::optional<std::string> expected;
        for (std::size_t i = 0; i < rules.size() && !expected; ++i) {
            const auto& [words, channels] = asked[i];
            const bool text =
                words.empty() || std::ranges::any_of(words, [&](auto w) { return written.contains(w); });
            const bool way = channels.empty() || std::ranges::find(channels, channel) != channels.end();
            if (text && way) expected = fmt::format("c{}", i);
        }
        const auto p = with_rules(rules);
        const auto ruling = classify_by_rules(p, {c, "", ""});
        const auto* became = ruling.set.fields.find("category");
        CHECK((became ? std::optional(text_of(*became)) : std::nullopt) == expected);
        for (std::size_t i = 1; i < rules.size(); ++i)
            if (covers(rules[0].when, rules[i].when) && ruling.verdicts[i].matched())
                CHECK(ruling.verdicts[0].matched());
    }
}

TEST_CASE("two hundred rules cost well under a millisecond") {
    std::vector<Rule> rules;
    for (int i = 0; i < 200; ++i) {
        RuleConditions when;
        for (int j = 0; j < 5; ++j)
            when.text.push_back(parse_phrase(fmt::format("słowo{}x{}* dwa", i, j)));
        rules.push_back(rule(fmt::format("r{}", i), when, category("x")));
    }
    const auto p = with_rules(std::move(rules));
    Complaint c = draft();
    for (int i = 0; i < 250; ++i)
        c.text += fmt::format("Paczka słowo{} przyszła ", i);
    auto best = std::chrono::nanoseconds::max();
    for (int i = 0; i < 10; ++i) {
        const auto start = std::chrono::steady_clock::now();
        const auto ruling = classify_by_rules(p, {c, "", ""});
        best = std::min<std::chrono::nanoseconds>(best, std::chrono::steady_clock::now() - start);
        CHECK(ruling.verdicts.size() == 200);
    }
    MESSAGE("200 rules of 5 phrases over 750 words: ", best.count() / 1000, " µs");
#ifdef NDEBUG
    CHECK(best < std::chrono::milliseconds{5}); // on a machine that is busy with other things
#endif
}

TEST_CASE("what rules set becomes of the facts but for who handles it") {
    RuleSettings set = category("damage");
    set.fields.set("kind", "claim");
    set.fields.set("priority", "high");
    set.fields.set("harm", "safety");
    set.fields.set("product", "stove");
    set.fields.set("cause", "carrier");
    set.tags = {"summer", "x"};
    set.person = "maria";
    Complaint c = broken_stove();
    apply_classification(c, classification_by(set));
    CHECK(c.kind == Kind::claim);
    CHECK(c.priority == Priority::high);
    CHECK(c.harm == Harm::safety);
    CHECK(c.category == "damage");
    CHECK(c.product == "stove");
    CHECK(c.cause == "carrier");
    CHECK(c.tags == std::vector<std::string>{"summer", "vip", "x"});
    CHECK(c.assignee.empty());
}

} // namespace reklamaatio::rulebook::tests
