// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/diff.hpp"

#include <algorithm>
#include <numeric>
#include <random>
#include <regex>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace reklamaatio::text::tests {
namespace {

std::string diff(std::string_view before, std::string_view after) {
    return unified_diff(before, after, "old", "new");
}

using Lines = std::vector<std::string>;

// With their line feeds.
Lines lines_of(const std::string& text) {
    Lines lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    return lines;
}

struct Hunk {
    std::size_t old_first = 0, old_count = 0, new_first = 0, new_count = 0;
    Lines lines;
};

std::vector<Hunk> hunks_of(const std::string& diff) {
    static const std::regex heading(R"(@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n)");
    std::vector<Hunk> hunks;
    for (const auto& line : lines_of(diff)) {
        const auto number = [](const std::ssub_match& text) { return text.matched ? std::stoul(text) : 1; };
        if (std::smatch found; std::regex_match(line, found, heading))
            hunks.push_back({number(found[1]), number(found[2]), number(found[3]), number(found[4]), {}});
        else if (line == "\\ No newline at end of file\n")
            hunks.back().lines.back().pop_back();
        else if (!hunks.empty())
            hunks.back().lines.push_back(line);
    }
    return hunks;
}

// Does what patch(1) does: takes the old text and the hunks, gives the new one; each must stand where it
// says.
std::string patched(const std::string& before, const std::string& diff) {
    const Lines old = lines_of(before);
    Lines made;
    std::size_t at = 0;
    for (const auto& hunk : hunks_of(diff)) {
        const std::size_t first = hunk.old_first - (hunk.old_count > 0 ? 1 : 0);
        CHECK((at == 0 || first > at));
        while (at < first)
            made.push_back(old.at(at++));
        CHECK(hunk.new_first - (hunk.new_count > 0 ? 1 : 0) == made.size());
        const std::size_t made_before = made.size();
        for (const auto& line : hunk.lines) {
            if (line[0] != '+') CHECK(old.at(at++) == line.substr(1));
            if (line[0] != '-') made.push_back(line.substr(1));
        }
        CHECK(at - first == hunk.old_count);
        CHECK(made.size() - made_before == hunk.new_count);
    }
    made.insert(made.end(), old.begin() + static_cast<std::ptrdiff_t>(at), old.end());
    std::string text;
    for (const auto& line : made)
        text += line;
    return text;
}

// How many lines have to come or go at least: all but those of a longest common subsequence.
std::size_t fewest_changes(const Lines& before, const Lines& after) {
    std::vector<std::size_t> fewest(after.size() + 1);
    std::iota(fewest.begin(), fewest.end(), 0);
    for (std::size_t i = 0; i < before.size(); ++i) {
        std::size_t diagonal = std::exchange(fewest[0], i + 1);
        for (std::size_t j = 0; j < after.size(); ++j) {
            const auto both = before[i] == after[j] ? diagonal : std::min(fewest[j], fewest[j + 1]) + 1;
            diagonal = std::exchange(fewest[j + 1], both);
        }
    }
    return fewest.back();
}

std::size_t changes_in(const std::string& diff) {
    std::size_t changes = 0;
    for (const auto& hunk : hunks_of(diff))
        changes += static_cast<std::size_t>(
            std::ranges::count_if(hunk.lines, [](const std::string& line) { return line[0] != ' '; }));
    return changes;
}

std::string numbered(std::string_view word, int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += fmt::format("{}{}\n", word, i);
    return text;
}

} // namespace

TEST_CASE("the same texts differ in nothing") {
    CHECK(diff("", "").empty());
    CHECK(diff("a\nb\n", "a\nb\n").empty());
}

TEST_CASE("changed lines stand between three lines of context") {
    CHECK(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n")
          == "--- old\n+++ new\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
    CHECK(diff("a\n", "a\nb\n") == "--- old\n+++ new\n@@ -1 +1,2 @@\n a\n+b\n");
    CHECK(diff("", "a\n") == "--- old\n+++ new\n@@ -0,0 +1 @@\n+a\n");
    CHECK(diff("a\n", "") == "--- old\n+++ new\n@@ -1 +0,0 @@\n-a\n");
}

TEST_CASE("changes far apart are told one by one") {
    CHECK(diff("a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n")
          == "--- old\n+++ new\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n");
    CHECK(diff("a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n")
          == "--- old\n+++ new\n@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n");
}

TEST_CASE("a missing line feed at the end is told") {
    CHECK(diff("a", "a\n") == "--- old\n+++ new\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
}

// These are the hunks of GNU diff -u.
TEST_CASE("a part that comes or goes is told with the empty line behind it") {
    const std::string two = "[a]\nv = 1\nw = 2\n\n[c]\nz = 3\n";
    const std::string three = "[a]\nv = 9\nw = 2\n\n[b]\ny = 2\n\n[c]\nz = 3\n";
    CHECK(diff(three, two)
          == "--- old\n+++ new\n@@ -1,9 +1,6 @@\n [a]\n-v = 9\n+v = 1\n w = 2\n \n-[b]\n-y = 2\n-\n [c]\n z "
             "= 3\n");
    CHECK(diff(two, three)
          == "--- old\n+++ new\n@@ -1,6 +1,9 @@\n [a]\n-v = 1\n+v = 9\n w = 2\n \n+[b]\n+y = 2\n+\n [c]\n z "
             "= 3\n");
}

TEST_CASE("of lines in place of others the old ones stand first") {
    CHECK(diff("a\nb\nc\n", "a\nx\ny\nc\n") == "--- old\n+++ new\n@@ -1,3 +1,4 @@\n a\n-b\n+x\n+y\n c\n");
    CHECK(diff("a\nx\ny\nc\n", "a\nb\nc\n") == "--- old\n+++ new\n@@ -1,4 +1,3 @@\n a\n-x\n-y\n+b\n c\n");
}

TEST_CASE("random texts become each other when they are patched, by as few lines as possible") {
    std::mt19937 random(3);
    const auto pick = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    for (int round = 0; round < 3000; ++round) {
        std::string before;
        std::string after;
        for (int i = pick(40); i > 0; --i) {
            const std::string line = std::string(1, static_cast<char>('a' + pick(5))) + "\n";
            const int fate = pick(9);
            if (fate != 0) before += line;
            if (fate != 1) after += line;
        }
        if (!before.empty() && pick(3) == 0) before.pop_back();
        if (!after.empty() && pick(3) == 0) after.pop_back();
        CAPTURE(before);
        CAPTURE(after);
        const auto difference = diff(before, after);
        CHECK(patched(before, difference) == after);
        CHECK(changes_in(difference) == fewest_changes(lines_of(before), lines_of(after)));
    }
}

TEST_CASE("long texts with nothing in common but their ends become each other") {
    const auto before = "begin\n" + numbered("old ", 1800) + "end\n";
    const auto after = "begin\n" + numbered("new ", 1700) + "end\n";
    CHECK(patched(before, diff(before, after)) == after);
    CHECK(patched(after, diff(after, before)) == before);
}

} // namespace reklamaatio::text::tests
