// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/act_text.hpp"

namespace reklamaatio::view {

std::string_view command_of(complaint::Act act) {
    using complaint::Act;
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
    case Act::step:
        return "step";
    case Act::promise:
        return "promise";
    case Act::end_promise:
        return "promise --kept or --broken";
    case Act::withdraw_promise:
        return "promise --withdrawn";
    case Act::offer:
        return "offer";
    case Act::offer_await:
        return "offer --await";
    case Act::answer_offer:
        return "an answer to an offer";
    case Act::withdraw_offer:
        return "offer --withdrawn";
    case Act::pay:
        return "offer --paid";
    case Act::followup:
        return "followup";
    case Act::merge:
        return "merge";
    case Act::edit:
        return "edit";
    case Act::note:
        return "note";
    case Act::task:
        return "task";
    case Act::appeal:
        return "appeal";
    case Act::follow_appeal:
        return "appeal --answered or --decided";
    case Act::extend:
        return "extend";
    }
    return "";
}

} // namespace reklamaatio::view
