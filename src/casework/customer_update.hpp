// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of the customer of a known complaint when a file speaks of both again. Nobody is torn apart: who is
// known without an address keeps what people noted, and what the file says as it did before changes nothing.
#pragma once

#include "casework/desk.hpp"
#include "casework/past.hpp"
#include "complaint/complaint.hpp"

#include <string_view>
#include <vector>

namespace reklamaatio::casework {

struct CustomerUpdate {
    std::optional<complaint::CustomerId> customer; // whose the complaint is now
    complaint::Customer gave;                      // what the file says otherwise than the customer has it
    std::vector<std::string_view> kept = {};       // columns that people here have decided otherwise
    bool has_news = false;                         // the file said something that it had not said before
};

// `said`: the customer's columns of the row, empty ones blank. Records what is new of the customer. A name that
// nobody changed here is corrected; an address or a number that nobody else has is added; somebody else's address
// moves the complaint to them, and takes along whoever was known by nothing else. Throws complaint::Refusal as
// store::match_customer does.
CustomerUpdate update_customer(Desk& desk, const complaint::Customer& said, const complaint::Complaint& known,
                               const Past& past);

} // namespace reklamaatio::casework
