// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/profile_words.hpp"

#include "complaint/error.hpp"
#include "exchange/word_map.hpp"
#include "text/blank.hpp"
#include "text/fold.hpp"

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

void check_cases(toml::Reader& table, const Words& words) {
    std::map<std::string, Words::const_iterator> known;
    for (auto word = words.begin(); word != words.end(); ++word) {
        const auto [before, is_new] = known.emplace(text::lower(text::trimmed(word->first)), word);
        const auto& [theirs, ours] = *before->second;
        if (!is_new && ours != word->second)
            table.blame_key(word->first,
                            fmt::format("{}: '{}' and '{}' are one word, in any case, and cannot be both "
                                        "{} and {}; remove one",
                                        table.name(), theirs, word->first, shown_meaning(ours),
                                        shown_meaning(word->second)));
    }
}

} // namespace

void check_words(toml::Reader& table, const Words& words, const Field* field) {
    check_cases(table, words);
    if (field == nullptr) return;
    for (const auto& [theirs, ours] : words)
        if (const auto fault = why_not(*field, ours))
            table.blame_value(theirs, fmt::format("{}: {}", table.name(), *fault));
}

std::optional<std::string> why_not(const Field& field, const std::string& ours) {
    Reading as_we_write;
    as_we_write.dates = DateForms::our_own();
    Draft draft;
    try {
        if (!ours.empty()) field.take(draft, ours, as_we_write);
        return std::nullopt;
    } catch (const complaint::BadValue& fault) {
        return fault.what();
    } catch (const time::Error& fault) {
        return fault.what();
    }
}

} // namespace reklamaatio::exchange
