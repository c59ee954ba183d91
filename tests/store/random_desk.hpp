// SPDX-License-Identifier: GPL-3.0-or-later
// A desk at which anything is done, at random and the same in every run.
#pragma once

#include "complaint/appeal.hpp"
#include "complaint/commitments.hpp"
#include "complaint/random_complaint.hpp"
#include "complaint/refusal.hpp"
#include "complaint/resolution.hpp"
#include "complaint/task.hpp"
#include "store/builders.hpp"
#include "store/parts.hpp"

#include <array>

namespace reklamaatio::store::tests {

using complaint::tests::below;
using complaint::tests::Random;
using complaint::tests::random_number;
using complaint::tests::random_text;
using complaint::tests::random_word;

class RandomDesk {
  public:
    explicit RandomDesk(unsigned seed) : m_random(seed), m_now(utc("2026-03-02T06:00:00Z")) {}

    Instant now() const { return m_now; }

    // One command of any kind; one that is refused leaves no trace.
    void work(Store& store) {
        m_now += std::chrono::minutes{random_number(m_random, 20 * 60)};
        Desk desk(store);
        const auto known = next_complaint_id(store.database()).number - 1;
        const auto choice = below(m_random, 20);
        if (known == 0 || choice < 4) return open(desk);
        if (choice == 4) return import(desk);
        if (choice == 5) return apply_policy(desk);
        try {
            const Instant happened =
                below(m_random, 4) == 0 ? m_now - std::chrono::minutes{random_number(m_random, 600)} : m_now;
            desk.act_earlier({random_number(m_random, known) + 1}, happened, m_now,
                             [&](const Complaint& c, const Occasion& then) {
                                 if (below(m_random, 3) != 0) return event(c, then);
                                 return event_of_parts(c, procedure_of(store.database(), c.id), then);
                             });
        } catch (const complaint::Refusal&) {
        }
    }

  private:
    std::string text() { return random_text(m_random, 8); }

