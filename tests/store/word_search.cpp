// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/word_search.hpp"

#include "complaint/error.hpp"
#include "complaint/random_complaint.hpp"
#include "complaint/refusal.hpp"
#include "store/customers.hpp"
#include "store/matches.hpp"
#include "store/merging.hpp"
#include "store/state.hpp"

#include <algorithm>
#include <array>
#include <span>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using complaint::tests::below;
using complaint::tests::Random;
using Ids = std::vector<std::int64_t>;

const Instant k_now = utc("2026-01-12T07:00:00Z");

// Word by word, from what is found itself on to all that it is a part of.
constexpr const char* k_of_one_word = R"(
WITH RECURSIVE known (id) AS (
    SELECT rowid FROM customer_text WHERE customer_text MATCH :word
    UNION SELECT u.merged_into FROM known AS n JOIN customer AS u ON u.id = n.id WHERE u.merged_into IS NOT NULL),
found (id) AS (
    SELECT rowid FROM complaint_text WHERE complaint_text MATCH :word
    UNION SELECT k.id FROM known AS n JOIN complaint AS k ON k.customer_id = n.id
    UNION SELECT m.merged_into FROM found AS f JOIN complaint AS m ON m.id = f.id WHERE m.merged_into IS NOT NULL)
SELECT id FROM found ORDER BY id)";

Ids ids_of(Query& query) {
    Ids ids;
    while (query.next())
        ids.push_back(query.integer(0));
    return ids;
}

Ids common(const Ids& one, const Ids& other) {
    Ids ids;
    std::ranges::set_intersection(one, other, std::back_inserter(ids));
    return ids;
}

// People and complaints that share words, and become one at random.
void fill(Store& store, Random& random, std::span<const std::string> words) {
    Desk desk(store);
    auto& db = store.database();
    const auto some = [&] {
        return words[below(random, words.size())] + " " + words[below(random, words.size())];
    };
    std::vector<Customer> people;
    for (int i = 0; i < 14; ++i)
        people.push_back(customer(some(), "c" + std::to_string(i) + "@x.fi"));
    for (int i = 0; i < 160; ++i)
        desk.open(about(some()), k_now,
                  below(random, 3) == 0 ? Customer{} : people[below(random, people.size())]);
    const auto any = [&] { return *find_complaint(db, {static_cast<std::int64_t>(below(random, 160)) + 1}); };
    for (int i = 0; i < 120; ++i)
        try {
            auto ledger = desk.ledger(k_now);
            merge(db, ledger, {any()}, any(), "", {k_now, k_now});
        } catch (const complaint::Refusal&) { // of what is merged already
        }
    for (int i = 0; i < 40; ++i)
        try {
            desk.act(any().id, k_now, resolving());
        } catch (const complaint::Refusal&) {
        }
    for (const auto& [from, into] : {std::pair{2, 3}, {3, 4}, {7, 9}}) {
        auto ledger = desk.ledger(k_now);
        merge(db, ledger, {*find_customer(db, {from})}, *find_customer(db, {into}), "", {k_now, k_now});
    }
}

} // namespace

TEST_CASE("no word at all is refused") {
    for (const std::string words :
         {" ", "*", " * * ", "\t\n", "...", "-", "'", "\"", "()", "%", ";--", "!? *"})
        CHECK(message_of<complaint::BadValue>([&] { sought_words(words); })
              == "'" + words + "' has no word to look for; write letters or digits");
}

TEST_CASE("as many words as there may be are looked for and more are refused") {
    Store store = Store::in_memory(founding());
    Desk(store).open(about("a whole letter"), k_now, customer("Ann", "ann@x.fi"));
    std::string words;
    for (int i = 0; i < 32; ++i)
        words += (i % 2 == 0 ? "a" : "Ann") + std::to_string(i) + " ";
    Filter filter;
    for (const bool at_hand : {false, true}) {
        filter.at_hand = at_hand;
        filter.words = words;
        CHECK(ids_found(store.database(), filter).empty());
        filter.words = "whole Ann letter whole ";
        for (int i = 0; i < 100; ++i)
            filter.words += "a ";
        CHECK(ids_found(store.database(), filter) == Ids{1}); // the same word is looked for once
    }
    CHECK(message_of<complaint::BadValue>([&] { sought_words(words + "more"); })
          == "these are 33 words to look for, and at most 32 can be; write those that matter");
}

TEST_CASE("every typed word is a query of its own") {
    using Queries = std::vector<std::string>;
    const auto match_expressions = [](const std::string& words) {
        Queries queries;
        for (const auto& word : sought_words(words))
            queries.push_back(word.expression);
        return queries;
    };
    CHECK(match_expressions("kiuas Rikki*") == Queries{"\"kiuas\"", "\"rikki\" *"});
    CHECK(match_expressions("say \"a\" ... stove-2") == Queries{"\"say\"", "\"a\"", "\"stove 2\""});
    CHECK(match_expressions("040-123") == Queries{"\"040 123\" OR \"040123\""});
    CHECK(match_expressions("040-12*") == Queries{"\"040 12\" * OR \"04012\" *"});
}

TEST_CASE("four figures or more may be a part of a telephone number") {
    CHECK(sought_words("4567").front().figures == "4567");
    CHECK(sought_words("040-123").front().figures == "040123");
    CHECK(sought_words("456").front().figures.empty());
    CHECK(sought_words("web-2056").front().figures.empty());
}

TEST_CASE("words are found wherever they stand, of all and of what is at hand") {
    const std::array<std::string, 5> words{"kiuas", "luukku", "lasi", "korhonen", "virtanen"};
    for (const unsigned seed : {3U, 19U, 52U}) {
        CAPTURE(seed);
        Store store = Store::in_memory(founding());
        Random random(seed);
        fill(store, random, words);
        auto& db = store.database();
        Filter at_hand;
        at_hand.at_hand = true;
        const auto open = ids_found(db, at_hand);
        REQUIRE(open.size() > 10);
        int found = 0;
        for (const auto& first : words)
            for (const auto& second : words) {
                CAPTURE(first);
                CAPTURE(second);
                const auto of_one = [&](const std::string& word) {
                    auto query = db.query(k_of_one_word);
                    query.bind(":word", word);
                    return ids_of(query);
                };
                const auto expected = common(of_one(first), of_one(second));
                Filter filter;
                filter.words = first + " " + second;
                CHECK(ids_found(db, filter) == expected);
                CHECK(count_complaints(db, filter) == static_cast<std::int64_t>(expected.size()));
                filter.at_hand = true;
                CHECK(ids_found(db, filter) == common(expected, open));
                const auto hidden = count_hidden(db, filter);
                CHECK(hidden.closed + hidden.void_
                      == static_cast<std::int64_t>(expected.size() - common(expected, open).size()));
                found += !expected.empty();
            }
        CHECK(found == 25);
    }
}

TEST_CASE("of very many that are closed not all are counted") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    const auto hidden_with = [&](int more) {
        for (int i = 0; i < more; ++i)
            desk.open(about("kiuas"), k_now);
        store.database().execute("UPDATE complaint SET status = 'closed'");
        Filter filter;
        filter.words = "kiuas";
        filter.at_hand = true;
        return count_hidden(store.database(), filter);
    };
    const auto some = hidden_with(1000);
    CHECK(some.closed == 1000);
    CHECK(some.are_all);
    const auto many = hidden_with(5);
    CHECK(many.closed == 1001);
    CHECK_FALSE(many.are_all);
}

} // namespace reklamaatio::store::tests
