// SPDX-License-Identifier: GPL-3.0-or-later
// Writing: one command is one change, and each of its events brings log, state, deadlines and words forward
// together.
#pragma once

#include "complaint/action.hpp"
#include "complaint/event.hpp"
#include "complaint/procedure.hpp"
#include "complaint/volume.hpp"
#include "rulebook/clocks/plan.hpp"
#include "store/changes.hpp"
#include "store/customer_match.hpp"
#include "store/customer_scope.hpp"
#include "store/database.hpp"
#include "store/events.hpp"
#include "store/full_text.hpp"
#include "store/policies.hpp"
#include "store/spared_indexes.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace reklamaatio::store {

// A complaint as it stands once something was recorded of it, and what is owed by when: nobody needs to read
// it back.
struct Entry {
    complaint::Complaint complaint;
    rulebook::Plan plan;
};

// Within one transaction of one writer.
class Ledger {
  public:
    Ledger(Database& database, PolicyBook& policies, Change change)
        : m_database(database), m_policies(policies), m_change(std::move(change)) {}

    // Appends the event and brings everything that follows from it up to date. `before` is the complaint as
    // it is stored (a default-made one before its first event).
    Entry record(const complaint::Complaint& before, complaint::Event event);

    // For work that records a great many complaints: their words go into the full text together at its end.
    void in_bulk(const std::function<void()>& work);

    // Writes what differs between two states of a customer, or of a preventive action; a default-made
    // `before` is one that is new. Gives `after`.
    complaint::Customer record(const complaint::Customer& before, const complaint::Customer& after,
                               std::string note = "");
    complaint::Action record(const complaint::Action& before, const complaint::Action& after);

    // Writes down when a member of staff is away from now on; what the policy says of them stays. Policies that were
    // asked for before are read again.
    void record_absences(complaint::EventKind kind, const rulebook::Absences& after);

    // Writes down a volume, in place of what was known of it; nothing when that was the same.
    void record_volume(const complaint::Volume& after);

    // Writes down that somebody was told of a complaint, or acknowledged it (as its record says): no clock
    // moves. Nothing when the complaint is there no more.
    void record_alert(complaint::Id id, complaint::AlertRecord alert);
    // Likewise of a preventive action.
    void record_alert(complaint::ActionId id, complaint::AlertRecord alert);

    // Finds or adds the customer whom these facts belong to, and records what is new of it. Nothing when they
    // name nobody. Throws complaint::Refusal as match_customer does.
    std::optional<CustomerMatch> register_customer(const complaint::Customer& facts);
    // Somebody whom a person has recognised, and of whom there is more to know.
    CustomerMatch register_customer(const complaint::Customer& known, const complaint::Customer& facts);
    // Somebody of whom a person knows that it is somebody new.
    CustomerMatch register_newcomer(const complaint::Customer& facts);

    // A deadline that is now due at another time. Nothing: it is new, gone, or its clock is paused.
    struct Moved {
        complaint::Id complaint;
        complaint::Clock clock = complaint::Clock::response;
        std::optional<time::Instant> from;
        std::optional<time::Instant> to;
    };

    // Puts a policy in force, and plans the deadlines of unresolved complaints again.
    struct Applied {
        int version = 0;
        std::int64_t complaints = 0; // that were looked at
        std::vector<Moved> moved;    // in order of complaint and clock
    };
    Applied apply_policy(const std::string& toml, const rulebook::Policy& policy);

    // Takes a change back, or puts back one that was taken back, with all that follows from it. Throws
    // complaint::Refusal, which names the change that stands in the way. Gives the change.
    Change undo(std::int64_t change);

    // Erases what is personal of all that is in the scope, and what follows from it; that is an event of each. What of
    // the full text is to be gone with it is left to forget_for_good(). Not while work in bulk is going on.
    void erase(const CustomerScope& scope);

    // The change of this command; 0 while nothing was recorded.
    std::int64_t change() const { return m_change.number; }
    time::Instant now() const { return m_change.recorded_at; }

  private:
    // Work in bulk, within which nobody else appends.
    struct Bulk {
        LogEnd end;
        std::int64_t since = 0;    // the first event of the work
        bool begins_empty = false; // there was no complaint before
        std::int64_t added = 0;    // complaints by it
        std::optional<SparedIndexes> spared = std::nullopt;
        ForgottenWords forgotten;
    };

    CustomerMatch remember(CustomerMatch met);
    void append(complaint::Event& event);
    // The alert as the part of a complaint or an action that the event is of.
    complaint::Procedure append_alert(complaint::Event& event, complaint::AlertRecord alert);
    // How local phone numbers are read, and with it whom a number belongs to.
    const std::string& country();
    void follow_country(const std::string& before);
    rulebook::Plan add(const complaint::Complaint& complaint, const complaint::Event& event);
    rulebook::Plan change(const complaint::Complaint& before, const complaint::Complaint& after,
                          const complaint::Event& event);
    void add_parts(complaint::Id id, const complaint::Event& event);
    template <typename Number>
    void forget_before(const complaint::Event& event, Number id);
    bool is_first_in_bulk(const complaint::Event& event);
    bool learns_words(const complaint::Event& event) const;
    // Appends the events that undo a change.
    void take_back(std::int64_t change);
    void bring_absences(const std::vector<StaffName>& staff);
    void bring_volumes(const std::vector<complaint::VolumeOf>& volumes);
    void bring_policies();
    void bring_states(const TouchedNumbers& touched);

    Database& m_database;
    PolicyBook& m_policies;
    Change m_change;
    std::optional<Bulk> m_bulk;
};

} // namespace reklamaatio::store
