// SPDX-License-Identifier: GPL-3.0-or-later
// By the policy of the office what came on Monday 12 January at eight is answered by noon, and resolved
// by Monday 19 January.
#include "view/words/confirmation.hpp"

#include "casework/office.hpp"
#include "complaint/commitments.hpp"
#include "complaint/resolution.hpp"
#include "store/parts.hpp"

namespace reklamaatio::view::tests {
namespace {

using complaint::Complaint;
using complaint::Contact;
using complaint::Occasion;
using complaint::Procedure;
using complaint::tests::utc;

constexpr std::string_view k_now = "2026-01-12T07:00:00Z"; // nine o'clock

// R-1 of somebody who prefers the telephone.
class Work {
  public:
    Work() {
        auto maija = store::tests::customer("Maija", "maija@example.fi");
        maija.prefers = "Phone";
        Complaint facts = store::tests::about("stove", casework::tests::k_opening_time);
        facts.channel = "phone";
        store::tests::Desk(m_office.store()).open(facts, utc(casework::tests::k_opening_time), maija);
    }

    // What `act` does now is told, and has happened.
    template <typename Act>
    std::string told(Act act, Tense tense = {}, bool near_times = true) {
        auto& desk = m_office.at(k_now);
        ChangedComplaint done{m_office.complaint(1), {}};
        done.event = act(done.before, store::procedure_of(desk.database(), {1}),
                         Occasion{utc(k_now), utc(k_now), desk.zone(), "maria"});
        const auto entry = desk.ledger().record(done.before, *done.event);
        done.after = entry.complaint;
        done.plan = entry.plan;
        done.why = why;
        done.rest = rest;
        return confirmation(desk, done, tense, near_times);
    }
    std::string said(const Contact& contact) {
        return told([&](const Complaint& c, const Procedure&, const Occasion& when) {
            return complaint::contact(c, contact, when);
        });
    }
    std::string assigned(const std::string& team, const std::string& person, Tense tense = {},
                         bool near_times = true) {
        return told(
            [&](const Complaint& c, const Procedure&, const Occasion& when) {
                return complaint::assign(c, {team, person}, when);
            },
            tense, near_times);
    }
    std::string nothing(std::string reason = "") {
        const auto complaint = m_office.complaint(1);
        return confirmation(m_office.at(k_now), {complaint, complaint, {}, std::move(reason)}, {}, true);
    }

    std::string why, rest;

