// SPDX-License-Identifier: GPL-3.0-or-later
// What a column of an unknown file looks like, with the evidence: its cells are counted, never guessed at.
#pragma once

#include "time/pattern.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace reklamaatio::exchange {

enum class Look { nothing, uids, emails, times, times_of_day, phones, whole_numbers, sums, words, texts };

class ColumnLook {
  public:
    // More different texts than these are no vocabulary.
    static constexpr std::size_t k_most_words = 24;

    ColumnLook();

    // The name of the column says that they are times of day, where 10.00 could be a sum as well.
    void expect_times_of_day() { m_expects_clock = true; }

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

    // "-" and the like, which stand for none: they speak neither for nor against what the others are.
    const std::vector<std::string>& none_words() const { return m_none_words; }
    // Whether all are numbers of something: "#1001".
    bool are_numbered() const { return m_judged > 0 && m_numbered == m_judged; }
    // How many are what Exchange has in place of an address: "/o=ExchangeLabs/ou=...". They are no address, and speak
    // neither for nor against the others.
    std::size_t directory_names() const { return m_directory_names; }
    // Of sums, where some can be read with that mark alone and none with the other alone.
    std::optional<char> decimal_mark() const;

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
    // Whether these formats read each of the times as the same, and have day and month in one order.
    bool read_alike(const std::vector<std::string>& formats) const;
    // Whether they stop at the day.
    bool are_dates() const;
    // Of times: whether some have a time of day, and whether some say in which zone they are, by a name or an offset.
    bool has_clock_times() const { return m_with_clock > 0; }
    bool tells_zone() const { return m_with_zone > 0; }
    // Whole numbers of seconds or milliseconds since 1970, some of them 0, which is no time then.
    bool has_epoch_zeros() const { return may_be(Look::times) && m_epoch_zeros > 0 && is(m_whole_numbers); }
    // The same of times of day: "hh:mm".
    std::vector<std::string> clock_formats() const;

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
        std::uint64_t instants = 0; // a sum of all that were read, each in its place
    };

    void count(const std::string& cell);
    void judge(const std::string& cell);
    void judge(Candidate& candidate, bool fits, const std::string& cell) const;
    bool is(const Candidate& candidate) const;
    void judge_times(const std::string& cell);
    void judge_format(Format& format, const std::optional<time::Instant>& at, const std::string& cell);
    void judge_epoch(const std::string& cell);
    void judge_sum(const std::string& cell);
    std::vector<std::string> best_of(const std::vector<Format>& formats) const;
    const Candidate* candidate_of(Look look) const;
    bool is_vocabulary() const;
    bool are_times_of_day() const;

    std::size_t m_rows = 0, m_filled = 0, m_longest = 0, m_commas = 0, m_semicolons = 0;
    std::size_t m_judged = 0, m_with_point = 0, m_with_comma = 0, m_epoch_zeros = 0, m_with_clock = 0;
    std::size_t m_with_zone = 0;
    Candidate m_uids, m_emails, m_phones, m_whole_numbers, m_sums;
    std::size_t m_numbered = 0, m_directory_names = 0;
    bool m_expects_clock = false;
    std::size_t m_dialled = 0; // long ones with a plus, a zero in front, or blanks: no bare number
    std::vector<Format> m_formats, m_clocks, m_epochs;
    std::vector<std::string> m_none_words;
    std::map<std::string, std::size_t> m_words;
    bool m_has_too_many_words = false;
    std::unordered_set<std::size_t> m_different; // hashes
    std::vector<std::string> m_samples;
};

} // namespace reklamaatio::exchange
