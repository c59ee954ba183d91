// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rulebook/triage/rule.hpp"

#include <string>

namespace reklamaatio::rulebook {

// One field that rules may set, from one set of settings, or complaint, to another. `person`: what it calls
// the one who handles it.
template <typename T>
void take_field(T& into, const T& from, Settable field, std::string T::*person) {
    switch (field) {
    case Settable::kind:
        into.kind = from.kind;
        return;
    case Settable::priority:
        into.priority = from.priority;
        return;
    case Settable::harm:
        into.harm = from.harm;
        return;
    case Settable::category:
        into.category = from.category;
        return;
    case Settable::product:
        into.product = from.product;
        return;
    case Settable::cause:
        into.cause = from.cause;
        return;
    case Settable::assign:
        into.team = from.team;
        into.*person = from.*person;
        return;
    }
}

} // namespace reklamaatio::rulebook
