// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/lint.hpp"
#include "policy/unreachable_rules.hpp"
#include "text/streams.hpp"
#include "text/words.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::policy {

namespace {

using rulebook::Phrase;

// Whether something else stands before its words or after them, such as the + of "c++"; what joins two
// words, as in "e-mail", is not missed.
bool has_symbols_around(std::string chunk) {
    if (chunk.ends_with('*')) chunk.pop_back();
    const auto count = text::words_of(chunk).size();
    // A letter more lengthens a word, unless a symbol stands between.
    return text::words_of(chunk + "x").size() != count || text::words_of("x" + chunk).size() != count;
}

bool has_symbols_around_words(const Phrase& phrase) {
    text::InText chunks(phrase.text);
    for (std::string chunk; chunks >> chunk;)
        if (has_symbols_around(chunk)) return true;
    return false;
}

std::string looked_for(const Phrase& phrase) {
    std::vector<std::string> words;
    for (const auto& [folded, is_stem] : phrase.words)
        words.push_back(folded + (is_stem ? "*" : ""));
    return fmt::format("{}", fmt::join(words, " "));
}

} // namespace

void lint_rules(const Look& look) {
    for (std::size_t i = 0; i < look.policy.rules.size(); ++i) {
        const auto& rule = look.policy.rules[i];
        const auto where = look.file["rule"][i];
        for (const auto field : decided_by_its_conditions(look.policy, rule))
            look.say(where, fmt::format("rule '{}' never sets {}: it asks for a value of it, and a value "
                                        "that is there stays; remove one of the two",
                                        rule.name, field.name()));
        const auto texts = where["when"]["text"];
        for (std::size_t k = 0; k < rule.when.text.size(); ++k) {
            const auto& phrase = rule.when.text[k];
            if (has_symbols_around_words(phrase))
                look.say(
                    texts.is_list() ? texts[k] : texts,
                    fmt::format(
                        "'{}' looks for '{}', as only letters and digits count; write it so, or other words",
                        phrase.text, looked_for(phrase)));
        }
    }
}

} // namespace reklamaatio::policy
