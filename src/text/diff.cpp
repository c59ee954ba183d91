// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/diff.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::text {

namespace {

constexpr std::size_t k_context = 3;
constexpr std::string_view k_no_newline = "\\ No newline at end of file\n";

using Lines = std::vector<std::string_view>;

// Each with its line feed, which the last may lack.
Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

struct Edit {
    char sign; // ' ', '-' or '+'
    std::string_view line;
};

// The lengths of the longest common subsequences of what is left, by how much of each is taken.
class Lengths {
  public:
    Lengths(const Lines& before, const Lines& after)
        : m_width(after.size() + 1), m_lengths((before.size() + 1) * m_width) {
        for (std::size_t i = before.size(); i-- > 0;)
            for (std::size_t j = after.size(); j-- > 0;)
                m_lengths[i * m_width + j] =
                    before[i] == after[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
    unsigned at(std::size_t i, std::size_t j) const { return m_lengths[i * m_width + j]; }

  private:
    std::size_t m_width;
    std::vector<unsigned> m_lengths;
};

void add_changed(std::vector<Edit>& edits, const Lines& before, const Lines& after) {
    const Lengths lengths(before, after);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && before[i] == after[j]) {
            edits.push_back({' ', before[i++]});
            ++j;
        } else if (j == after.size() || (i < before.size() && lengths.at(i + 1, j) >= lengths.at(i, j + 1))) {
            edits.push_back({'-', before[i++]});
        } else {
            edits.push_back({'+', after[j++]});
        }
    }
}

// What the texts have in common at both ends is most of them.
std::vector<Edit> edits_between(const Lines& before, const Lines& after) {
    const auto same_from = std::ranges::mismatch(before, after).in1 - before.begin();
    auto end_before = before.end();
    auto end_after = after.end();
    while (end_before - before.begin() > same_from && end_after - after.begin() > same_from
           && *(end_before - 1) == *(end_after - 1)) {
        --end_before;
        --end_after;
    }
    std::vector<Edit> edits;
    for (auto line = before.begin(); line != before.begin() + same_from; ++line)
        edits.push_back({' ', *line});
    add_changed(edits, {before.begin() + same_from, end_before}, {after.begin() + same_from, end_after});
    for (auto line = end_before; line != before.end(); ++line)
        edits.push_back({' ', *line});
    return edits;
}

// "12" for one line, "12,3" for three; of none the line before it is named.
std::string stretch(std::size_t before_it, std::size_t count) {
    const std::size_t first = count == 0 ? before_it : before_it + 1;
    return count == 1 ? fmt::format("{}", first) : fmt::format("{},{}", first, count);
}

// The edits from `from` up to `until`, of which the lines before stand at these numbers.
std::string hunk(const std::vector<Edit>& edits, std::size_t from, std::size_t until) {
    const auto count = [&](std::size_t begin, std::size_t end, char other) {
        return static_cast<std::size_t>(std::count_if(edits.begin() + static_cast<std::ptrdiff_t>(begin),
                                                      edits.begin() + static_cast<std::ptrdiff_t>(end),
                                                      [&](const Edit& edit) { return edit.sign != other; }));
    };
    std::string made = fmt::format("@@ -{} +{} @@\n", stretch(count(0, from, '+'), count(from, until, '+')),
                                   stretch(count(0, from, '-'), count(from, until, '-')));
    for (std::size_t i = from; i < until; ++i) {
        made += edits[i].sign;
        made += edits[i].line;
        if (!edits[i].line.ends_with('\n')) made.append("\n").append(k_no_newline);
    }
    return made;
}

} // namespace

std::string unified_diff(std::string_view before, std::string_view after, std::string_view name_before,
                         std::string_view name_after) {
    if (before == after) return {};
    const auto edits = edits_between(lines_of(before), lines_of(after));
    std::string made = fmt::format("--- {}\n+++ {}\n", name_before, name_after);
    const auto is_change = [](const Edit& edit) { return edit.sign != ' '; };
    for (std::size_t at = 0; at < edits.size();) {
        const auto next = [&](std::size_t from) {
            return static_cast<std::size_t>(
                std::find_if(edits.begin() + static_cast<std::ptrdiff_t>(from), edits.end(), is_change)
                - edits.begin());
        };
        const std::size_t first = next(at);
        if (first == edits.size()) break;
        std::size_t last = first;
        for (auto further = next(last + 1); further < edits.size() && further - last <= 2 * k_context + 1;
             further = next(last + 1))
            last = further;
        const std::size_t until = std::min(last + k_context + 1, edits.size());
        made += hunk(edits, first < k_context ? 0 : std::max(at, first - k_context), until);
        at = until;
    }
    return made;
}

} // namespace reklamaatio::text
