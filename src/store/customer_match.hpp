// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the facts belong to that somebody gives of a customer, and what becomes of those that do not fit.
#pragma once

#include "complaint/complaint.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::store {

// What a person may want to look into who tells of a customer.
struct CustomerHint {
    enum class What {
        other_name,      // `said` is not the name that we know
        first_name,      // `said` is the name of a known customer who had none
        number_of_other, // the telephone number that was said of a known customer is that of `other`
        number_shared    // that of somebody new is that of `other` as well, who has another e-mail address
    };
    What what;
    std::string said;
    complaint::Customer other; // the known customer, or whose number it is
    std::string address = {};  // e-mail, of whom has the other name
};

// Nothing that is said is lost, and no two customers come to share an address without anybody knowing.
struct CustomerMatch {
    std::optional<complaint::Customer> known; // as stored; nothing: somebody new
    complaint::Customer customer;             // with what was not known yet
    // A further address or number of somebody who has one: it is kept as that of a customer who was merged at
    // once, so that it is recognised, too.
    std::optional<complaint::Customer> further;
    complaint::Customer gave; // name, address and number that were said otherwise
    std::vector<CustomerHint> hints;
};

// The facts must name somebody. Throws complaint::Refusal where several have the telephone number and nothing
// tells them apart.
CustomerMatch match_customer(Database& database, const complaint::Customer& facts,
                             const std::string& country);
// Of somebody whom a person has recognised.
CustomerMatch match_customer(Database& database, const complaint::Customer& known,
                             const complaint::Customer& facts, const std::string& country);
// Of whom a person or a file knows that it is somebody new, whoever else has that telephone number. A number that the
// facts have is kept where nobody ever had it.
CustomerMatch match_newcomer(Database& database, const complaint::Customer& facts);

} // namespace reklamaatio::store
