// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/phrase.hpp"

#include "complaint/builders.hpp"
#include "complaint/error.hpp"

#include <array>
#include <random>

#include <fmt/format.h>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;
namespace {

bool has(std::string_view text, std::string_view phrase) {
    return WordIndex(text).contains(parse_phrase(phrase));
}

std::string refusal_of(std::string_view phrase) {
    return message_of<BadValue>([&] { parse_phrase(phrase); });
}

bool covered(std::string_view wide, std::string_view narrow) {
    return covers(parse_phrase(wide), parse_phrase(narrow));
}

// Glyphs and what they are once case and accents are gone; "" parts words.
struct Glyph {
    std::string_view written;
    std::string_view plain;
};
constexpr std::array<Glyph, 16> k_glyphs{{{"a", "a"},
                                          {"A", "a"},
                                          {"ä", "a"},
                                          {"a\u0308", "a"},
                                          {"Ł", "l"},
                                          {"l", "l"},
                                          {"ß", "ss"},
                                          {"Ø", "o"},
                                          {"æ", "ae"},
                                          {"7", "7"},
                                          {"я", "я"},
                                          {" ", ""},
                                          {"\n", ""},
                                          {", ", ""},
                                          {"-", ""},
                                          {"€", ""}}};

struct Sample {
    std::string written;
    std::vector<std::string> words;
};

Sample random_sample(std::mt19937& random, int most) {
    Sample made;
    bool in_word = false;
    for (int left = std::uniform_int_distribution(0, most)(random); left > 0; --left) {
        const auto& glyph =
            k_glyphs[std::uniform_int_distribution<std::size_t>(0, k_glyphs.size() - 1)(random)];
        made.written += glyph.written;
        if (!glyph.plain.empty() && !in_word) made.words.emplace_back();
        if (!glyph.plain.empty()) made.words.back() += glyph.plain;
        in_word = !glyph.plain.empty();
    }
    return made;
}

// Word by word from every place, without index and without library.
bool naively_has(const std::vector<std::string>& text, const std::vector<std::string>& phrase, bool stem) {
    for (std::size_t from = 0; from + phrase.size() <= text.size(); ++from) {
        bool all = true;
        for (std::size_t i = 0; i < phrase.size(); ++i) {
            const bool last = i + 1 == phrase.size();
            const auto& word = text[from + i];
            all = all && (last && stem ? word.substr(0, phrase[i].size()) == phrase[i] : word == phrase[i]);
        }
        if (all) return true;
    }
    return false;
}

} // namespace

TEST_CASE("a word is found whole and never within another") {
    CHECK(has("Uunin luukku on rikki.", "rikki"));
    CHECK(has("RIKKI", "rikki"));
    CHECK(has("on(rikki)!", "Rikki"));
    CHECK_FALSE(has("rikkinäinen", "rikki"));
    CHECK_FALSE(has("eirikki", "rikki"));
    CHECK_FALSE(has("", "rikki"));
    CHECK(has("order 4711 is late", "4711"));
    CHECK_FALSE(has("order 47110 is late", "4711"));
}

TEST_CASE("a star finds every word that begins so") {
    CHECK(has("paczka uszkodzona", "uszkodz*"));
    CHECK(has("USZKODZENIE", "uszkodz*"));
    CHECK(has("uszkodz", "uszkodz*"));
    CHECK_FALSE(has("nieuszkodzona", "uszkodz*"));
    CHECK(has("the box was badly dented", "bad* dent*"));
}

TEST_CASE("several words are a phrase in order whatever stands between them that is no word") {
    CHECK(has("It was never - delivered!", "never delivered"));
    CHECK(has("never\ndelivered", "never delivered"));
    CHECK_FALSE(has("delivered never", "never delivered"));
    CHECK_FALSE(has("never been delivered", "never delivered"));
    CHECK_FALSE(has("never", "never delivered"));
    CHECK(has("never never delivered", "never delivered"));
    CHECK(has("I don't know", "don't know"));
}

TEST_CASE("case and accents do not count in any language") {
    CHECK(has("Łódź jest daleko", "lodz"));
    CHECK(has("lodz", "ŁÓDŹ"));
    CHECK(has("Rødgrød med fløde", "rodgrod"));
    CHECK(has("die Straße", "strasse"));
    CHECK(has("STRASSE", "straße"));
    CHECK(has("Đorđe", "dorde"));
    CHECK(has("œuvre", "oeuvre"));
    CHECK(has("Ærø", "aero"));
    CHECK(has("ПОСЫЛКА СЛОМАНА", "сломана"));
    CHECK(has("ΣΠΑΣΜΕΝΟΣ", "σπασμένος"));
    CHECK(has("särkynyt", "sa\u0308rkynyt"));
}

TEST_CASE("what has no word or a star elsewhere is refused") {
    CHECK(refusal_of("") == "'' has no word to look for; write letters or digits");
    CHECK(refusal_of(" - ") == "' - ' has no word to look for; write letters or digits");
    for (const std::string_view bad : {"*", "*rikki", "rik*ki", "rikki **", "rikki *", "shop-*", "a* * b"})
        CHECK(refusal_of(bad)
              == fmt::format("'{}' has a * that is not at the end of a word; write it as in \"uszkodz*\"",
                             bad));
    CHECK(refusal_of("ł* b*").empty());
}

TEST_CASE("a phrase covers those that cannot be there without it") {
    CHECK(covered("broken", "broken glass"));
    CHECK(covered("BROKEN", "broken"));
    CHECK(covered("brok*", "broken"));
    CHECK(covered("brok*", "broke*"));
    CHECK(covered("glass of", "broken glass of water"));
    CHECK_FALSE(covered("broken glass", "broken"));
    CHECK_FALSE(covered("broken", "brok*"));
    CHECK_FALSE(covered("broke*", "brok*"));
    CHECK_FALSE(covered("broken water", "broken glass water"));
}

TEST_CASE("random texts and phrases are matched as word by word comparison does") {
    std::mt19937 random(20261120);
    int found = 0;
    for (int round = 0; round < 20000; ++round) {
        const auto text = random_sample(random, 30);
        auto phrase = random_sample(random, 4);
        if (phrase.words.empty()) continue;
        const bool stem = round % 2 == 0;
        // A star must touch a word.
        const bool ends_in_word = parse_phrase(phrase.written + "x").words.size() == phrase.words.size();
        if (stem && !ends_in_word) continue;
        CAPTURE(text.written);
        CAPTURE(phrase.written);
        const bool expected = naively_has(text.words, phrase.words, stem);
        CHECK(has(text.written, phrase.written + (stem ? "*" : "")) == expected);
        found += expected ? 1 : 0;
    }
    CHECK(found > 1000);
}

} // namespace reklamaatio::rulebook::tests
