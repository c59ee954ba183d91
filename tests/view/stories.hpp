// SPDX-License-Identifier: GPL-3.0-or-later
// Complaints with everything that a page can show, told act by act.
#pragma once

#include "complaint/acts.hpp"
#include "complaint/commitments.hpp"
#include "complaint/merge.hpp"
#include "complaint/resolution.hpp"
#include "store/actions.hpp"
#include "store/builders.hpp"
#include "store/customers.hpp"
#include "store/parts.hpp"

#include <string>
#include <string_view>

namespace reklamaatio::view::tests {

using complaint::Complaint;
using complaint::Id;
using complaint::Occasion;
using complaint::Procedure;
using complaint::tests::utc;

inline const std::string k_policy = std::string(store::tests::k_office_week) + R"(
[organisation]
name = "Esimerkki Oy"
timezone = "Europe/Helsinki"
currency = "EUR"
[[sla]]
name = "serious"
calendar = "office"
kind = ["claim", "complaint"]
response = "4h"
reply = "8h"
update = "2bd"
resolution = "7bd"
followup = "14d"
)";

// A help desk; each call is a command of its own, at a local time of November 2026 such as "02 10:00".
class HelpDesk {
  public:
    HelpDesk() : m_store(store::Store::in_memory(store::tests::founding())) {
        ledger("01 08:00", "liisa").apply_policy(k_policy, policy::read(k_policy, "p.toml"));
    }

    store::Store& store() { return m_store; }

    // Helsinki is two hours ahead of UTC in November.
    static time::Instant at(std::string_view day_and_time) {
        return utc(fmt::format("2026-11-{}T{}:00Z", day_and_time.substr(0, 2), day_and_time.substr(3)))
               - std::chrono::hours{2};
    }

    store::Ledger ledger(std::string_view when, const std::string& who) {
        return {m_store.database(), m_store.policies(), store::Change{0, at(when), who, "test"}};
    }

    Id open(std::string_view when, const std::string& who, std::string_view received, Complaint draft,
            const complaint::Customer& customer) {
        auto book = ledger(when, who);
        draft.id = store::next_complaint_id(m_store.database());
        draft.uid = store::tests::Desk::uid_of(draft.id);
        draft.received_at = at(received);
        draft.customer = store::tests::customer_for(book, customer);
        return book.record({}, complaint::open(draft, false, occasion(when, who))).complaint.id;
    }

    // `act` makes the event of the complaint and of what was gone through so far.
    template <typename Act>
    void act(std::string_view when, const std::string& who, Id id, Act act) {
        const auto before = store::find_complaint(m_store.database(), id).value();
        const auto procedure = store::procedure_of(m_store.database(), id);
        ledger(when, who).record(before, act(before, procedure, occasion(when, who)));
    }

    void say(std::string_view when, const std::string& who, Id id, complaint::Direction direction,
             std::string channel, std::string text) {
        complaint::Contact contact;
        contact.direction = direction;
        contact.channel = std::move(channel);
        contact.text = std::move(text);
        act(when, who, id, [&](const Complaint& c, const Procedure& p, const Occasion& then) {
            return complaint::contact(c, p, contact, then);
        });
    }
    void step(std::string_view when, const std::string& who, Id id, const complaint::StepTaken& taken) {
        act(when, who, id, [&](const Complaint& c, const Procedure& p, const Occasion& then) {
            Procedure parts = p;
            complaint::do_step(parts, taken, "", then);
            return complaint::made_event(complaint::EventKind::stepped, c,
                                         complaint::moved(c, complaint::Act::step, then), p, parts, then);
        });
    }
    void offer(std::string_view when, const std::string& who, Id id, const complaint::NewOffer& offer) {
        act(when, who, id, [&](const Complaint& c, const Procedure& p, const Occasion& then) {
            return complaint::offer(c, p, offer, then);
        });
    }
    void turn(std::string_view when, const std::string& who, Id id, const complaint::OfferNews& news) {
        act(when, who, id, [&](const Complaint& c, const Procedure& p, const Occasion& then) {
            return complaint::turn_offer(c, p, news, then);
        });
    }
    void promise(std::string_view when, const std::string& who, Id id, const complaint::NewPromise& promise) {
        act(when, who, id, [&](const Complaint& c, const Procedure& p, const Occasion& then) {
            return complaint::promise(c, p, promise, then);
        });
    }
    void end_promise(std::string_view when, const std::string& who, Id id, complaint::PromiseState end) {
        act(when, who, id, [&](const Complaint& c, const Procedure& p, const Occasion& then) {
            return complaint::end_promise(c, p, end, {}, "", then);
        });
    }
    void resolve(std::string_view when, const std::string& who, Id id, const complaint::Resolution& to) {
        act(when, who, id, [&](const Complaint& c, const Procedure& p, const Occasion& then) {
            return complaint::resolve(c, p, to, {{}, true}, then);
        });
    }
    void reopen(std::string_view when, const std::string& who, Id id, const std::string& why) {
        act(when, who, id, [&](const Complaint& c, const Procedure&, const Occasion& then) {
            return complaint::reopen(c, why, then);
        });
    }
    void merge(std::string_view when, const std::string& who, Id duplicate, Id survivor) {
        auto book = ledger(when, who);
        const auto away = store::find_complaint(m_store.database(), duplicate).value();
        const auto stays = store::find_complaint(m_store.database(), survivor).value();
        book.record(away, complaint::merge_away(away, survivor, "", occasion(when, who)));
        book.record(stays, complaint::merge_in(stays, {{away}}, occasion(when, who)));
    }

