// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/negotiation.hpp"

#include "casework/office.hpp"
#include "complaint/commitments.hpp"
#include "complaint/resolution.hpp"
#include "store/parts.hpp"

namespace reklamaatio::casework::tests {
namespace {

using complaint::NewOffer;
using complaint::Occasion;
using complaint::OfferTurn;
using complaint::Procedure;
using complaint::PromiseState;
using complaint::tests::inbound;
using complaint::tests::outbound;

// R-1, received on day 0, about which people talk on the days after.
class Talk {
  public:
    explicit Talk(const std::string& text = "It is broken.") {
        Complaint facts = store::tests::about("stove");
        facts.text = text;
        store::tests::Desk(m_office.store()).open(facts, on(0));
    }

    static time::Instant on(int day) { return utc(complaint::tests::k_received) + std::chrono::days{day}; }

    void say(int day, const complaint::Contact& said) {
        act(day, [&](const Complaint& c, const Procedure&, const Occasion& when) {
            return complaint::contact(c, said, when);
        });
    }
    // A refund of ten euros; with a reason we wait for the answer.
    void offer(int day, std::optional<std::string> await = {}, std::optional<int> valid_until = {}) {
        NewOffer made;
        made.remedy = "refund";
        made.amount = 1'000;
        made.currency = "EUR";
        made.await = std::move(await);
        if (valid_until) made.valid_until = on(*valid_until);
        act(day, [&](const Complaint& c, const Procedure& parts, const Occasion& when) {
            return complaint::offer(c, parts, made, when);
        });
    }
    void turn(int day, OfferTurn turn, std::int64_t number) {
        act(day, [&](const Complaint& c, const Procedure& parts, const Occasion& when) {
            return complaint::turn_offer(c, parts, {turn, number, "", "", "So be it."}, when);
        });
    }
    void promise(int day, int due) {
        act(day, [&](const Complaint& c, const Procedure& parts, const Occasion& when) {
            return complaint::promise(c, parts, {"a call", on(due), "", ""}, when);
        });
    }
    void end_promise(int day, PromiseState end, std::int64_t number) {
        act(day, [&](const Complaint& c, const Procedure& parts, const Occasion& when) {
            return complaint::end_promise(c, parts, end, number, "", when);
        });
    }
    void resolve(int day, complaint::Settled settled) {
        complaint::Resolution end;
        end.settled = settled;
        act(day, [&](const Complaint& c, const Procedure&, const Occasion& when) {
            return complaint::resolve(c, {}, end, {{}, true}, when);
        });
    }
    template <typename Act>
    void act(int day, Act act) {
        m_office.act(1, time::to_iso(on(day)), [&](const Complaint& c, const Occasion& when) {
            return act(c, store::procedure_of(m_office.store().database(), {1}), when);
        });
    }

    Dossier dossier() { return read_dossier(m_office.store().database(), {1}); }
    // Numbers of offers; 0: none.
    std::int64_t awaited() {
        const auto read = dossier();
        return number_of(awaited_offer(read));
    }
    std::int64_t failed(int day) {
        const auto read = dossier();
        return number_of(failed_offer(read, on(day)));
    }
    std::size_t proposed(int day) {
        const auto read = dossier();
        return proposed_offers(read, on(day)).size();
    }
    bool in_vain(int day) { return is_in_vain(dossier(), on(day)); }
    bool waited_long(int day) { return has_waited_long(dossier(), on(day)); }
    std::string unanswered_text() {
        const auto read = dossier();
        const auto* last = unanswered(read);
        return last == nullptr ? "" : last->said.message.text;
    }
    store::Store& store() { return m_office.store(); }

  private:
    static std::int64_t number_of(const complaint::Offer* offer) {
        return offer == nullptr ? 0 : offer->number;
    }

