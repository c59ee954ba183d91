// SPDX-License-Identifier: GPL-3.0-or-later
// Two people at work who do everything that the program knows, at random and the same in every run.
#pragma once

#include "complaint/appeal.hpp"
#include "complaint/commitments.hpp"
#include "complaint/effort.hpp"
#include "complaint/merge.hpp"
#include "complaint/random_complaint.hpp"
#include "complaint/refusal.hpp"
#include "complaint/repair.hpp"
#include "complaint/resolution.hpp"
#include "complaint/task.hpp"
#include "store/absences.hpp"
#include "store/actions.hpp"
#include "store/builders.hpp"
#include "store/customers.hpp"
#include "store/merging.hpp"
#include "store/parts.hpp"
#include "store/state.hpp"

#include <array>

namespace reklamaatio::store::tests {

using complaint::tests::below;
using complaint::tests::Random;
using complaint::tests::random_number;
using complaint::tests::random_text;
using complaint::tests::random_word;

class RandomTeam {
  public:
    // `with_tasks`: what older layouts do not know, and volumes and appeals.
    RandomTeam(Store& store, unsigned seed, bool with_tasks = true)
        : m_store(store), m_random(seed), m_now(utc("2026-03-02T06:00:00Z")), m_acts(with_tasks ? 29 : 25) {}

    // One command of any kind, under its own change. One that is refused leaves no trace, and is followed by
    // another.
    void work() {
        while (!try_to_work()) {
        }
    }

    // Whether the last change could be taken back. What is refused half-way leaves no trace, as the transaction of a command
    // would have it.
    bool undo_last() {
        auto& database = m_store.database();
        database.execute("SAVEPOINT undoing");
        bool is_done = true;
        try {
            ledger("undo").undo(last_change(database));
        } catch (const complaint::Refusal&) {
            is_done = false;
            database.execute("ROLLBACK TO undoing");
        }
        database.execute("RELEASE undoing");
        return is_done;
    }

    Ledger ledger(const std::string& command) {
        m_now += std::chrono::minutes{random_number(m_random, 20 * 60)};
        return {m_store.database(), m_store.policies(),
                Change{0, m_now, one_of<std::string>({"maria", "pekka"}), command}};
    }

    std::size_t choose(std::size_t count) { return below(m_random, count); }

  private:
    bool try_to_work() {
        const auto choice = choose(m_acts);
        const auto complaint = any_complaint();
        try {
            if (!complaint || choice < 3) return open();
            if (choice == 3) return apply_policy();
            if (choice == 4) return edit_customer();
            if (choice == 5) return merge_customers();
            if (choice == 6) return merge();
            if (choice == 7) return work_on_action(*complaint);
            if (choice == 24) return go_away();
            if (choice == 28) return set_volume();
            const Occasion then = occasion();
            const Event event = complaint::with_effort(this->event(*complaint, then, choice),
                                                       complaint->effort_minutes, effort());
            ledger("act").record(*complaint, event);
            return true;
        } catch (const complaint::Refusal&) {
            return false;
        }
    }

    template <typename T>
    T one_of(std::initializer_list<T> choices) {
        return *(choices.begin() + below(m_random, choices.size()));
    }
    bool sometimes() { return below(m_random, 3) == 0; }
    std::string text() { return random_text(m_random, 6) + one_of<std::string>({" stove", " lasku", ""}); }
    std::string text_or_none() { return sometimes() ? "" : text(); }

    Occasion occasion() {
        const auto ago = std::chrono::minutes{sometimes() ? random_number(m_random, 600) : 0};
        return {m_now - ago, m_now, time::Zone::utc(), "maria"};
    }

    std::string currency() { return one_of<std::string>({"EUR", "EUR", "PLN"}); }
    std::chrono::minutes effort() {
        return std::chrono::minutes{sometimes() ? 1 + random_number(m_random, 300) : 0};
    }

    // Mostly the latest ones, so that much happens to each.
    std::optional<Complaint> any_complaint() {
        auto& database = m_store.database();
        const auto next = next_complaint_id(database).number;
        return find_complaint(database, {next - 1 - random_number(m_random, 5)});
    }
    std::optional<Customer> any_customer() {
        auto& database = m_store.database();
        return find_customer(database, {next_customer_id(database).number - 1 - random_number(m_random, 4)});
    }

