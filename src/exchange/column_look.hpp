// SPDX-License-Identifier: GPL-3.0-or-later
// What a column of an unknown file looks like, with the evidence: its cells are counted, never guessed at.
#pragma once

#include "time/pattern.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace reklamaatio::exchange {

enum class Look { nothing, uids, emails, times, phones, whole_numbers, sums, words, texts };

class ColumnLook {
  public:
    // More different texts than these are no vocabulary.
    static constexpr std::size_t k_most_words = 24;

    ColumnLook();

    // The next row's cell.
    void add(std::string_view cell);

    // What all cells are that are not empty; a few that are not are told by misfits().
    Look look() const;
    // Whether the cells could be that as well, few different ones as a vocabulary has: 0 and 1 are whole numbers.
    bool may_be(Look look) const;
    // Whether they are words with commas between them, and no semicolons.
    bool has_commas() const { return m_commas > 0 && m_semicolons == 0; }
    // "unique whole numbers", "3 words", "DD.MM.YYYY hh.mm", "texts, up to 2140 characters"
    std::string description() const;
    const std::vector<std::string>& misfits() const;

    std::size_t rows() const { return m_rows; }
    std::size_t filled() const { return m_filled; }
    bool is_unique() const { return m_filled > 0 && m_different.size() == m_filled; }
    std::size_t longest() const { return m_longest; }
    // A few texts, shortened.
    const std::vector<std::string>& samples() const { return m_samples; }
    // Each text and how often it comes; of a vocabulary alone.
    const std::map<std::string, std::size_t>& words() const { return m_words; }
    // Every format that reads all of the times, "" for the plain forms. Where there are several the file does not tell
    // which is meant.
    std::vector<std::string> date_formats() const;

  private:
    // How far the cells seen so far are of one kind.
    struct Candidate {
        std::size_t fits = 0;
        std::vector<std::string> misfits = {};
        bool is_out = false;
    };
    struct Format {
        std::string text;
        Candidate how;
    };

    void judge(Candidate& candidate, bool fits, const std::string& cell) const;
    bool is(const Candidate& candidate) const;
    void judge_times(const std::string& cell);
    const Candidate* candidate_of(Look look) const;
    bool is_vocabulary() const;
    std::vector<std::string> best_formats() const;

    std::size_t m_rows = 0, m_filled = 0, m_longest = 0, m_commas = 0, m_semicolons = 0;
    Candidate m_uids, m_emails, m_phones, m_whole_numbers, m_sums;
    std::size_t m_dialled = 0; // long ones with a plus, a zero in front, or blanks: no bare number
    std::vector<Format> m_formats;
    std::map<std::string, std::size_t> m_words;
    bool m_has_too_many_words = false;
    std::unordered_set<std::size_t> m_different; // hashes
    std::vector<std::string> m_samples;
};

} // namespace reklamaatio::exchange
