// SPDX-License-Identifier: GPL-3.0-or-later
// Putting facts right that were written down wrongly.
#pragma once

#include "complaint/field_values.hpp"
#include "complaint/handling.hpp"

#include <optional>
#include <string>

namespace reklamaatio::complaint {

// Puts facts right.
struct Correction {
    FieldValues values;
    std::optional<time::Instant>
        first_act{}; // the earliest that happened to it, before which it was received
};
// Throws Refusal when the new facts would contradict the others: received in the future or after something
// has happened, an outcome of what is not resolved, neither subject nor text. Throws BadValue for an answer
// that is not on its scale.
Event edit(const Complaint& complaint, const Correction& correction, const std::string& text,
           const Occasion& occasion);

} // namespace reklamaatio::complaint