    Customer somebody() {
        Customer made;
        const auto number = below(m_random, 9);
        if (sometimes()) made.name = "Maija " + text();
        if (sometimes()) made.email = fmt::format("Maija{}@example.fi", number);
        if (sometimes()) made.phone = fmt::format("040 12345{:02}", number);
        if (sometimes()) made.value = random_number(m_random, 100'000);
        return made;
    }

    bool open() {
        Complaint draft = about("R " + text());
        draft.received_at = m_now - std::chrono::minutes{random_number(m_random, 3'000)};
        draft.text = text();
        draft.kind = random_word<complaint::Kind>(m_random);
        draft.channel = one_of<std::string>({"email", "phone"});
        if (sometimes()) draft.team = "returns";
        if (sometimes()) draft.audience = 1 + random_number(m_random, 900);
        auto ledger = this->ledger("open");
        draft.id = next_complaint_id(m_store.database());
        draft.uid = Desk::uid_of(draft.id);
        draft.customer = customer_for(ledger, somebody());
        ledger.record({}, complaint::open(draft, sometimes(), occasion()));
        return true;
    }

    std::string hour_costs() {
        if (sometimes()) return "";
        return fmt::format("currency = \"{}\"\nhour_costs = {}.{:02}\n", one_of<std::string>({"EUR", "PLN"}),
                           below(m_random, 90), below(m_random, 100));
    }

    bool apply_policy() {
        const std::string toml =
            fmt::format(
                "[organisation]\ntimezone = \"Europe/Helsinki\"\nreopen = \"{}\"\ncountry = \"{}\"\n{}"
                "[calendar.office]\nhours.mon = [\"08:00-16:00\"]\nhours.wed = [\"08:00-18:00\"]\n"
                "[[sla]]\nkind = [\"claim\"]\nresponse = \"{}h\"\nreply = \"8h\"\nupdate = \"2bd\"\n"
                "[[sla]]\nresponse = \"{}m\"\nresolution = \"{}bd\"\n{}",
                one_of<std::string>({"continue", "restart", "exclude"}), one_of<std::string>({"FI", "PL"}),
                hour_costs(), below(m_random, 9) + 1, below(m_random, 900) + 1, below(m_random, 5) + 1,
                one_of<std::string>(
                    {"followup = \"14d\"\n", "update = \"3bd\"\n[procedure]\nremind_after = \"2bd\"\n", ""}))
            + std::string(k_terms);
        ledger("policy").apply_policy(toml, policy::read(toml, "p.toml"));
        return true;
    }

    bool edit_customer() {
        const auto before = any_customer();
        if (!before) return false;
        Customer after = complaint::with_gaps_filled(*before, somebody());
        after.prefers = text_or_none();
        if (sometimes()) after.phone.clear();
        if (after == *before || mistakable_for(m_store.database(), after, "FI")) return false;
        ledger("customer").record(*before, after, text_or_none());
        return true;
    }

    bool merge_customers() {
        const auto duplicate = any_customer();
        const auto survivor = any_customer();
        if (!duplicate || !survivor) return false;
        auto ledger = this->ledger("customer");
        store::merge(m_store.database(), ledger, {*duplicate}, *survivor, text_or_none(), {m_now, m_now});
        return true;
    }

    bool merge() {
        const auto survivor = any_complaint();
        std::vector<Complaint> duplicates;
        for (std::size_t i = choose(2); i < 2; ++i)
            if (const auto found = any_complaint())
                if (duplicates.empty() || duplicates.front().id != found->id) duplicates.push_back(*found);
        if (!survivor || duplicates.empty()) return false;
        auto ledger = this->ledger("merge");
        store::merge(m_store.database(), ledger, duplicates, *survivor, text_or_none(), {m_now, m_now},
                     effort());
        return true;
    }

    bool work_on_action(const Complaint& complaint) {
        auto& database = m_store.database();
        const auto next = next_action_id(database);
        auto before = find_action(database, {next.number - 1}).value_or(complaint::Action{});
        complaint::Action after = before;
        if (before == complaint::Action{} || sometimes()) {
            before = after = {};
            after.id = next;
            after.text = text() + "!";
            after.complaint = complaint.id;
            after.opened_at = m_now;
            after.owner = "pekka";
            if (sometimes()) after.due_at = m_now + std::chrono::hours{9};
            after.effort_minutes = effort().count();
        } else {
            after.done_at = m_now;
            after.effect = text_or_none();
            after.effort_minutes += effort().count();
        }
        if (before == after) return false;
        ledger("action").record(before, after);
        return true;
    }

    bool go_away() {
        const std::string person = one_of<std::string>({"maria", "pekka"});
        const auto today = time::Zone::utc().date_at(m_now);
        const auto before = absences_of(m_store.database(), person);
        const auto first = today + std::chrono::days{choose(9)};
        const rulebook::Away told{first, first + std::chrono::days{choose(9)}};
        const bool is_back = !before.empty() && sometimes();
        const auto after =
            is_back ? rulebook::without_absence(before, today) : rulebook::with_absence(before, told, today);
        ledger("person").record_absences(
            is_back ? complaint::EventKind::came_back : complaint::EventKind::went_away, {person, after});
        return true;
    }

    bool set_volume() {
        const std::string period = one_of<std::string>({"2026-10", "2026-11", "2026-W44"});
        const std::string product = one_of<std::string>({"", "Kiuas", "sauna & co=2"});
        const complaint::VolumeOf of{period, product.empty() ? "" : "product", product};
        complaint::Volume volume{of, 1 + choose(9)};
        if (sometimes()) volume.number.reset();
        const auto before = last_event(m_store.database());
        ledger("volume").record_volume(volume);
        return last_event(m_store.database()) > before;
    }

    void received_earlier(const Complaint& c, complaint::Correction& to) {
        const auto at = c.received_at - std::chrono::minutes{random_number(m_random, 900)};
        to.values.set("received_at", at.time_since_epoch().count());
    }

    Event edited(const Complaint& c, const Occasion& then) {
        complaint::Correction to;
        if (sometimes()) to.values.set("subject", "R " + text());
        if (sometimes())
            to.values.set("kind", std::string(complaint::word(random_word<complaint::Kind>(m_random))));
        if (sometimes()) to.values.set("wish", text_or_none());
        if (sometimes()) to.values.set("effort_minutes", std::int64_t{random_number(m_random, 60)});
        if (sometimes()) received_earlier(c, to);
        if (const auto customer = any_customer(); customer && sometimes())
            to.values.set("customer_id", customer->id.number);
        return complaint::edit(c, to, text_or_none(), then);
    }

    Event resolved(const Complaint& c, const complaint::Procedure& parts, const Occasion& then) {
        complaint::Resolution decided;
        decided.text = "decided " + text();
        if (sometimes()) decided.channel = "phone";
        if (sometimes()) {
            decided.remedy = one_of<std::string>({"refund", "gift", "credit"});
            decided.amount = 4990;
            decided.currency = currency();
            if (sometimes()) decided.approved_by = "liisa";
        }
        if (sometimes()) decided.steps = {complaint::Step::fix};
        decided.force = true;
        return complaint::resolve(c, parts, decided, {{}, sometimes()}, then);
    }

    Event offered(const Complaint& c, const complaint::Procedure& parts, const Occasion& then) {
        complaint::NewOffer made;
        made.remedy = "discount";
        made.amount = random_number(m_random, 10'000) + 1;
        made.currency = currency();
        made.message = text();
        if (sometimes()) made.await = "an answer";
        if (sometimes()) made.steps = {complaint::Step::compensate};
        return complaint::offer(c, parts, made, then);
    }

    Event followed_up(const Complaint& c, const Occasion& then) {
        complaint::FollowUp asked;
        asked.csat = random_number(m_random, 5) + 1;
        if (sometimes()) asked.nps = random_number(m_random, 11);
        if (sometimes()) asked.retained = random_word<complaint::Retained>(m_random);
        if (sometimes() && sometimes()) asked = {{}, {}, {}, true, ""};
        asked.text = text_or_none();
        return complaint::follow_up(c, asked, then);
    }

    // Or what was said before asks nothing any more.
    complaint::Contact heard() {
        if (sometimes()) return complaint::tests::asks_nothing();
        auto made = complaint::tests::inbound(text());
        made.automatic = sometimes();
        made.needs_no_answer = !made.automatic && sometimes();
        return made;
    }

    complaint::Contact asked(const Occasion& then) {
        auto made = complaint::tests::awaiting(sometimes() ? "a photo" : "for " + text());
        if (sometimes())
            made.until = then.happened_at + std::chrono::minutes{1 + random_number(m_random, 9'000)};
        return made;
    }

    Event event(const Complaint& c, const Occasion& then, std::size_t choice) {
        using namespace complaint;
        using namespace complaint::tests;
        const auto parts = procedure_of(m_store.database(), c.id);
        switch (choice) {
        case 8: {
            Classification to;
            to.values.set("kind", std::string(word(random_word<Kind>(m_random))));
            to.tag = {"tag " + std::to_string(choose(5))};
            return with_note(classify(c, to, then), text_or_none());
        }
        case 9:
            return assign(c, {sometimes() ? "returns" : "", sometimes() ? "maria" : ""}, then);
        case 10:
            return contact(c, parts, outbound(text()), then);
        case 11:
            return contact(c, parts, heard(), then);
        case 12:
            return contact(c, parts, asked(then), then);
        case 13:
            return contact(c, parts, no_longer_awaiting(), then);
        case 14: {
            Contact said = outbound(text());
            said.steps = {random_word<Step>(m_random)};
            return contact(c, parts, said, then);
        }
        case 15: {
            const NewPromise made{text() + "!", m_now + std::chrono::hours{9}, "", text()};
            return promise(c, parts, made, then);
        }
        case 16:
            return end_promise(c, parts,
                               one_of({PromiseState::kept, PromiseState::broken, PromiseState::withdrawn}),
                               std::nullopt, text_or_none(), then);
        case 17:
            return offered(c, parts, then);
        case 18:
            return turn_offer(c, parts, {random_word_of_turn(), std::nullopt, text_or_none(), "", text()},
                              then);
        case 19:
            return resolved(c, parts, then);
        case 20:
            return followed_up(c, then);
        case 21:
            if (m_acts > 25 && sometimes()) return appealed(c, parts, then);
            return complaint::reopen(c, text_or_none(), then);
        case 22:
            if (sometimes()) return void_entry(c, text_or_none(), then);
            if (m_acts > 25 && sometimes()) return appealed(c, parts, then);
            return note(c, text(), then);
        case 23:
            return edited(c, then);
        case 25: {
            const NewTask made{text() + "!", one_of<std::string>({"maria", "team:returns"}),
                               sometimes() ? std::nullopt : std::optional(m_now + std::chrono::hours{9}),
                               text_or_none()};
            return open_task(c, parts, made, then);
        }
        case 26:
            return give_task(c, parts, std::nullopt, {"pekka", m_now + std::chrono::hours{30}},
                             text_or_none(), then);
        default:
            return end_task(c, parts, one_of({TaskState::done, TaskState::dropped}), std::nullopt,
                            text_or_none(), then);
        }
    }

    Event appealed(const Complaint& c, const complaint::Procedure& parts, const Occasion& then) {
        if (parts.appeals.empty() || sometimes()) {
            complaint::NewAppeal made{one_of<std::string>({"kkv", "kril", "review"}), text_or_none()};
            if (sometimes()) made.answer_by = then.happened_at + std::chrono::hours{50};
            made.reviewer = {c.team, "maria"};
            return appeal(c, parts, made, text_or_none(), then);
        }
        complaint::AppealNews news{one_of({complaint::AppealTurn::answered, complaint::AppealTurn::decided})};
        news.decision = random_word<complaint::Decision>(m_random);
        return follow_appeal(c, parts, news, text_or_none(), then);
    }

    complaint::OfferTurn random_word_of_turn() {
        using Turn = complaint::OfferTurn;
        return one_of({Turn::accepted, Turn::declined, Turn::withdrawn, Turn::paid});
    }

    Store& m_store;
    Random m_random;
    Instant m_now;
    std::size_t m_acts;
};

} // namespace reklamaatio::store::tests
