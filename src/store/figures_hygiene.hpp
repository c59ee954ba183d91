// SPDX-License-Identifier: GPL-3.0-or-later
// What a report on hygiene looks at: complaints at hand, those that ended or came in within a period, what is owed and
// not paid, and the telephone numbers of customers. Void complaints are none.
#pragma once

#include "complaint/complaint.hpp"
#include "store/figures_money.hpp"
#include "store/selection.hpp"

#include <functional>
#include <optional>
#include <string>

namespace reklamaatio::store {

// What is written down of a complaint, and what is not.
struct Noted {
    complaint::Complaint
        complaint; // id, kind, harm, team, assignee, receipt, logging, resolution, outcome; the rest is blank
    std::string group;
    bool has_category = false;
    bool has_cause = false;
    bool has_action = false; // of an injury: a preventive action comes from it
};

// An unresolved one.
struct AtHand {
    Noted noted;
    // A service level has a target for its first answer or resolution, or a deadline is owed all the same.
    bool has_target = false;
    bool can_be_answered = false; // a customer is known, or somebody was answered
    // Of one that waits for the customer: since when, or since our last message to the customer, if that is later.
    std::optional<time::Instant> asked_at;
    std::optional<time::Instant> answer_due_at; // where it was said by when
    bool is_unreported = false; // of a danger no authority was told, nor was it said why none need be
};

// In order of receipt. By `assignee_then` whose it was at `now`.
void read_at_hand(Database& database, time::Instant now, const Selection& which,
                  const std::function<void(const AtHand&)>& take);

// One whose last resolution stands.
struct Concluded {
    Noted noted;
    // Whether a person told the customer something in the 24 hours before it was resolved, or since; nothing where nobody
    // is known who could be told, or an import does not say what was said.
    std::optional<bool> is_told;
    bool has_recourse = false; // the customer was told whom to turn to against the decision
};

// Those that were resolved within [from, until), in order of resolution.
void read_concluded(Database& database, time::Instant from, time::Instant until, const Selection& which,
                    const std::function<void(const Concluded&)>& take);

// Those that were received within [from, until) and entered later, in order of receipt; not those of files.
void read_logged_later(Database& database, time::Instant from, time::Instant until, const Selection& which,
                       const std::function<void(const Noted&)>& take);

// Money that the customer was promised and has not got: of an accepted offer, or of what was granted without one.
struct Unpaid {
    Noted noted;
    std::optional<std::int64_t> offer; // its number
    Sum sum;
    time::Instant since; // acceptance, or when it was granted
};

// In order of `since`, offers first. By remedy each offer is in the group of its own.
void read_unpaid(Database& database, const Selection& which, const std::function<void(const Unpaid&)>& take);

// Two customers, neither merged, who can be dialled by one number, and so were kept apart on purpose.
struct SharedPhone {
    complaint::Customer customer;
    complaint::Customer other; // known for longer
    std::string group;         // of the complaint by which it counts
    time::Instant since; // the later of the first receipts of both, among the complaints that were selected
};

// Each customer once, with the first of the others, in order of number; if any selected complaint is of one of them.
// `country` says how local numbers are read.
void read_shared_phones(Database& database, const std::string& country, const Selection& which,
                        const std::function<void(const SharedPhone&)>& take);

} // namespace reklamaatio::store
