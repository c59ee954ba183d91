// SPDX-License-Identifier: GPL-3.0-or-later
// Which complaints a command is for, as typed or as they come on standard input.
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::cli {

// What stands for ids may be.
inline constexpr std::string_view k_ids_help =
    "complaints: R-124, 124, R-120..R-124 or ref:X, comma-separated; - reads them from standard input";

// Whether it can only be meant for something else than a complaint: a name, a part of a sentence.
bool is_word(const std::string& typed);

// Likewise, or words with blanks between them that are no list of ids.
bool is_sentence(const std::string& typed);

// Whether it is one complaint or several: R-124, 124, R-120..R-124, ref:X.
bool names_complaints(const std::string& typed);

// Throws UsageError for such a word where a complaint is asked, with the way to find what it may be about.
void check_are_complaints(const std::vector<std::string>& typed);

// Ids as typed, where - stands for those on standard input: one or several a line, or separated by commas. A
// reference of an outside system may have blanks and commas of its own: it goes on until the next ref: or
// R-124 in its line. Throws Failure (bad_data) for a line that has something else than ids of complaints, or of what
// belongs to them.
std::vector<std::string> with_standard_input(const std::vector<std::string>& ids, std::istream& in);

// The same with words of whatever kind.
std::vector<std::string> with_words_on_input(const std::vector<std::string>& words, std::istream& in);

// P2, T1: what belongs to a complaint, by the letter of its kind and its number.
std::optional<std::int64_t> part_number(char letter, std::string_view text);

// Whether words only look like a complaint: R-13, #13. Where something is to be said, that was forgotten then.
bool names_complaint(std::string_view text);

} // namespace reklamaatio::cli
