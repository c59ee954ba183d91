// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/word_lists.hpp"

#include "complaint/event.hpp"
#include "complaint/tags.hpp"

#include <algorithm>
#include <utility>

namespace reklamaatio::rulebook {

namespace {

// What one word of each list is called in a message.
constexpr std::array<std::string_view, complaint::Vocabulary<Listed>::k_words.size()> k_nouns{
    "a category", "a product", "a cause", "a channel", "a remedy", "a tag"};

} // namespace

std::optional<Listed> list_of(std::string_view field) {
    constexpr std::array k_lists{std::pair{std::string_view("category"), Listed::categories},
                                 std::pair{std::string_view("product"), Listed::products},
                                 std::pair{std::string_view("cause"), Listed::causes},
                                 std::pair{std::string_view("channel"), Listed::channels},
                                 std::pair{std::string_view("remedy"), Listed::remedies},
                                 std::pair{std::string_view("tags"), Listed::tags}};
    for (const auto& [name, list] : k_lists)
        if (name == field) return list;
    return std::nullopt;
}

void WordLists::close(Listed what, std::vector<std::string> words) {
    m_lists[static_cast<std::size_t>(what)] = std::move(words);
}

bool WordLists::is_closed(Listed what) const {
    return what == Listed::remedies || m_lists[static_cast<std::size_t>(what)].has_value();
}

std::vector<std::string_view> WordLists::words(Listed what) const {
    std::vector<std::string_view> found;
    if (what == Listed::remedies) found.assign(complaint::k_remedies.begin(), complaint::k_remedies.end());
    if (const auto& list = m_lists[static_cast<std::size_t>(what)])
        found.insert(found.end(), list->begin(), list->end());
    return found;
}

void WordLists::check(Listed what, std::string_view word) const {
    if (word.empty() || !is_closed(what)) return;
    const auto known = words(what);
    if (std::ranges::find(known, word) == known.end())
        complaint::refuse_word(word, k_nouns[static_cast<std::size_t>(what)], known);
}

void check_word(const WordLists& lists, const complaint::Field<complaint::Complaint>& field,
                const std::string& text) {
    if (!field.words.empty()) complaint::parse_value(field, text);
    if (const auto list = list_of(field.name)) lists.check(*list, text);
}

void check_words(const WordLists& lists, const complaint::FieldChange& change) {
    const auto* word = std::get_if<std::string>(&change.after);
    if (word == nullptr) return;
    if (change.field != "tags") {
        if (const auto list = list_of(change.field)) lists.check(*list, *word);
        return;
    }
    const auto* before = std::get_if<std::string>(&change.before);
    const auto known =
        complaint::split_tags(before != nullptr ? std::string_view(*before) : std::string_view());
    for (const auto& tag : complaint::split_tags(*word))
        if (std::ranges::find(known, tag) == known.end()) lists.check(Listed::tags, tag);
}

void check_words(const WordLists& lists, const complaint::Complaint& before, const complaint::Event& event) {
    for (const auto& change : event.changes)
        check_words(lists, change);
    if (event.message && event.message->channel != before.channel)
        lists.check(Listed::channels, event.message->channel);
}

} // namespace reklamaatio::rulebook
