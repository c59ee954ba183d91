// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer is told who asks what is kept about them.
#pragma once

#include "casework/desk.hpp"
#include "casework/dossier.hpp"
#include "complaint/complaint.hpp"

#include <vector>

namespace reklamaatio::casework {

// Without what is about others: names of staff, and what other customers said in complaints that were merged with theirs.
// Free text stands as it was written.
struct CustomerExtract {
    complaint::CustomerId asked_for;
    std::vector<complaint::Customer>
        customers; // the one who stays first, then who was merged into them; none whose adding was undone
    std::vector<Dossier> complaints; // in order of number, without their histories
    std::vector<Recorded> log;       // of all these, in the order of recording
};
CustomerExtract extract_customer(Desk& desk, complaint::CustomerId id);

// Whether a field of the record, or of a part of it, says which member of staff did something or is to do it.
bool names_staff(std::string_view field);

} // namespace reklamaatio::casework
