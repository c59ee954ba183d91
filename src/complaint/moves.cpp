// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/moves.hpp"

#include "complaint/error.hpp"

#include <array>

#include <fmt/format.h>

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
    Move{S::new_, A::resolve, S::resolved},
    Move{S::new_, A::void_, S::void_},
    Move{S::new_, A::note, S::new_},
    // in work
    Move{S::open, A::classify, S::open},
    Move{S::open, A::assign, S::open},
    Move{S::open, A::unassign, S::open},
    Move{S::open, A::contact_in, S::open},
    Move{S::open, A::contact_out, S::open},
    Move{S::open, A::receipt, S::open},
    Move{S::open, A::await, S::waiting},
    Move{S::open, A::resolve, S::resolved},
    Move{S::open, A::void_, S::void_},
    Move{S::open, A::note, S::open},
    // for the customer; asking once more only changes the reason
    Move{S::waiting, A::classify, S::waiting},
    Move{S::waiting, A::assign, S::waiting},
    Move{S::waiting, A::unassign, S::waiting},
    Move{S::waiting, A::contact_in, S::open},
    Move{S::waiting, A::contact_out, S::waiting},
    Move{S::waiting, A::receipt, S::waiting},
    Move{S::waiting, A::await, S::waiting},
    Move{S::waiting, A::no_await, S::open},
    Move{S::waiting, A::resolve, S::resolved},
    Move{S::waiting, A::void_, S::void_},
    Move{S::waiting, A::note, S::waiting},
    // done
    Move{S::resolved, A::classify, S::resolved},
    Move{S::resolved, A::assign, S::resolved},
    Move{S::resolved, A::unassign, S::resolved},
    Move{S::resolved, A::contact_in, S::resolved},
    Move{S::resolved, A::contact_out, S::resolved},
    Move{S::resolved, A::receipt, S::resolved},
    Move{S::resolved, A::reopen, S::open},
    Move{S::resolved, A::void_, S::void_},
    Move{S::resolved, A::note, S::resolved},
    Move{S::closed, A::classify, S::closed},
    Move{S::closed, A::assign, S::closed},
    Move{S::closed, A::unassign, S::closed},
    Move{S::closed, A::contact_in, S::closed},
    Move{S::closed, A::contact_out, S::closed},
    Move{S::closed, A::receipt, S::closed},
    Move{S::closed, A::reopen, S::open},
    Move{S::closed, A::void_, S::void_},
    Move{S::closed, A::note, S::closed},
    // out of the books
    Move{S::void_, A::note, S::void_},
};

// What to do instead, where the table has no way.
std::string_view way_out(Status from, Act act) {
    if (from == Status::void_) return "only note still works on it";
    if (act == Act::no_await) return "there is no wait to end";
    if (act == Act::reopen) return "only what is resolved can be opened again";
    if (act == Act::await || act == Act::resolve) return "reopen it first";
    return "see the table of moves in the manual of procedure";
}

} // namespace

std::span<const Move> moves() {
    return k_moves;
}

std::string_view act_name(Act act) {
    switch (act) {
    case Act::classify:
        return "classify";
    case Act::assign:
        return "assign";
    case Act::unassign:
        return "assign --nobody";
    case Act::contact_in:
        return "contact --in";
    case Act::contact_out:
        return "contact";
    case Act::receipt:
        return "contact --auto";
    case Act::await:
        return "contact --await";
    case Act::no_await:
        return "contact --no-await";
    case Act::resolve:
        return "resolve";
    case Act::reopen:
        return "reopen";
    case Act::void_:
        return "void";
    case Act::note:
        return "note";
    }
    return "";
}

Status status_after(Id id, Status from, Act act) {
    for (const auto& move : k_moves)
        if (move.from == from && move.act == act) return move.to;
    throw Refusal(fmt::format("{} is {}, so {} is not possible; {}", to_string(id), word(from), act_name(act),
                              way_out(from, act)));
}

} // namespace reklamaatio::complaint
