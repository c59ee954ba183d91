// SPDX-License-Identifier: GPL-3.0-or-later
// The same complaint twice, or the same customer: one stays, the others point at it and count no more.
#pragma once

#include "complaint/handling.hpp"

namespace reklamaatio::complaint {

// What becomes of the one that goes: void, and pointing at the survivor. Throws Refusal for itself and for
// what is void.
Event merge_away(const Complaint& duplicate, Id survivor, const std::string& text, const Occasion& occasion);

struct Duplicate {
    Complaint complaint;
    Procedure procedure = {};
};

// What becomes of the one that stays: received when the first of them was, answered when the first of them
// was, with the steps, promises, offers, tasks, appeals and tags of all, the highest priority, harm and audience, and with an owner, a
// remedy, a wish, a category, a product and a cause if only a duplicate had one. Throws Refusal when it is
// void, which is what a merge in circles would be, and when it is resolved while a duplicate is not: whose
// work would be gone.
Event merge_in(const Complaint& survivor, const std::vector<Duplicate>& duplicates, const Occasion& occasion,
               const Procedure& procedure = {});

// The complaint of a customer who was found to be another one.
Event move_to(const Complaint& complaint, CustomerId customer, const Occasion& occasion);

// The customer who stays: what is not known of it is taken from the duplicates, in their order.
Customer with_gaps_filled(Customer customer, const Customer& facts);

// The customer who goes, pointing at the one who stays. Throws Refusal for itself and for who went before.
Customer merge_away(const Customer& duplicate, CustomerId survivor);

// Throws Refusal for what was merged into another: that one is to be used.
void check_not_merged(const Complaint& complaint);
// Likewise for a customer, and for one who was erased.
void check_is_in_use(const Customer& customer);

} // namespace reklamaatio::complaint
