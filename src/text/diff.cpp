// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/diff.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include <dtl/dtl.hpp>
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

// Of lines that change places with others, the old ones come first.
std::vector<Edit> edits_between(const Lines& before, const Lines& after) {
    constexpr bool k_deletions_first = true;
    dtl::Diff<std::string_view, Lines> diff(before, after, k_deletions_first);
    diff.compose();
    std::vector<Edit> edits;
    for (const auto& [line, info] : diff.getSes().getSequence())
        edits.push_back({info.type == dtl::SES_DELETE ? '-' : info.type == dtl::SES_ADD ? '+' : ' ', line});
    return edits;
}

// "12" for one line, "12,3" for three; of none the line before it is named.
std::string stretch(std::size_t before_it, std::size_t count) {
    const std::size_t first = count == 0 ? before_it : before_it + 1;
    return count == 1 ? fmt::format("{}", first) : fmt::format("{},{}", first, count);
}

// How many lines of the text that has lines of this sign.
std::size_t count(std::span<const Edit> edits, char sign) {
    return static_cast<std::size_t>(std::ranges::count_if(
        edits, [&](const Edit& edit) { return edit.sign == ' ' || edit.sign == sign; }));
}

std::string hunk(std::span<const Edit> before_it, std::span<const Edit> edits) {
    std::string made = fmt::format("@@ -{} +{} @@\n", stretch(count(before_it, '-'), count(edits, '-')),
                                   stretch(count(before_it, '+'), count(edits, '+')));
    for (const auto& [sign, line] : edits) {
        made += sign;
        made += line;
        if (!line.ends_with('\n')) made.append("\n").append(k_no_newline);
    }
    return made;
}

} // namespace

std::string unified_diff(std::string_view before, std::string_view after, std::string_view name_before,
                         std::string_view name_after) {
    if (before == after) return {};
    const auto edits = edits_between(lines_of(before), lines_of(after));
    std::string made = fmt::format("--- {}\n+++ {}\n", name_before, name_after);
    const auto next_change = [&](std::size_t from) {
        while (from < edits.size() && edits[from].sign == ' ')
            ++from;
        return from;
    };
    std::size_t told = 0;
    for (auto first = next_change(0); first < edits.size(); first = next_change(told)) {
        auto last = first;
        for (auto further = next_change(last + 1);
             further < edits.size() && further - last <= 2 * k_context + 1; further = next_change(last + 1))
            last = further;
        const auto from = first - std::min(first, k_context);
        told = std::min(last + k_context + 1, edits.size());
        made += hunk(std::span(edits).first(from), std::span(edits).subspan(from, told - from));
    }
    return made;
}

} // namespace reklamaatio::text
