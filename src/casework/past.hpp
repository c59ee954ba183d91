// SPDX-License-Identifier: GPL-3.0-or-later
// What was known here of a complaint and of its customer before a file spoke of them again.
#pragma once

#include "complaint/complaint.hpp"
#include "complaint/event.hpp"
#include "complaint/field.hpp"
#include "store/database.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace reklamaatio::casework {

class Past {
  public:
    Past(store::Database& database, complaint::Id id);

    // Whether the file tells nothing new: what it told last or, of a complaint that was logged here, what
    // once was so, since the file can have it from nowhere else.
    bool has_told(const complaint::Field<complaint::Complaint>& field, const complaint::Value& value) const;
    bool has_told(const complaint::Field<complaint::Customer>& field, const complaint::Value& value) const;

    // Whether people have changed it since a file told of it; the customer, if it is another one by now, and
    // not one that was merged with the file's.
    bool is_decided_here(std::string_view field, const complaint::Complaint& known) const;
    bool is_decided_here(const complaint::Field<complaint::Complaint>& field,
                         const complaint::Complaint& known) const;
    bool has_other_customer(const complaint::Complaint& known) const;

  private:
    void follow(const complaint::Event& imported, const complaint::Complaint& then);
    void follow_customer(const complaint::Event& imported);
    std::optional<complaint::CustomerId> staying(std::optional<complaint::CustomerId> id) const;

    store::Database& m_database;
    std::vector<complaint::Event> m_events;
    complaint::Complaint m_imported; // as files told it last
    complaint::Customer m_told;
    std::vector<complaint::Customer> m_customers; // each as it once was, of a complaint that was logged here
    bool m_is_ours = false;                       // it was logged here
    bool m_was_told = false;                      // a file has told of it
};

} // namespace reklamaatio::casework