    Customer somebody() {
        Customer made;
        const auto number = below(m_random, 12);
        if (below(m_random, 2) == 0) made.name = "Maija " + text();
        if (below(m_random, 2) == 0) made.email = fmt::format("Maija{}@example.fi", number);
        if (below(m_random, 2) == 0) made.phone = fmt::format("040 12345{:02}", number);
        if (below(m_random, 4) == 0) made.value = random_number(m_random, 100'000);
        return made;
    }

    Complaint facts() {
        constexpr std::array<std::string_view, 3> k_categories{"damage", "delay", ""};
        Complaint made = about("R " + text());
        made.received_at = m_now - std::chrono::minutes{random_number(m_random, 3'000)};
        made.text = text();
        made.wish = text();
        made.kind = random_word<complaint::Kind>(m_random);
        made.priority = random_word<complaint::Priority>(m_random);
        made.harm = random_word<complaint::Harm>(m_random);
        made.category = k_categories[below(m_random, 3)];
        made.tags = complaint::tests::random_tags(m_random);
        if (below(m_random, 4) == 0) made.audience = 1 + random_number(m_random, 9'000);
        return made;
    }

    void open(Desk& desk) { desk.open(facts(), m_now, somebody(), below(m_random, 5) == 0); }

    void import(Desk& desk) {
        Complaint made = facts();
        made.status = random_word<complaint::Status>(m_random);
        const auto later = [&](Instant at) { return at + (m_now - at) / 2; };
        if (below(m_random, 2) == 0) made.responded_at = later(made.received_at);
        if (made.status == complaint::Status::resolved || made.status == complaint::Status::closed)
            made.resolved_at = later(made.received_at);
        if (below(m_random, 3) == 0) made.given_response_due = complaint::GivenDue{m_now};
        if (below(m_random, 3) == 0) made.given_resolution_due = complaint::GivenDue{};
        made.ref = "A-" + std::to_string(below(m_random, 1'000));
        made.source = below(m_random, 2) == 0 ? "shop" : "";
        made.row_digest = "x";
        desk.import(made, m_now, somebody());
    }

    void apply_policy(Desk& desk) {
        constexpr std::array<std::string_view, 3> k_reopen{"continue", "restart", "exclude"};
        desk.apply_policy(
            fmt::format("[organisation]\ntimezone = \"Europe/Helsinki\"\nreopen = \"{}\"\n"
                        "[calendar.office]\nhours.mon = [\"08:00-16:00\"]\nhours.wed = [\"08:00-18:00\"]\n"
                        "[[sla]]\nkind = [\"claim\"]\nresponse = \"{}h\"\n"
                        "[[sla]]\nresponse = \"{}m\"\nresolution = \"{}bd\"\nreply = \"8h\"\n"
                        "[procedure]\n{}\n",
                        k_reopen[below(m_random, 3)], below(m_random, 9) + 1, below(m_random, 900) + 1,
                        below(m_random, 5) + 1, below(m_random, 2) == 0 ? "remind_after = \"2d\"" : "")
                + std::string(k_terms),
            m_now);
    }

    // Or what was said before asks nothing any more.
    complaint::Contact heard() {
        if (below(m_random, 5) == 0) return complaint::tests::asks_nothing();
        auto made = complaint::tests::inbound(text());
        made.automatic = below(m_random, 5) == 0;
        made.needs_no_answer = !made.automatic && below(m_random, 4) == 0;
        return made;
    }

    complaint::Contact asked(const Occasion& then) {
        auto made = complaint::tests::awaiting(below(m_random, 3) == 0 ? "a photo" : "for " + text());
        if (below(m_random, 2) == 0)
            made.until = then.happened_at + std::chrono::minutes{1 + random_number(m_random, 9'000)};
        return made;
    }

    Event event(const Complaint& c, const Occasion& then) {
        switch (below(m_random, 9)) {
        case 0: {
            complaint::Classification to;
            to.values.set("kind", std::string(complaint::word(random_word<complaint::Kind>(m_random))));
            to.values.set("category", below(m_random, 2) == 0 ? "damage" : "");
            to.tag = {"tag " + std::to_string(below(m_random, 5))};
            to.untag = {"tag " + std::to_string(below(m_random, 5))};
            return complaint::with_note(complaint::classify(c, to, then), text());
        }
        case 1:
            return complaint::assign(c, {below(m_random, 2) == 0 ? "returns" : "", ""}, then);
        case 2:
            return complaint::contact(c, complaint::tests::outbound(text()), then);
        case 3:
            return complaint::contact(c, heard(), then);
        case 4:
            return complaint::contact(c, asked(then), then);
        case 5: {
            complaint::Resolution decided;
            decided.text = text();
            if (below(m_random, 2) == 0) decided.channel = "phone";
            if (below(m_random, 2) == 0) decided.amount = 4990;
            return complaint::resolve(c, decided, then);
        }
        case 6:
            return complaint::reopen(c, text(), then);
        case 7:
            if (below(m_random, 3) == 0) return complaint::void_entry(c, text(), then);
            [[fallthrough]];
        default:
            return complaint::note(c, text(), then);
        }
    }

    Event event_of_parts(const Complaint& c, const complaint::Procedure& procedure, const Occasion& then) {
        switch (below(m_random, 10)) {
        case 9: {
            constexpr std::array<std::string_view, 3> k_bodies{"kkv", "kril", "law"};
            if (below(m_random, 2) == 0) {
                complaint::AppealNews news;
                news.turn = complaint::AppealTurn::decided;
                news.decision = random_word<complaint::Decision>(m_random);
                return complaint::follow_appeal(c, procedure, news, text(), then);
            }
            return complaint::appeal(c, procedure, {std::string(k_bodies[below(m_random, 3)]), text()},
                                     text(), then);
        }
        case 0: {
            complaint::StepTaken taken{random_word<complaint::Step>(m_random)};
            taken.what = text();
            return complaint::step(c, procedure, taken, text(), then);
        }
        case 1:
            return complaint::promise(
                c, procedure,
                {"P " + text(), then.happened_at + std::chrono::minutes{random_number(m_random, 9'000)},
                 "phone", text()},
                then);
        case 2:
            return complaint::end_promise(c, procedure,
                                          static_cast<complaint::PromiseState>(1 + below(m_random, 3)),
                                          std::nullopt, text(), then);
        case 3: {
            complaint::NewOffer made;
            made.remedy = "refund";
            if (below(m_random, 2) == 0) made.amount = random_number(m_random, 100'000);
            made.currency = "EUR";
            if (below(m_random, 3) == 0) made.await = "for " + text();
            if (below(m_random, 3) == 0) made.steps = {random_word<complaint::Step>(m_random)};
            return complaint::offer(c, procedure, made, then);
        }
        case 4: {
            complaint::OfferNews news;
            news.turn = static_cast<complaint::OfferTurn>(below(m_random, 4));
            news.wish = text();
            return complaint::turn_offer(c, procedure, news, then);
        }
        case 5:
        case 6:
            return complaint::open_task(
                c, procedure,
                {"T " + text(), below(m_random, 2) == 0 ? "pekka" : "team:returns",
                 below(m_random, 4) == 0
                     ? std::nullopt
                     : std::optional(then.happened_at + std::chrono::minutes{random_number(m_random, 9'000)}),
                 text()},
                then);
        case 7:
            if (below(m_random, 2) == 0)
                return complaint::give_task(c, procedure, std::nullopt,
                                            {"maria", m_now + std::chrono::days{2}}, text(), then);
            return complaint::end_task(c, procedure,
                                       static_cast<complaint::TaskState>(1 + below(m_random, 2)),
                                       std::nullopt, text(), then);
        default: {
            complaint::FollowUp asked;
            asked.csat = 1 + random_number(m_random, 5);
            asked.text = text();
            return complaint::follow_up(c, asked, then);
        }
        }
    }

    Random m_random;
    Instant m_now;
};

} // namespace reklamaatio::store::tests
