// SPDX-License-Identifier: GPL-3.0-or-later
// Who a customer is to a reader, and what whoever wrote or called gave of themselves: many write from the address
// of a firm, and a family has one telephone.
#pragma once

#include "complaint/complaint.hpp"

#include <string>
#include <string_view>

namespace reklamaatio::complaint {

// Name, address and number of `said` that are not written as `known` has them; the rest of it is blank.
Customer differing(const Customer& said, const Customer& known);

// Keeps that on the complaint (gave_name, gave_email, gave_phone).
void set_given(Complaint& complaint, const Customer& gave);
Customer given(const Complaint& complaint);

// Of what was given only that by which somebody could take it for another person's: another name, not another
// case, and another number, not one that is only written otherwise. `country` as in phone_key.
Customer given_otherwise(const Complaint& complaint, const Customer& known, std::string_view country);

// "C-7 (Maija Meikäläinen, maija@example.fi)"
std::string introduced(const Customer& customer);

// Whether it has a name, an address, a number, or what an outside system calls the customer.
bool names_somebody(const Customer& customer);

} // namespace reklamaatio::complaint
