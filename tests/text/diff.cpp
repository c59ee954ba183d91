// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/diff.hpp"

#include <random>
#include <sstream>
#include <vector>

#include <doctest/doctest.h>

namespace reklamaatio::text::tests {
namespace {

std::string diff(std::string_view before, std::string_view after) {
    return unified_diff(before, after, "old", "new");
}

// Does what patch(1) does: takes the old lines and the hunks, gives the new ones.
std::string patched(const std::string& before, const std::string& diff) {
    std::vector<std::string> old;
    std::istringstream lines(before);
    for (std::string line; std::getline(lines, line);)
        old.push_back(line);
    std::string made;
    std::size_t at = 0;
    std::istringstream hunks(diff);
    for (std::string line; std::getline(hunks, line);) {
        if (line.starts_with("---") || line.starts_with("+++")) continue;
        if (line.starts_with("@@ -")) {
            std::size_t first = std::stoul(line.substr(4));
            const auto count = line.substr(4, line.find(' ', 4) - 4);
            if (!count.ends_with(",0")) --first;
            while (at < first)
                made += old[at++] + "\n";
            continue;
        }
        if (line[0] != '+') {
            CHECK(old[at] == line.substr(1));
            ++at;
        }
        if (line[0] != '-') made += line.substr(1) + "\n";
    }
    while (at < old.size())
        made += old[at++] + "\n";
    return made;
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

TEST_CASE("random texts become each other when they are patched") {
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
        CAPTURE(before);
        CAPTURE(after);
        CHECK(patched(before, diff(before, after)) == after);
    }
}

} // namespace reklamaatio::text::tests