  private:
    Occasion occasion(std::string_view when, const std::string& who) {
        return {at(when), at(when), m_store.policies().current().policy->organisation.zone, who};
    }

    store::Store m_store;
};

inline complaint::Customer maija() {
    complaint::Customer made;
    made.name = "Maija Meikäläinen";
    made.email = "maija@example.fi";
    made.phone = "040 123 4567";
    made.prefers = "email";
    made.value = 120'000;
    return made;
}

inline Complaint claim(std::string subject) {
    Complaint made;
    made.subject = std::move(subject);
    made.kind = complaint::Kind::claim;
    made.channel = "phone";
    return made;
}

inline Complaint stove() {
    Complaint made = claim("Kiuas halkesi ensilämmityksellä");
    made.text = "Kiuas halkesi, kun sitä lämmitettiin ensimmäisen kerran. Lasinsiruja lattialla, kukaan ei "
                "loukkaantunut.\nMitä nyt?";
    made.wish = "a new stove before Christmas";
    made.priority = complaint::Priority::high;
    made.harm = complaint::Harm::safety;
    made.product = "Harvia M3";
    made.category = "damage";
    made.tags = {"recall", "stove"};
    made.team = "returns";
    made.assignee = "maria";
    return made;
}

// The stove of Maija Meikäläinen, until an offer waits for her answer. Gives its id.
inline Id stove_story(HelpDesk& desk) {
    using complaint::Direction;
    using complaint::Step;
    const Id first = desk.open("01 09:00", "pekka", "01 09:00", claim("Väärä koko"), maija());
    complaint::Resolution upheld;
    upheld.outcome = complaint::Outcome::upheld;
    desk.resolve("01 10:00", "pekka", first, upheld);
    const Id id = desk.open("02 10:04", "pekka", "02 10:00", stove(), maija());
    desk.step("02 10:06", "pekka", id,
              {Step::understand, "the stone cage cracked at the first heating", "at home, in the sauna", ""});
    desk.step("02 10:07", "pekka", id, {Step::empathise});
    desk.say("02 11:00", "maria", id, Direction::out, "phone",
             "Olen todella pahoillani. Lähetän teille uuden jalan heti kun saan sen varastosta.");
    desk.step("02 11:01", "maria", id, {Step::apologise});
    desk.promise("02 11:02", "maria", id,
                 {"new leg shipped", HelpDesk::at("05 23:59") + std::chrono::seconds{59}, "phone", ""});
    desk.offer("02 11:10", "maria", id, {"discount", 4990, "EUR", {}, "", "phone", "", {}, {}});
    desk.turn(
        "03 09:12", "maria", id,
        {complaint::OfferTurn::declined, {}, "uusi jalka", "email", "Ei alennus auta, haluan uuden jalan."});
    const Id again =
        desk.open("04 09:12", "pekka", "04 09:12", claim("Onko kiukaasta mitään kuulunut?"), maija());
    desk.say("04 09:13", "pekka", again, Direction::in, "email", "Onko mitään kuulunut?");
    desk.merge("04 09:20", "pekka", again, id);
    desk.end_promise("09 08:00", "maria", id, complaint::PromiseState::broken);
    desk.promise("09 08:05", "maria", id,
                 {"new leg by courier", HelpDesk::at("11 12:00"), "email", "Uusi jalka tulee kuriirilla."});
    desk.end_promise("10 08:00", "maria", id, complaint::PromiseState::kept);
    desk.offer("10 08:05", "maria", id,
               {"replacement",
                {},
                "",
                HelpDesk::at("17 23:59") + std::chrono::seconds{59},
                "liisa",
                "email",
                "Saatte uuden kiukaan, jos jalka ei riitä.",
                {},
                {}});
    desk.say("11 08:30", "maria", id, Direction::in, "email", "Kiitos, \x1b[31mmietin\x1b[0m vielä.");
    return id;
}

// The same, to its end and back and to its end again.
inline void end_story(HelpDesk& desk, Id id) {
    using complaint::OfferTurn;
    desk.turn("13 09:00", "maria", id, {OfferTurn::accepted, {}, "", "email", ""});
    complaint::Resolution to;
    to.outcome = complaint::Outcome::upheld;
    to.settled = complaint::Settled::yes;
    to.remedy = "replacement"; // as the customer accepted
    to.is_offered = true;
    to.cause = "casting";
    to.text = "Uusi kiuas lähti.";
    to.channel = "email";
    desk.resolve("13 10:00", "maria", id, to);
    desk.reopen("16 08:15", "pekka", id, "The new one cracked as well");
    desk.offer("16 09:00", "maria", id, {"refund", 24990, "EUR", {}, "liisa", "phone", "", {}, {}});
    desk.turn("16 09:30", "maria", id, {OfferTurn::accepted, {}, "", "phone", "Hyvä niin."});
    desk.promise("16 09:40", "maria", id, {"the money", HelpDesk::at("27 12:00"), "phone", ""});
    to.remedy = "refund";
    to.amount = 24990;
    to.currency = "EUR";
    to.approved_by = "liisa";
    to.text = "The money comes next week.";
    to.force = true;
    desk.resolve("17 10:00", "maria", id, to);
    complaint::Action action;
    action.id = store::next_action_id(desk.store().database());
    action.text = "test the castings of every batch";
    action.cause = "casting";
    action.complaint = id;
    action.owner = "pekka";
    action.opened_at = HelpDesk::at("17 10:05");
    action.due_at = HelpDesk::at("30 16:00");
    desk.ledger("17 10:05", "maria").record({}, action);
}

} // namespace reklamaatio::view::tests
