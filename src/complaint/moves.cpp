// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/moves.hpp"

#include "complaint/refusal.hpp"

#include <array>

namespace reklamaatio::complaint {

namespace {

using A = Act;
using S = Status;

constexpr std::array k_moves{
    // nobody works on it yet
    Move{S::new_, A::classify, S::new_},
    Move{S::new_, A::assign, S::open},
    Move{S::new_, A::unassign, S::new_},
    Move{S::new_, A::contact_in, S::new_},
    Move{S::new_, A::contact_out, S::open},
    Move{S::new_, A::receipt, S::new_},
    Move{S::new_, A::await, S::waiting},
    Move{S::new_, A::step, S::open},
    Move{S::new_, A::promise, S::open},
    Move{S::new_, A::end_promise, S::new_},
    Move{S::new_, A::withdraw_promise, S::new_},
    Move{S::new_, A::offer, S::open},
    Move{S::new_, A::offer_await, S::waiting},
    Move{S::new_, A::answer_offer, S::open},
    Move{S::new_, A::withdraw_offer, S::new_},
    Move{S::new_, A::pay, S::new_},
    Move{S::new_, A::resolve, S::resolved},
    Move{S::new_, A::merge, S::void_},
    Move{S::new_, A::void_, S::void_},
    Move{S::new_, A::note, S::new_},
    Move{S::new_, A::edit, S::new_},
    Move{S::new_, A::task, S::new_},
    Move{S::new_, A::follow_appeal, S::new_},
    Move{S::new_, A::extend, S::new_},
    // in work
    Move{S::open, A::classify, S::open},
    Move{S::open, A::assign, S::open},
    Move{S::open, A::unassign, S::open},
    Move{S::open, A::contact_in, S::open},
    Move{S::open, A::contact_out, S::open},
    Move{S::open, A::receipt, S::open},
    Move{S::open, A::await, S::waiting},
    Move{S::open, A::step, S::open},
    Move{S::open, A::promise, S::open},
    Move{S::open, A::end_promise, S::open},
    Move{S::open, A::withdraw_promise, S::open},
    Move{S::open, A::offer, S::open},
    Move{S::open, A::offer_await, S::waiting},
    Move{S::open, A::answer_offer, S::open},
    Move{S::open, A::withdraw_offer, S::open},
    Move{S::open, A::pay, S::open},
    Move{S::open, A::resolve, S::resolved},
    Move{S::open, A::merge, S::void_},
    Move{S::open, A::void_, S::void_},
    Move{S::open, A::note, S::open},
    Move{S::open, A::edit, S::open},
    Move{S::open, A::task, S::open},
    Move{S::open, A::follow_appeal, S::open},
    Move{S::open, A::extend, S::open},
    // for the customer; asking once more only changes the reason
    Move{S::waiting, A::classify, S::waiting},
    Move{S::waiting, A::assign, S::waiting},
    Move{S::waiting, A::unassign, S::waiting},
    Move{S::waiting, A::contact_in, S::open},
    Move{S::waiting, A::contact_out, S::waiting},
    Move{S::waiting, A::receipt, S::waiting},
    Move{S::waiting, A::await, S::waiting},
    Move{S::waiting, A::no_await, S::open},
    Move{S::waiting, A::step, S::waiting},
    Move{S::waiting, A::promise, S::waiting},
    Move{S::waiting, A::end_promise, S::waiting},
    Move{S::waiting, A::withdraw_promise, S::waiting},
    Move{S::waiting, A::offer, S::waiting},
    Move{S::waiting, A::offer_await, S::waiting},
    Move{S::waiting, A::answer_offer, S::open},
    Move{S::waiting, A::withdraw_offer, S::waiting},
    Move{S::waiting, A::pay, S::waiting},
    Move{S::waiting, A::resolve, S::resolved},
    Move{S::waiting, A::merge, S::void_},
    Move{S::waiting, A::void_, S::void_},
    Move{S::waiting, A::note, S::waiting},
    Move{S::waiting, A::edit, S::waiting},
    Move{S::waiting, A::task, S::waiting},
    Move{S::waiting, A::follow_appeal, S::waiting},
    Move{S::waiting, A::extend, S::waiting},
    // done
    Move{S::resolved, A::classify, S::resolved},
    Move{S::resolved, A::assign, S::resolved},
    Move{S::resolved, A::unassign, S::resolved},
    Move{S::resolved, A::contact_in, S::resolved},
    Move{S::resolved, A::contact_out, S::resolved},
    Move{S::resolved, A::receipt, S::resolved},
    Move{S::resolved, A::end_promise, S::resolved},
    Move{S::resolved, A::pay, S::resolved},
    Move{S::resolved, A::followup, S::closed},
    Move{S::resolved, A::reopen, S::open},
    Move{S::resolved, A::merge, S::void_},
    Move{S::resolved, A::void_, S::void_},
    Move{S::resolved, A::note, S::resolved},
    Move{S::resolved, A::edit, S::resolved},
    Move{S::resolved, A::task, S::resolved},
    Move{S::resolved, A::appeal, S::open},
    Move{S::resolved, A::follow_appeal, S::resolved},
    Move{S::resolved, A::extend, S::resolved},
    Move{S::closed, A::classify, S::closed},
    Move{S::closed, A::assign, S::closed},
    Move{S::closed, A::unassign, S::closed},
    Move{S::closed, A::contact_in, S::closed},
    Move{S::closed, A::contact_out, S::closed},
    Move{S::closed, A::receipt, S::closed},
    Move{S::closed, A::end_promise, S::closed},
    Move{S::closed, A::pay, S::closed},
    Move{S::closed, A::followup, S::closed},
    Move{S::closed, A::reopen, S::open},
    Move{S::closed, A::merge, S::void_},
    Move{S::closed, A::void_, S::void_},
    Move{S::closed, A::note, S::closed},
    Move{S::closed, A::edit, S::closed},
    Move{S::closed, A::task, S::closed},
    Move{S::closed, A::appeal, S::open},
    Move{S::closed, A::follow_appeal, S::closed},
    Move{S::closed, A::extend, S::closed},
    // out of the books
    Move{S::void_, A::note, S::void_},
    Move{S::void_, A::edit, S::void_},
};

// Where the table has no way.
[[noreturn]] void refuse_act(Id id, Status from, Act act) {
    if (from == Status::void_) refuse<Reason::no_act_on_what_is_void>(id, from, act);
    if (act == Act::followup) refuse<Reason::no_followup_before_the_end>(id, from, act);
    if (act == Act::no_await) refuse<Reason::no_wait_to_end>(id, from, act);
    if (act == Act::appeal) refuse<Reason::nothing_to_appeal>(id, from, act);
    if (act == Act::reopen) refuse<Reason::nothing_to_reopen>(id, from, act);
    refuse<Reason::no_act_after_the_end>(id, from, act);
}

} // namespace

std::span<const Move> moves() {
    return k_moves;
}

Status status_after(Id id, Status from, Act act) {
    for (const auto& move : k_moves)
        if (move.from == from && move.act == act) return move.to;
    refuse_act(id, from, act);
}

} // namespace reklamaatio::complaint