    Office m_office;
};

} // namespace

TEST_CASE("an offer is the customer's to answer until they do, it is withdrawn, or its time is up") {
    Talk talk;
    talk.offer(1, {}, 5);
    talk.offer(1);
    talk.offer(1);
    CHECK(talk.proposed(1) == 3);
    CHECK(talk.proposed(6) == 2);
    talk.turn(2, OfferTurn::declined, 2);
    CHECK(talk.proposed(2) == 2);
    talk.turn(2, OfferTurn::withdrawn, 3);
    CHECK(talk.proposed(6) == 0);
    talk.turn(3, OfferTurn::accepted, 1);
    CHECK(talk.proposed(3) == 0);
}

TEST_CASE("what is awaited is the offer with which the wait was begun, or begun anew") {
    Talk talk;
    talk.offer(1);
    CHECK(talk.awaited() == 0);
    talk.offer(2, "which it is to be");
    CHECK(talk.awaited() == 2);
    talk.say(3, complaint::tests::awaiting("a photo"));
    CHECK(talk.awaited() == 0);
    talk.offer(4, "the last word");
    CHECK(talk.awaited() == 3);
    talk.say(5, inbound());
    CHECK(talk.awaited() == 0);
}

TEST_CASE("an offer with which the same is awaited as before is the one that is awaited") {
    Talk talk;
    talk.offer(1, "an answer");
    const auto since = talk.dossier().complaint().waiting_since;
    talk.offer(2, "an answer");
    CHECK(talk.awaited() == 2);
    CHECK(talk.dossier().complaint().waiting_since == since);
    talk.say(3, complaint::tests::awaiting("an answer")); // a reminder
    CHECK(talk.awaited() == 2);
    CHECK_FALSE(talk.waited_long(9));
    CHECK(talk.waited_long(10));
    talk.say(4, inbound());
    talk.say(5, complaint::tests::awaiting("an answer"));
    CHECK(talk.awaited() == 0);
    talk.offer(6, "an answer");
    CHECK(talk.awaited() == 3);
    const auto last = talk.dossier().history.back().logged.event.change;
    store::tests::Desk(talk.store()).ledger(Talk::on(7), "undo").undo(last);
    CHECK(talk.awaited() == 0);
    CHECK(talk.dossier().complaint().waiting_reason == "an answer");
    CHECK(store::tests::faults_of(talk.store()) == "");
}

TEST_CASE("what was taken back is not waited for, and what it replaced is again") {
    Talk talk;
    const auto undo_last = [&] {
        const auto change = talk.dossier().history.back().logged.event.change;
        store::tests::Desk(talk.store()).ledger(Talk::on(5), "undo").undo(change);
    };
    talk.offer(1, "an answer");
    talk.say(2, complaint::tests::awaiting("a photo"));
    CHECK(talk.awaited() == 0);
    undo_last();
    CHECK(talk.awaited() == 1);
    talk.say(4, complaint::tests::awaiting("a photo"));
    talk.offer(5, "another answer");
    CHECK(talk.awaited() == 2);
    undo_last();
    CHECK(talk.dossier().complaint().status == complaint::Status::waiting);
    CHECK(talk.awaited() == 0);
}

TEST_CASE("an offer has failed when it came to nothing, none other stands, and we are silent since") {
    Talk talk;
    talk.offer(1, {}, 3);
    CHECK(talk.failed(3) == 0);
    CHECK(talk.failed(4) == 1);
    talk.say(4, inbound("Let me think.")); // it is we who must speak
    talk.say(4, complaint::tests::receipt());
    CHECK(talk.failed(5) == 1);
    talk.say(5, outbound());
    CHECK(talk.failed(6) == 0);

    talk.offer(6);
    talk.offer(6);
    talk.turn(7, OfferTurn::declined, 3);
    CHECK(talk.failed(8) == 0); // the second one stands
    talk.turn(8, OfferTurn::withdrawn, 2);
    CHECK(talk.failed(8) == 3);
    talk.offer(9);
    talk.turn(9, OfferTurn::withdrawn, 4);
    CHECK(talk.failed(9) == 0); // by our own will
}

TEST_CASE("a wait is in vain when the offer that it is for has expired or was withdrawn") {
    Talk talk;
    talk.offer(1, "an answer", 3);
    CHECK_FALSE(talk.in_vain(3));
    CHECK(talk.in_vain(4));
    talk.offer(4, "another answer");
    CHECK_FALSE(talk.in_vain(5));
    talk.offer(5);
    talk.turn(5, OfferTurn::withdrawn, 2);
    CHECK(talk.dossier().complaint().status == complaint::Status::waiting);
    CHECK_FALSE(talk.in_vain(5)); // the third may be answered
    talk.turn(6, OfferTurn::withdrawn, 3);
    CHECK(talk.in_vain(6));
    talk.say(7, complaint::tests::awaiting("a photo"));
    CHECK_FALSE(talk.in_vain(7));
}

TEST_CASE("a wait is long after a week in which nobody was reminded") {
    Talk talk;
    CHECK_FALSE(talk.waited_long(30));
    talk.say(1, complaint::tests::awaiting("a photo"));
    CHECK_FALSE(talk.waited_long(7));
    CHECK(talk.waited_long(8));
    talk.say(9, complaint::tests::receipt());
    CHECK(talk.waited_long(9));
    talk.say(9, outbound("Did you find it?"));
    CHECK_FALSE(talk.waited_long(15));
    CHECK(talk.waited_long(16));
    talk.say(17, inbound());
    CHECK_FALSE(talk.waited_long(60));
}

TEST_CASE("a broken promise is told when we spoke after it broke") {
    Talk talk;
    const auto untold = [&] {
        const auto read = talk.dossier();
        std::vector<std::int64_t> numbers;
        for (const auto* promise : untold_breaches(read))
            numbers.push_back(promise->number);
        return numbers;
    };
    using Numbers = std::vector<std::int64_t>;
    for (int i = 0; i < 3; ++i)
        talk.promise(1, 2);
    talk.end_promise(2, PromiseState::kept, 1);
    CHECK(untold().empty());
    talk.end_promise(3, PromiseState::broken, 2);
    talk.say(4, inbound("You did not call."));
    CHECK(untold() == Numbers{2});
    talk.say(5, outbound("We are sorry."));
    talk.end_promise(5, PromiseState::broken, 3); // in the same moment, but after it
    CHECK(untold() == Numbers{3});
    talk.promise(6, 7); // a new one is a word to the customer
    CHECK(untold().empty());
}

TEST_CASE("who did not accept the end is left discontent until we ask or write") {
    Talk talk;
    talk.say(1, outbound());
    talk.resolve(2, complaint::Settled::no);
    talk.say(3, inbound("No!"));
    CHECK(is_left_discontent(talk.dossier()));
    SUBCASE("we write") {
        talk.say(4, outbound());
        CHECK_FALSE(is_left_discontent(talk.dossier()));
    }
    SUBCASE("we ask") {
        talk.act(4, [](const Complaint& c, const Procedure&, const Occasion& when) {
            return complaint::follow_up(c, {}, when);
        });
        CHECK_FALSE(is_left_discontent(talk.dossier()));
    }
    Talk content;
    content.resolve(2, complaint::Settled::unknown);
    CHECK_FALSE(is_left_discontent(content.dossier()));
}

TEST_CASE("what is unanswered is what the customer said last, and neither a note, a receipt nor an answer "
          "to an offer") {
    Talk talk;
    CHECK(talk.unanswered_text() == "It is broken.");
    talk.say(1, complaint::tests::receipt());
    talk.act(1, [](const Complaint& c, const Procedure&, const Occasion& when) {
        return complaint::note(c, "whose is it?", when);
    });
    CHECK(talk.unanswered_text() == "It is broken.");
    talk.offer(2);
    CHECK(talk.unanswered_text().empty());
    talk.turn(3, OfferTurn::declined, 1);
    CHECK(talk.unanswered_text().empty());
    talk.say(4, inbound("Hello?"));
    talk.say(4, inbound("Hello!"));
    CHECK(talk.unanswered_text() == "Hello!");
    talk.say(5, outbound());
    CHECK(talk.unanswered_text().empty());
    CHECK(Talk("").unanswered_text().empty());
}

TEST_CASE("what was answered on the telephone as it was logged is not unanswered") {
    Talk talk("");
    Complaint facts = store::tests::about("stove");
    facts.text = "Where is it?";
    auto& database = talk.store().database();
    store::tests::Desk(talk.store()).open(facts, Talk::on(0), {}, true);
    auto read = read_dossier(database, {2});
    CHECK(unanswered(read) == nullptr);
    store::tests::Desk(talk.store()).act({2}, Talk::on(0), store::tests::saying(inbound("And when?")));
    read = read_dossier(database, {2});
    REQUIRE(unanswered(read) != nullptr);
    CHECK(unanswered(read)->said.message.text == "And when?");
}

} // namespace reklamaatio::casework::tests
