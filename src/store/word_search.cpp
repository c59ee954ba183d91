// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/word_search.hpp"

#include "complaint/error.hpp"
#include "text/ascii.hpp"
#include "text/search_words.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::store {

namespace {

// A number is written with signs in it, or without: 040-1234567 is 0401234567.
std::string joined(std::string words) {
    std::erase(words, ' ');
    return words;
}

std::string expression_of(const text::SearchPhrase& phrase) {
    const std::string expression = fmt::format("\"{}\"{}", phrase.words, phrase.is_stem ? " *" : "");
    const bool is_parted = phrase.words.find(' ') != std::string::npos;
    if (!is_parted || !text::is_number(joined(phrase.words))) return expression;
    return fmt::format("{} OR \"{}\"{}", expression, joined(phrase.words), phrase.is_stem ? " *" : "");
}

// Fewer figures are in too many numbers.
std::string figures_of(const text::SearchPhrase& phrase) {
    constexpr std::size_t k_fewest = 4;
    auto figures = joined(phrase.words);
    return text::is_number(figures) && figures.size() >= k_fewest ? figures : "";
}

// What was merged, at whatever remove, with what it was merged into.
constexpr std::string_view k_parts = R"(
part (root, id) AS (
    SELECT m.merged_into, m.id FROM {} m.merged_into IS NOT NULL
    UNION SELECT part.root, m.id FROM part CROSS JOIN complaint AS m INDEXED BY complaint_merged ON m.merged_into = part.id))";
constexpr std::string_view k_all_merged = "complaint AS m INDEXED BY complaint_merged WHERE";
constexpr std::string_view k_merged_into_these =
    "among AS a CROSS JOIN complaint AS m INDEXED BY complaint_merged ON m.merged_into = a.id AND";

// The complaints of the customers that a word finds.
constexpr std::string_view k_theirs = R"(,
known{0} (id) AS (
    SELECT rowid FROM customer_text WHERE customer_text MATCH :word{0}{1}
    UNION SELECT u.merged_into FROM known{0} AS n CROSS JOIN customer AS u ON u.id = n.id WHERE u.merged_into IS NOT NULL),
theirs{0} (id) AS MATERIALIZED (
    SELECT k.id FROM known{0} AS n CROSS JOIN complaint AS k INDEXED BY complaint_of_customer ON k.customer_id = n.id))";
// This looks at every customer, which only a number is worth.
constexpr std::string_view k_by_phone = R"(
    UNION SELECT u.id FROM customer AS u
    WHERE u.phone IS NOT NULL AND (instr(figures(u.phone), :word{0}_figures) > 0 OR instr(u.phone_key, :word{0}_figures) > 0
                                   OR (u.phone_key = :word{0}_phone AND :word{0}_phone <> '')))";

// What a word finds of these few. The plus keeps FTS5 from looking for one row after the other.
constexpr std::string_view k_found = R"(,
own{0} (id) AS MATERIALIZED (
    SELECT rowid FROM complaint_text WHERE complaint_text MATCH :word{0} AND +complaint_text.rowid IN near),
found{0} (id) AS MATERIALIZED (
    SELECT id FROM own{0} UNION SELECT id FROM theirs{0}
    UNION SELECT root FROM part WHERE id IN own{0} OR id IN theirs{0}))";

// All others have no words but their own.
constexpr std::string_view k_others = "SELECT rowid AS id FROM complaint_text WHERE complaint_text MATCH "
                                      ":words AND +complaint_text.rowid NOT IN near";
constexpr std::string_view k_others_of_these =
    " AND complaint_text.rowid >= (SELECT min(id) FROM among) AND +complaint_text.rowid IN among";

} // namespace

std::vector<SoughtWord> sought_words(const std::string& words) {
    constexpr std::size_t k_most = 32; // the statement grows by each, and SQLite has limits
    std::vector<SoughtWord> sought;
    std::set<std::string> seen;
    std::string_view rest = words;
    while (!rest.empty()) {
        const auto end = std::min(rest.find_first_of(" \t\n"), rest.size());
        const auto phrase = text::search_phrase(rest.substr(0, end));
        auto expression = expression_of(phrase);
        if (!phrase.words.empty() && seen.insert(expression).second)
            sought.push_back({std::move(expression), figures_of(phrase)});
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (sought.empty())
        throw complaint::BadValue(
            fmt::format("'{}' has no word to look for; write letters or digits", words));
    if (sought.size() > k_most)
        throw complaint::BadValue(
            fmt::format("these are {} words to look for, and at most {} can be; write those that matter",
                        sought.size(), k_most));
    return sought;
}

std::string expression_of_all(const std::vector<SoughtWord>& words) {
    std::string all;
    for (const auto& word : words)
        all += fmt::format("{}({})", all.empty() ? "" : " AND ", word.expression);
    return all;
}

std::string ids_with_words(const std::vector<SoughtWord>& words, std::string_view among) {
    const bool is_among = !among.empty();
    std::string theirs, near = "SELECT id FROM part UNION SELECT root FROM part", found, has_all;
    for (std::size_t number = 1; number <= words.size(); ++number) {
        const bool by_phone = !words[number - 1].figures.empty();
        theirs += fmt::format(k_theirs, number, by_phone ? fmt::format(k_by_phone, number) : "");
        near += fmt::format(" UNION SELECT id FROM theirs{}", number);
        found += fmt::format(k_found, number);
        has_all += fmt::format(" AND id IN found{}", number);
    }
    return fmt::format("WITH RECURSIVE {}{}{},\nnear (id) AS MATERIALIZED ({}){}\n"
                       "{}{} UNION ALL SELECT id FROM near WHERE {}{}",
                       is_among ? fmt::format("among (id) AS MATERIALIZED ({}),", among) : "",
                       fmt::format(k_parts, is_among ? k_merged_into_these : k_all_merged), theirs, near,
                       found, k_others, is_among ? k_others_of_these : "", is_among ? "id IN among" : "true",
                       has_all);
}

} // namespace reklamaatio::store
