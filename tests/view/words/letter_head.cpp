// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/letter_head.hpp"

#include "casework/office.hpp"
#include "complaint/commitments.hpp"
#include "store/parts.hpp"

#include <array>

namespace reklamaatio::view::tests {
namespace {

using complaint::Complaint;
using complaint::Occasion;
using complaint::tests::utc;

constexpr std::string_view k_now = "2026-01-12T07:00:00Z"; // nine o'clock in Helsinki

struct Desk {
    casework::tests::Office office;

    void open(const std::string& subject, const std::string& text, const complaint::Customer& customer = {}) {
        Complaint facts = store::tests::about(subject, casework::tests::k_opening_time);
        facts.text = text;
        facts.wish = subject.empty() ? "" : "a new one";
        store::tests::Desk(office.store()).open(facts, utc(casework::tests::k_opening_time), customer);
    }
    template <typename Act>
    void act(Act act) {
        office.act(1, k_now, [&](const Complaint& c, const Occasion& when) {
            return act(c, store::procedure_of(office.store().database(), {1}), when);
        });
    }
    void say(const complaint::Contact& said) {
        act([&](const Complaint& c, const complaint::Procedure&, const Occasion& when) {
            return complaint::contact(c, said, when);
        });
    }
    std::string head(std::vector<complaint::Id> ids = {{1}}) { return letter_head(office.at(k_now), ids); }
    // What stands behind that label; empty when there is none.
    std::string line(std::string_view label) {
        const auto text = "\n" + head();
        const auto begin = text.find(fmt::format("\n{:<12}", label));
        return begin == std::string::npos ? ""
                                          : text.substr(begin + 13, text.find('\n', begin + 1) - begin - 13);
    }
};

complaint::Customer maija() {
    auto made = store::tests::customer("Maija", "maija@example.fi", "040 1234567");
    made.prefers = "letter";
    return made;
}

} // namespace

TEST_CASE("above a letter stands whom it is for, what they want and asked, and what is owed by when") {
    Desk desk;
    desk.open("The stove", "It is\nbroken.", maija());
    CHECK(desk.head()
          == "R-1         The stove\n"
             "Customer    Maija, maija@example.fi, 040 1234567, prefers letter\n"
             "Wish        a new one\n"
             "Asks        It is broken.\n"
             "Owed        the first answer is due today 12:00\n"
             "            resolution is due Mon 19 Jan 16:00\n");
}

TEST_CASE("what is not known takes no line") {
    Desk desk;
    desk.open("", "Broken.\nIt is the stove.");
    CHECK(desk.head().starts_with("R-1         Broken.\nAsks        Broken. It is the stove.\nOwed  "));
}

TEST_CASE("what the customer asks is what was said last and nobody has answered") {
    Desk desk;
    desk.open("The stove", "It is broken.");
    desk.say(complaint::tests::receipt());
    CHECK(desk.line("Asks") == "It is broken.");
    desk.say(complaint::tests::inbound("Hello?"));
    desk.act([](const Complaint& c, const complaint::Procedure&, const Occasion& when) {
        return complaint::note(c, "rude", when);
    });
    CHECK(desk.line("Asks") == "Hello?");
    desk.say(complaint::tests::outbound());
    CHECK(desk.line("Asks").empty());
    desk.say(complaint::tests::inbound("And now?"));
    CHECK(desk.line("Asks") == "And now?");
}

TEST_CASE("open promises and offers stand among what is owed, and those that have ended do not") {
    Desk desk;
    desk.open("The stove", "");
    for (int i = 0; i < 2; ++i) {
        desk.act([](const Complaint& c, const complaint::Procedure& parts, const Occasion& when) {
            complaint::NewOffer made;
            made.remedy = "discount";
            made.amount = 500;
            made.currency = "EUR";
            return complaint::offer(c, parts, made, when);
        });
    }
    desk.act([](const Complaint& c, const complaint::Procedure& parts, const Occasion& when) {
        return complaint::turn_offer(c, parts, {complaint::OfferTurn::withdrawn, 1, "", "", ""}, when);
    });
    desk.act([](const Complaint& c, const complaint::Procedure& parts, const Occasion& when) {
        return complaint::promise(c, parts, {"a call", utc("2026-01-13T08:00:00Z"), "", ""}, when);
    });
    CHECK(desk.head().ends_with("Owed        promise P1 is due tomorrow 10:00: a call\n"
                                "            resolution is due Mon 19 Jan 16:00\n"
                                "            offer 2, discount 5.00 EUR, waiting for an answer\n"));
}

TEST_CASE("a long story is cut, and a line has room for the sign in front of it") {
    Desk desk;
    std::string story;
    for (int i = 0; i < 200; ++i)
        story += "word ";
    desk.open("The stove", story);
    std::istringstream lines(desk.head());
    std::vector<std::string> found;
    for (std::string line; std::getline(lines, line);)
        found.push_back(line);
    REQUIRE(found.size() == 1 + 1 + 6 + 2); // subject, wish, story, owed
    for (std::size_t i = 2; i < 8; ++i)
        CHECK(found[i].size() <= 76);
    CHECK(found[7].ends_with("word ..."));
    CHECK(found[8].starts_with("Owed "));
}

TEST_CASE("nothing that a customer writes steers a terminal or begins a line of its own") {
    Desk desk;
    desk.open("a\x1b[2Jb", "x\nWish        gold", maija());
    desk.open("c\nd", "");
    CHECK(desk.line("R-1") == "a\\x1b[2Jb");
    CHECK(desk.line("Wish") == "a new one");
    CHECK(desk.head({{1}, {2}}) == "R-1  a\\x1b[2Jb, Maija (prefers letter)\nR-2  c d\n");
}

} // namespace reklamaatio::view::tests
