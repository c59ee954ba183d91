// SPDX-License-Identifier: GPL-3.0-or-later
// The words that a firm uses for what it sorts by.
#pragma once

#include "complaint/event.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::rulebook {

// What a policy may list the words of.
enum class Listed { categories, products, causes, channels, remedies, tags };

constexpr auto vocabulary(Listed) {
    return complaint::Words<6>{"a list of words",
                               {"categories", "products", "causes", "channels", "remedies", "tags"}};
}

// The list that a field of a complaint takes its words from; nothing for one without.
std::optional<Listed> list_of(std::string_view field);

// A list that is given is closed. Remedies are always: k_remedies and what the list adds.
class WordLists {
  public:
    void close(Listed what, std::vector<std::string> words);
    bool is_closed(Listed what) const;
    // The words of a closed list, in the order of the policy; none of an open one.
    std::vector<std::string_view> words(Listed what) const;
    // Throws BadValue with a suggestion for a word that a closed list does not have. The empty word, a value
    // that is taken away, is in every list.
    void check(Listed what, std::string_view word) const;

  private:
    std::array<std::optional<std::vector<std::string>>, complaint::Vocabulary<Listed>::k_words.size()>
        m_lists;
};

// A text that is to be a value of the field, as a policy or a file of cases asks for it. Throws BadValue for a
// word that the field's vocabulary, or a closed list, does not have.
void check_word(const WordLists& lists, const complaint::Field<complaint::Complaint>& field,
                const std::string& text);

// The word, or the words, that a field of a complaint is changed to, as far as their list is closed; for
// other fields nothing is checked. Throws BadValue with a suggestion.
void check_words(const WordLists& lists, const complaint::FieldChange& change);

// All that an event gives to a complaint, the channel of what was said included, unless the complaint came
// that way. Throws BadValue with a suggestion.
void check_words(const WordLists& lists, const complaint::Complaint& before, const complaint::Event& event);

} // namespace reklamaatio::rulebook
