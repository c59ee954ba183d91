// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing what is personal of customers, and erasing it again in what comes from an older copy.
#pragma once

#include "casework/desk.hpp"
#include "complaint/complaint.hpp"
#include "store/erased_list.hpp"

#include <string>
#include <vector>

namespace reklamaatio::casework {

// What was erased, and where something of it may be left.
struct Erasing {
    std::vector<complaint::CustomerId> customers;
    std::vector<complaint::Id> complaints;
    std::vector<complaint::Id> named_in; // others, in whose words their names or addresses stand
};

enum class OpenOnes { refuse, erase };

// Customers with whoever was merged with them, and all that is theirs. One of whom nothing personal is left stays as they are.
// Throws complaint::Refusal while somebody has complaints that are not over.
Erasing erase_customers(Desk& desk, const std::vector<complaint::CustomerId>& customers, OpenOnes open);

// Likewise whatever is open, and complaints alone, which are nobody's or nobody's from then on.
Erasing erase(Desk& desk, const std::vector<complaint::CustomerId>& customers,
              const std::vector<complaint::Id>& complaints);

// Whoever was erased and is here again.
Erasing erase_again(Desk& desk, const std::vector<store::Erased>& erased);

// Whom an argument means about whom something may be kept, as customer_named_in_full() has it; by number also one who is in the
// log alone, since what added them was undone. Throws host::Failure (refused) with the numbers where only such are called so.
complaint::CustomerId customer_kept(Desk& desk, const std::string& text);

} // namespace reklamaatio::casework
