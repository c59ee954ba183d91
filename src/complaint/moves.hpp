// SPDX-License-Identifier: GPL-3.0-or-later
// Which act leads from which status to which: one table; what is not in it is refused.
#pragma once

#include "complaint/id.hpp"
#include "complaint/word.hpp"

#include <span>
#include <string_view>

namespace reklamaatio::complaint {

enum class Act {
    classify,
    assign,
    unassign,
    contact_in,
    contact_out,
    receipt, // a machine's message to the customer
    await,   // a message after which we wait for the customer
    no_await,
    step,
    promise,
    end_promise, // kept or broken
    withdraw_promise,
    offer,
    offer_await,  // an offer after which we wait for the customer
    answer_offer, // what the customer said to it
    withdraw_offer,
    pay,
    resolve,
    followup,
    reopen,
    merge, // into another one
    void_,
    note,
    edit,
    task,          // what staff owe each other, from its making to its end
    appeal,        // of what was decided
    follow_appeal, // what comes of one: another body, an answer, a decision
    extend         // a term
};

constexpr auto vocabulary(Act) {
    return Words<28>{"an act", {"classify",    "assign",      "unassign",      "contact_in",
                                "contact_out", "receipt",     "await",         "no_await",
                                "step",        "promise",     "end_promise",   "withdraw_promise",
                                "offer",       "offer_await", "answer_offer",  "withdraw_offer",
                                "pay",         "resolve",     "followup",      "reopen",
                                "merge",       "void",        "note",          "edit",
                                "task",        "appeal",      "follow_appeal", "extend"}};
}

struct Move {
    Status from;
    Act act;
    Status to;
};

// Every allowed pair of status and act, once.
std::span<const Move> moves();

// The status after the act. Throws Refusal where the table has no way. `resolve` leads to
// resolved; whether that is at once closed, because no follow-up is owed, is not a matter of this table.
Status status_after(Id id, Status from, Act act);

} // namespace reklamaatio::complaint
