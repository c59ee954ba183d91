// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/full_text.hpp"

#include "complaint/random_complaint.hpp"
#include "store/customers.hpp"
#include "store/merging.hpp"
#include "store/state.hpp"

#include <array>

#include <doctest/doctest.h>

namespace reklamaatio::store::tests {
namespace {

using complaint::Procedure;
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
    for (const std::string words : {"NOT", "AND", "stove-2", "\"hot\"", "(very)", "near^it", "near",
                                    "subject:NOT", "a OR b", "NEAR(a b)", "hot\"", "a:b"}) {
        CAPTURE(words);
        CHECK_NOTHROW(ids_with_words(db, words));
    }
    CHECK(ids_with_words(db, "' ( hot \" -- *") == Ids{1}); // signs alone ask for nothing
    CHECK(ids_with_words(db, "NOT") == Ids{1});
    CHECK(ids_with_words(db, "stove-2") == Ids{1});
    CHECK(ids_with_words(db, "\"hot\"") == Ids{1});
    CHECK(ids_with_words(db, "subject:heating").empty());
    CHECK(ids_with_words(db, "heating OR subject").empty());
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

TEST_CASE("all that is said of a complaint is searched") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    Complaint whole = saying_more("subjectword", "textword");
    whole.wish = "wishword";
    whole.ref = "REF-77";
    whole.category = "categoryword";
    whole.product = "productword";
    whole.tags = {"tagword"};
    whole.gave_name = "Mauri";
    whole.gave_email = "mauri@example.fi";
    whole.gave_phone = "050-765 4321";
    desk.open(whole, k_now, customer("Maija Meikäläinen", "maija@example.fi", "040 123 4567"));
    desk.open(about("another"), k_now, customer("Pekka", "pekka@example.fi"));
    desk.act({1}, k_now, saying(complaint::tests::awaiting("reasonword")));
    desk.act({1}, k_now,
             [](const Complaint& c, const Occasion& then) { return complaint::note(c, "noteword", then); });
    for (const std::string word :
         {"subjectword", "textword", "wishword", "ref-77", "categoryword", "productword", "tagword",
          "reasonword", "noteword", "meikalainen", "maija@example.fi", "maija", "040", "0401234567",
          "040-123-4567", "mauri@example.fi", "0507654321", "productword Maija noteword"}) {
        CAPTURE(word);
        CHECK(ids_with_words(db, word) == Ids{1});
    }
    CHECK(ids_with_words(db, "example.fi") == Ids{1, 2});
    CHECK(ids_with_words(db, "pekka noteword").empty());
    check_words(db);
}

TEST_CASE("promises, offers and findings are searched") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    desk.open(about("x"), k_now);
    desk.act({1}, k_now, [](const Complaint& c, const Occasion& then) {
        Procedure before;
        Procedure after;
        after.promises.resize(1);
        after.promises[0].number = 1;
        after.promises[0].text = "promisedword";
        after.promises[0].made_at = then.now;
        after.promises[0].due_at = then.now + std::chrono::hours{24};
        after.offers.resize(1);
        after.offers[0].number = 1;
        after.offers[0].remedy = "gift";
        after.offers[0].wish = "otherwish";
        after.steps.resize(1);
        after.steps[0].number = 2;
        after.steps[0].what = "whatword";
        after.steps[0].where = "whereword";
        after.steps[0].why = "whyword";
        Event event;
        event.kind = complaint::EventKind::stepped;
        event.complaint = c.id;
        event.happened_at = event.recorded_at = then.now;
        event.parts = complaint::differences(before, after);
        return event;
    });
    for (const std::string word : {"promisedword", "otherwish", "whatword", "whereword", "whyword"}) {
        CAPTURE(word);
        CHECK(ids_with_words(db, word) == Ids{1});
    }
    check_words(db);
}

TEST_CASE("a customer who is renamed is found by the new name alone") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    desk.open(about("x"), k_now, customer("Maija", "maija@example.fi"));
    auto renamed = *find_customer(db, {1});
    renamed.name = "Liisa";
    auto ledger = desk.ledger(k_now);
    ledger.record(*find_customer(db, {1}), renamed);
    CHECK(ids_with_words(db, "liisa") == Ids{1});
    CHECK(ids_with_words(db, "maija") == Ids{1}); // of the address
    CHECK(ids_with_words(db, "maija liisa") == Ids{1});
    renamed.email = "liisa@example.fi";
    ledger.record(*find_customer(db, {1}), renamed);
    CHECK(ids_with_words(db, "maija").empty());
    check_words(db);
    CHECK(faults_of(store).empty());
}

TEST_CASE("what was merged is found in what goes on") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    desk.open(about("lasi"), k_now, customer("Maija", "maija@example.fi"));
    desk.open(about("kiuas"), k_now, customer("Pekka", "pekka@example.fi"));
    desk.open(about("luukku"), k_now);
    const auto merge_into = [&](Id from, Id into) {
        auto ledger = desk.ledger(k_now);
        merge(db, ledger, {*find_complaint(db, from)}, *find_complaint(db, into), "", {k_now, k_now});
    };
    merge_into({3}, {2});
    merge_into({2}, {1});
    CHECK(ids_with_words(db, "luukku") == Ids{1, 2, 3});
    CHECK(ids_with_words(db, "kiuas") == Ids{1, 2});
    CHECK(ids_with_words(db, "lasi") == Ids{1});
    CHECK(ids_with_words(db, "luukku lasi") == Ids{1}); // one word here, the other one there
    CHECK(ids_with_words(db, "luukku Maija") == Ids{1});
    // Words of the duplicate's that come later, too.
    desk.act({3}, k_now, [](const Complaint& c, const Occasion& then) {
        return complaint::note(c, "jalkikateen", then);
    });
    CHECK(ids_with_words(db, "jalkikateen") == Ids{1, 2, 3});
}

TEST_CASE("any part of what is written without blanks is found") {
    Store store = Store::in_memory(founding());
    Desk desk(store);
    auto& db = store.database();
    desk.open(about("昨日届いた商品が壊れていた"), k_now);
    desk.open(about("สินค้าเสียหาย"), k_now);
    desk.open(about("商店"), k_now);
    CHECK(ids_with_words(db, "商品") == Ids{1});
    CHECK(ids_with_words(db, "商") == Ids{1, 3});
    CHECK(ids_with_words(db, "店") == Ids{3});
    CHECK(ids_with_words(db, "壊れ*") == Ids{1});
    CHECK(ids_with_words(db, "เสียหาย") == Ids{2});
    CHECK(ids_with_words(db, "品商").empty());
    check_words(db);
}

} // namespace reklamaatio::store::tests
