// SPDX-License-Identifier: GPL-3.0-or-later
// Customers: one is one, whether by phone or by mail.
#pragma once

#include "complaint/complaint.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::store {

std::optional<complaint::Customer> find_customer(Database& database, complaint::CustomerId id);
// One that something else in the database tells of. Throws StoreError (damaged) where it is not there.
complaint::Customer known_customer(Database& database, complaint::CustomerId id);

// The names of the columns in which the row differs from what would be written of the customer; nothing where there is no
// row. `country` as below.
std::optional<std::vector<std::string_view>>
differing_fields(Database& database, const complaint::Customer& customer, const std::string& country);

// The one who stays where that one was merged into another, perhaps over several.
std::optional<complaint::Customer> find_staying(Database& database, complaint::CustomerId id);
// Likewise of one that something else tells of. Throws StoreError (damaged).
complaint::Customer known_staying(Database& database, complaint::CustomerId id);

// Whom facts mean, and never by name alone.
struct Recognition {
    std::optional<complaint::Customer> known;
    // All who have that telephone number, where nothing tells them apart.
    std::vector<complaint::Customer> sharing;
};
// Somebody whom the same outside system calls so, else who is known by the same e-mail address, else by the same phone
// number unless both have an e-mail address and they differ; never somebody whom that system calls otherwise. Where several have that number, the name decides. `country` (ISO 3166, such as FI) says how
// local phone numbers are read. Of somebody who was merged into another, that other one.
Recognition recognise(Database& database, const complaint::Customer& customer, const std::string& country);

// Somebody else, not merged, whom an e-mail address or a telephone number of the customer would mean, and which.
struct Mistakable {
    complaint::Customer other;
    std::string shared;
};
// The same number is no matter where both have e-mail addresses and these differ.
std::optional<Mistakable> mistakable_for(Database& database, const complaint::Customer& customer,
                                         const std::string& country);

// Everybody else, not merged, who has that number; in order of number.
std::vector<complaint::Customer> others_with_phone(Database& database, const complaint::Customer& customer,
                                                   const std::string& phone, const std::string& country);

// Who was merged into the customer, or into one of those: with addresses by which the customer is recognised
// as well. In order of number.
std::vector<complaint::Customer> also_known_as(Database& database, complaint::CustomerId id);

// One of whom nothing is stored yet.
void add_customer(Database& database, const complaint::Customer& customer, const std::string& country);
void put_customer(Database& database, const complaint::Customer& customer, const std::string& country);
// Who is recognised by which phone number, after local numbers came to be read in another country's way.
void read_phones_anew(Database& database, const std::string& country);
void remove_customer(Database& database, complaint::CustomerId id);

// In order of number.
std::vector<complaint::Id> complaints_of(Database& database, complaint::CustomerId id);

// The complaints and claims of a customer but for one of them, void ones left out, received after `since`; in
// the order of receipt.
struct Neighbour {
    complaint::Id id;
    time::Instant received_at;
    std::optional<complaint::Outcome> outcome;
};
std::vector<Neighbour> neighbours_of(Database& database, const complaint::Complaint& complaint,
                                     time::Instant since);

// Nobody ever had it.
bool customer_id_is_free(Database& database, complaint::CustomerId id);
complaint::CustomerId next_customer_id(Database& database);

} // namespace reklamaatio::store
