// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/known_words.hpp"

#include "complaint/field.hpp"
#include "rulebook/word_lists.hpp"
#include "store/words_in_use.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace reklamaatio::casework {

namespace {

constexpr std::array<std::string_view, 6> k_free{"category", "product", "cause",
                                                 "channel",  "team",    "assignee"};

} // namespace

std::vector<std::string> KnownWords::of_policy(std::string_view field) const {
    const auto& policy = m_desk.policy();
    std::vector<std::string> words;
    if (field == "team")
        for (const auto& team : policy.teams)
            words.push_back(team.key);
    if (field == "assignee")
        for (const auto& person : policy.people)
            words.push_back(person.key);
    if (const auto list = rulebook::list_of(field))
        for (const auto word : policy.words.words(*list))
            words.emplace_back(word);
    return words;
}

std::string KnownWords::known_as(std::string_view field, const std::string& word) {
    const auto listed = of_policy(field);
    if (std::ranges::find(listed, word) != listed.end()) return word;
    const auto lower = text::lower(word);
    const auto is_same = [&](const std::string& known) { return text::lower(known) == lower; };
    if (const auto found = std::ranges::find_if(listed, is_same); found != listed.end()) return *found;
    const auto& spellings = in_use(field, lower);
    if (!spellings.empty() && !spellings.contains(word)) return *spellings.begin();
    m_new.emplace_back(field, word);
    return word;
}

// Spellings of a word, which is in lower case.
std::set<std::string>& KnownWords::in_use(std::string_view field, const std::string& word) {
    const auto [known, is_new] = m_in_use.try_emplace(field);
    if (is_new)
        for (auto& each : store::words_in_use(m_desk.database(), field))
            known->second[text::lower(each)].insert(std::move(each));
    return known->second[word];
}

void KnownWords::remember() {
    for (const auto& [field, word] : m_new)
        in_use(field, text::lower(word)).insert(word);
    m_new.clear();
}

void KnownWords::replace_in(complaint::Complaint& complaint) {
    // Of a row that was not taken: they are looked for again.
    for (const auto& word : m_new)
        m_known.erase(word);
    m_new.clear();
    for (const auto name : k_free) {
        const auto& field = complaint::known_field<complaint::Complaint>(name);
        const auto word = complaint::text_of(field.get(complaint));
        if (word.empty()) continue;
        const auto [known, is_new] = m_known.try_emplace({name, word});
        if (is_new) known->second = known_as(name, word);
        if (known->second == word) continue;
        auto& replaced = m_replaced[{name, word}];
        replaced = {name, word, known->second, replaced.rows + 1};
        field.set(complaint, known->second);
    }
}

std::vector<KnownWords::Replaced> KnownWords::replaced() const {
    std::vector<Replaced> all;
    for (const auto& [key, replaced] : m_replaced)
        all.push_back(replaced);
    return all;
}

} // namespace reklamaatio::casework
