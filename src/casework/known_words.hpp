// SPDX-License-Identifier: GPL-3.0-or-later
// Free words of a file (categories, channels and the like) that are known here in another case.
#pragma once

#include "casework/desk.hpp"
#include "complaint/complaint.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reklamaatio::casework {

class KnownWords {
  public:
    explicit KnownWords(Desk& desk) : m_desk(desk) {}

    // Each word becomes the one that the policy has, else the one that complaints have, where these differ from it in
    // case alone. What nobody knows, and what is in use as it is written, stays.
    void replace_in(complaint::Complaint& complaint);

    // The complaint whose words were replaced last is stored; before, its words are not in use.
    void remember();

    struct Replaced {
        std::string_view field;
        std::string theirs, ours;
        std::size_t rows = 0;
    };
    // What became of which words so far.
    std::vector<Replaced> replaced() const;

  private:
    // Spellings of one word, by that word in lower case.
    using Spellings = std::map<std::string, std::set<std::string>>;
    std::string known_as(std::string_view field, const std::string& word);
    std::set<std::string>& in_use(std::string_view field, const std::string& word);
    std::vector<std::string> of_policy(std::string_view field) const;

    Desk& m_desk;
    using Word = std::pair<std::string_view, std::string>;
    std::map<std::string_view, Spellings> m_in_use; // read once for each field
    std::vector<Word> m_new;                        // of the last complaint
    std::map<Word, std::string> m_known;
    std::map<std::pair<std::string_view, std::string>, Replaced> m_replaced;
};

} // namespace reklamaatio::casework
