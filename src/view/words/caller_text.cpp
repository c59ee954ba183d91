// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/caller_text.hpp"

#include "complaint/customer.hpp"
#include "store/complaints.hpp"
#include "store/customers.hpp"
#include "text/width.hpp"

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

// Enough of a subject to know it again.
constexpr int k_subject_width = 40;

std::string latest_text(casework::Desk& desk, complaint::CustomerId customer) {
    const auto complaints = store::complaints_of(desk.database(), customer);
    for (auto id = complaints.rbegin(); id != complaints.rend(); ++id) {
        const auto complaint = store::known_complaint(desk.database(), *id);
        if (complaint.status == complaint::Status::void_) continue;
        const auto& subject = complaint.subject.empty() ? complaint.text : complaint.subject;
        return fmt::format("; last {}, {}: {}", to_string(*id), word(complaint.status),
                           text::shortened(subject, k_subject_width));
    }
    return "; no complaint yet";
}

} // namespace

std::string caller_text(casework::Desk& desk, complaint::CustomerId customer) {
    const auto known = store::known_customer(desk.database(), customer);
    return complaint::introduced(known) + latest_text(desk, customer);
}

} // namespace reklamaatio::view
