// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the numbers of customers mean here that an export of ours has: rows with one number are one customer's, and rows
// with two are two people's, whatever they share.
#pragma once

#include "casework/desk.hpp"
#include "complaint/complaint.hpp"
#include "exchange/renumbering.hpp"
#include "store/customer_match.hpp"

#include <optional>

namespace reklamaatio::casework {

class FileCustomers {
  public:
    explicit FileCustomers(Desk& desk) : m_desk(desk) {}

    // Finds or adds the customer of a row whose facts have the file's number, if it has any; the number is kept where
    // it is free. Nothing when the facts name nobody. Throws complaint::Refusal as store::match_customer does.
    std::optional<store::CustomerMatch> meet(const complaint::Customer& facts);
    // Of a complaint that is here already.
    void remember(complaint::CustomerId theirs, complaint::CustomerId ours);

  private:
    bool is_of_file(const complaint::Customer& known) const;
    // The first row with its number; `bare` are the facts without the number.
    store::CustomerMatch match(const complaint::Customer& facts, const complaint::Customer& bare);

    Desk& m_desk;
    exchange::Renumbering<complaint::CustomerId> m_ours;   // by the file's number
    exchange::Renumbering<complaint::CustomerId> m_theirs; // by ours
};

} // namespace reklamaatio::casework
