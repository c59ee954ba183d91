// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/messages.hpp"

#include "complaint/error.hpp"
#include "complaint/random_complaint.hpp"
#include "store/builders.hpp"

#include <set>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using complaint::tests::below;
using complaint::tests::inbound;
using complaint::tests::outbound;
using complaint::tests::Random;
using Ids = std::vector<std::int64_t>;

const Instant k_now = utc("2026-01-12T07:00:00Z");

Complaint saying_more(std::string subject, std::string text) {
    Complaint made = about(std::move(subject));
    made.text = std::move(text);
    return made;
}

} // namespace

TEST_CASE("words are found in subject and text and conversation") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    desk.open(saying_more("The stove is broken", "It does not heat"), k_now);
    desk.open(saying_more("Late delivery", "of a stove"), k_now);
    desk.open(about("Praise for the fitter"), k_now);
    desk.act({3}, k_now, saying(inbound("The new stove heats well")));
    desk.act({2}, k_now, [](const Complaint& c, const Occasion& then) {
        return complaint::note(c, "called the carrier", then);
    });
    CHECK(ids_with_words(db, "stove") == Ids{1, 2, 3});
    CHECK(ids_with_words(db, "broken") == Ids{1});
    CHECK(ids_with_words(db, "carrier") == Ids{2});
    CHECK(ids_with_words(db, "stove late") == Ids{2});
    CHECK(ids_with_words(db, "late  \t stove\n") == Ids{2});
    CHECK(ids_with_words(db, "stove carrier fitter").empty());
    CHECK(ids_with_words(db, "sto").empty());
}

TEST_CASE("case and accents do not matter and a star stands for any ending") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    desk.open(about("Kiuas on RIKKI, sähkö vuotaa"), k_now);
    desk.open(about("Piec jest uszkodzony, Łódź; zażółć"), k_now);
    desk.open(about("Schäden am Gerät – Übergröße"), k_now);
    for (const std::string words :
         {"kiuas", "KIUAS", "rikki", "sahko", "SÄHKÖ", "Sähko", "rik*", "rikki*", "kiu* vuot*"})
        CHECK(ids_with_words(db, words) == Ids{1});
    for (const std::string words : {"uszkodz*", "USZKODZONY", "zażołć", "zaz*", "łódz", "ŁÓDŹ"})
        CHECK(ids_with_words(db, words) == Ids{2});
    for (const std::string words : {"schaden", "ubergr*", "Gerat"})
        CHECK(ids_with_words(db, words) == Ids{3});
    CHECK(ids_with_words(db, "rik").empty());
    CHECK(ids_with_words(db, "*ikki").empty());
    // Letters that are no accented ones are found as people type them who have no such key.
    desk.open(about("Ødelagt på færgen til Þórshöfn, Đakovo"), k_now);
    for (const std::string words : {"lodz", "zazolc", "LODZ", "lod*"})
        CHECK(ids_with_words(db, words) == Ids{2});
    for (const std::string words : {"ubergrosse", "ÜBERGRÖẞE", "ubergrösse"})
        CHECK(ids_with_words(db, words) == Ids{3});
    for (const std::string words : {"odelagt", "ødelagt", "faergen", "thorshofn", "dakovo", "faer*"})
        CHECK(ids_with_words(db, words) == Ids{4});
}

TEST_CASE("letters that mean something to the index mean nothing here") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    desk.open(about("NOT heating AND smoking: stove-2 \"hot\" (very) near^it"), k_now);
    desk.open(about("subject"), k_now);
    for (const std::string words :
         {"NOT",         "AND",    "stove-2",   "\"hot\"", "(very)", "near^it", "near",
          "subject:NOT", "a OR b", "NEAR(a b)", "'",       "hot\"",  "\"",      "()",
          "-",           "^",      "{}",        "+",       "a:b",    "%",       ";--"}) {
        CAPTURE(words);
        CHECK_NOTHROW(ids_with_words(db, words));
    }
    CHECK(ids_with_words(db, "NOT") == Ids{1});
    CHECK(ids_with_words(db, "stove-2") == Ids{1});
    CHECK(ids_with_words(db, "\"hot\"") == Ids{1});
    CHECK(ids_with_words(db, "subject:heating").empty());
    CHECK(ids_with_words(db, "heating OR subject").empty());
}