  private:
    casework::tests::Office m_office;
};

auto offering(std::optional<std::string> await = {}) {
    return [await](const Complaint& c, const Procedure& parts, const Occasion& when) {
        complaint::NewOffer made;
        made.remedy = "refund";
        made.amount = 1'000;
        made.currency = "EUR";
        made.channel = "phone";
        made.await = await;
        return complaint::offer(c, parts, made, when);
    };
}
auto turning(complaint::OfferTurn turn, std::string wish = "") {
    return [turn, wish](const Complaint& c, const Procedure& parts, const Occasion& when) {
        return complaint::turn_offer(c, parts, {turn, {}, wish, "phone", ""}, when);
    };
}

} // namespace

TEST_CASE("what was done is told with what is owed next, and why and what else where there is something") {
    Work work;
    CHECK(work.assigned("", "maria") == "R-1 is assigned to maria; the first answer is due today 12:00");
    work.why = "the least loaded";
    work.rest = "maria is told";
    CHECK(work.assigned("returns", "")
          == "R-1 is assigned to team returns (the least loaded); the first answer is due today 12:00; maria "
             "is told");
    work.why = work.rest = "";
    CHECK(work.assigned("", "") == "R-1 is assigned to nobody; the first answer is due today 12:00");
    CHECK(work.nothing() == "R-1 is already so; nothing changed");
    CHECK(work.nothing("nobody is there") == "R-1: nobody is there");
}

TEST_CASE("a dry run tells in the conditional, and to a pipe by whole times") {
    CHECK(Work().assigned("", "maria", {true}, false)
          == "R-1 would be assigned to maria; the first answer would be due 2026-01-12 12:00");
    CHECK(Work().assigned("", "maria", {true}, true)
          == "R-1 would be assigned to maria; the first answer would be due today 12:00");
    CHECK(Work().assigned("", "maria", {}, false) // what was done is told at a terminal alone
          == "R-1 is assigned to maria; the first answer is due today 12:00");
}

TEST_CASE("a message is told by its direction, and that the customer would rather have it otherwise") {
    Work work;
    Contact letter = complaint::tests::outbound();
    letter.channel = "email";
    CHECK(work.said(letter)
          == "R-1 has your message to the customer by email (the customer prefers Phone); resolution is due "
             "Mon 19 Jan 16:00");
    CHECK(work.said(complaint::tests::outbound())
          == "R-1 has your message to the customer by phone; resolution is due Mon 19 Jan 16:00");
    letter.direction = complaint::Direction::in;
    CHECK(work.said(letter) == "R-1 has the customer's message by email; resolution is due Mon 19 Jan 16:00");
    CHECK(Work().said(complaint::tests::receipt())
          == "R-1 has the automatic acknowledgement by phone; the first answer is due today 12:00");
}

TEST_CASE("a wait is told with what it is for, as it begins, changes, goes on and ends") {
    Work work;
    CHECK(work.said(complaint::tests::awaiting("a photo"))
          == "R-1 has your message to the customer by phone, and waits for the customer: a photo");
    CHECK(work.said(complaint::tests::awaiting("a bill"))
          == "R-1 has your message to the customer by phone, and now waits for: a bill");
    CHECK(work.said(complaint::tests::no_longer_awaiting())
          == "R-1 no longer waits; resolution is due Mon 19 Jan 16:00");
    work.said(complaint::tests::awaiting("a photo"));
    CHECK(
        work.said(complaint::tests::inbound())
        == "R-1 has the customer's message by phone, and is open again; resolution is due Mon 19 Jan 16:00");
    work.told(offering("yes or no"));
    CHECK(work.told(turning(complaint::OfferTurn::withdrawn))
          == "R-1: offer 1 withdrawn; it still waits for the customer: yes or no; contact R-1 --no-await "
             "ends that");
}

TEST_CASE("after bad news it is told what the customer is owed and no clock reminds of") {
    Work work;
    CHECK(
        work.told(offering())
        == "R-1 has offer 1: refund 10.00 EUR; this is the first answer; resolution is due Mon 19 Jan 16:00");
    CHECK(work.told(turning(complaint::OfferTurn::declined))
          == "R-1: offer 1 declined; ask what would be right; resolution is due Mon 19 Jan 16:00");
    work.told(offering());
    CHECK(work.told(turning(complaint::OfferTurn::declined, "a cake"))
          == "R-1: offer 2 declined, wish \"a cake\"; resolution is due Mon 19 Jan 16:00");
    CHECK(work.told([](const Complaint& c, const Procedure& parts, const Occasion& when) {
        return complaint::promise(c, parts, {"a call", utc("2026-01-13T08:00:00Z"), "phone", ""}, when);
    }) == "R-1 has promise P1 by tomorrow 10:00: a call");
    CHECK(work.told([](const Complaint& c, const Procedure& parts, const Occasion& when) {
        return complaint::end_promise(c, parts, complaint::PromiseState::broken, {}, "", when);
    })
          == "R-1: promise P1 broken; tell the customer and make a new promise; resolution is due Mon 19 "
             "Jan 16:00");
}

TEST_CASE("an end is told with all that was decided, and reopening with what is owed once more") {
    Work work;
    const auto resolving = [](const Complaint& c, const Procedure& parts, const Occasion& when) {
        complaint::Resolution end;
        end.outcome = complaint::Outcome::upheld;
        end.settled = complaint::Settled::yes;
        end.remedy = "refund";
        end.amount = 1'000;
        end.currency = "EUR";
        return complaint::resolve(c, parts, end, {{}, true}, when);
    };
    CHECK(work.told(resolving)
          == "R-1 is resolved: upheld, settled yes, refund 10.00 EUR; the follow-up is due Mon 26 Jan 09:00");
    CHECK(work.told([](const Complaint& c, const Procedure&, const Occasion& when) {
        complaint::FollowUp asked;
        asked.csat = 5;
        asked.retained = complaint::Retained::yes;
        return complaint::follow_up(c, asked, when);
    }) == "R-1 is closed: CSAT 5 of 5, retained yes");
    CHECK(work.told([](const Complaint& c, const Procedure&, const Occasion& when) {
        return complaint::reopen(c, "", when);
    }) == "R-1 is reopened; resolution is due Mon 19 Jan 16:00");
    CHECK(work.told([](const Complaint& c, const Procedure&, const Occasion& when) {
        return complaint::note(c, "hm", when);
    }) == "R-1 has your note"); // nobody asks what is owed
    CHECK(work.told([](const Complaint& c, const Procedure&, const Occasion& when) {
        return complaint::void_entry(c, "", when);
    }) == "R-1 is void");
}

TEST_CASE("whatever else changed is told field by field") {
    Work work;
    CHECK(work.told([](const Complaint& c, const Procedure&, const Occasion& when) {
        complaint::Classification to;
        to.values.set("category", "damage");
        to.tag = {"vip"};
        return complaint::classify(c, to, when);
    }) == "R-1 is changed: category damage, tags vip; the first answer is due today 12:00");
}

} // namespace reklamaatio::view::tests
