// SPDX-License-Identifier: GPL-3.0-or-later
// What stands open when a complaint comes to its end, and how the record keeps it: "step:fix;promise:1".
#pragma once

#include "complaint/procedure.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::complaint {

enum class LeftoverKind { promise, offer, step };

constexpr auto vocabulary(LeftoverKind) {
    return Words<3>{"something left undone", {"promise", "offer", "step"}};
}

struct Leftover {
    LeftoverKind kind = LeftoverKind::step;
    std::string what; // the number of a promise or an offer; the word of a step
    friend bool operator==(const Leftover&, const Leftover&) = default;
};

// Open promises, open offers, and the steps of `required` that are not done; each kind in its order.
std::vector<Leftover> leftovers_of(const Procedure& procedure, const std::vector<Step>& required,
                                   time::Instant now);

// "promise:1;promise:2;step:fix"; empty for none.
std::string joined(const std::vector<Leftover>& leftovers);

// The other way round; each thing once. Throws BadValue for a text that is not of that form.
std::vector<Leftover> parse_leftovers(std::string_view text);

// What the record said in English up to its second layout, "open promises (P1; P2); the step fix left to do",
// in that form. Any other text stays as it is.
std::string leftovers_as_data(std::string_view text);

} // namespace reklamaatio::complaint