TEST_CASE("no word at all is refused") {
    for (const std::string words : {" ", "*", " * * ", "\t\n"})
        CHECK(message_of<complaint::BadValue>([&] { match_expression(words); })
              == "'" + words + "' has no word to look for");
    CHECK(match_expression("kiuas rikki*") == "\"kiuas\" \"rikki\"* ");
    CHECK(match_expression("say \"a\"") == "\"say\" \"\"\"a\"\"\" ");
}

TEST_CASE("words that are edited out are forgotten") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    desk.open(saying_more("The stove is broken", "It smokes"), k_now);
    desk.open(about("The oven is broken"), k_now);
    desk.act({1}, k_now, saying(outbound("We come tomorrow")));
    // There is no command to edit yet; a file that is imported again changes subject and text.
    desk.act({1}, k_now, [](const Complaint& c, const Occasion& then) {
        Complaint after = c;
        after.subject = "The oven is cold";
        after.text.clear();
        Event event;
        event.kind = complaint::EventKind::imported;
        event.complaint = c.id;
        event.happened_at = event.recorded_at = then.now;
        event.changes = complaint::differences(c, after);
        return event;
    });
    CHECK(ids_with_words(db, "stove").empty());
    CHECK(ids_with_words(db, "smokes").empty());
    CHECK(ids_with_words(db, "cold") == Ids{1});
    CHECK(ids_with_words(db, "oven") == Ids{1, 2});
    CHECK(ids_with_words(db, "broken") == Ids{2});
    CHECK(ids_with_words(db, "tomorrow") == Ids{1});
}

TEST_CASE("the index finds what a look through all texts finds") {
    constexpr std::array<std::string_view, 9> k_words{"stove", "oven", "late",  "broken", "cold",
                                                      "smoke", "bill", "photo", "carrier"};
    Store store = Store::in_memory(founding());
    Desk desk(store);
    Random random(11);
    const auto random_words = [&] {
        std::string text;
        for (std::size_t i = 1 + below(random, 3); i > 0; --i)
            text +=
                std::string(k_words[below(random, k_words.size())]) + (below(random, 2) == 0 ? " " : ", ");
        return text;
    };
    std::vector<std::string> texts;
    for (int i = 0; i < 200; ++i) {
        const std::string words = random_words();
        if (texts.empty() || below(random, 2) == 0) {
            desk.open(about(words), k_now);
            texts.push_back(" " + words);
        } else {
            const auto place = below(random, texts.size());
            desk.act({static_cast<std::int64_t>(place) + 1}, k_now, saying(inbound(words)));
            texts[place] += " " + words;
        }
    }
    for (const auto first : k_words)
        for (const auto second : k_words) {
            Ids expected;
            for (std::size_t i = 0; i < texts.size(); ++i)
                if (texts[i].find(first) != std::string::npos && texts[i].find(second) != std::string::npos)
                    expected.push_back(static_cast<std::int64_t>(i) + 1);
            CAPTURE(first);
            CAPTURE(second);
            CHECK(ids_with_words(store.database(), std::string(first) + " " + std::string(second))
                  == expected);
        }
}

TEST_CASE("a conversation stands in the order in which things were said") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    desk.open(about("x"), k_now);
    const auto at = [](std::string_view time) { return utc(time); };
    desk.act({1}, at("2026-01-12T10:00:00Z"), saying(outbound("third")));
    desk.act_earlier({1}, at("2026-01-12T08:00:00Z"), at("2026-01-12T11:00:00Z"), saying(inbound("first")));
    desk.act_earlier({1}, at("2026-01-12T10:00:00Z"), at("2026-01-12T12:00:00Z"), saying(inbound("fourth")));
    desk.act_earlier({1}, at("2026-01-12T09:00:00Z"), at("2026-01-12T13:00:00Z"),
                     saying(complaint::tests::receipt()));
    std::vector<std::string> said;
    for (const Said& each : conversation_of(store.database(), {1}))
        said.push_back(each.message.text);
    CHECK(said == std::vector<std::string>{"first", "We got your message.", "third", "fourth"});
    CHECK(conversation_of(store.database(), {1})[1].message.automatic);
    CHECK(conversation_of(store.database(), {2}).empty());
}

} // namespace reklamaatio::store::tests
