// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/overview.hpp"

namespace reklamaatio::complaint {

bool is_overdue(const Overview& overview, time::Instant now) {
    const bool is_answer = overview.unanswered_since && overview.due_clock == Clock::reply;
    return overview.due_at && *overview.due_at < now && !is_answer;
}

std::string headline(const Complaint& complaint) {
    return complaint.subject.empty() ? complaint.text.substr(0, complaint.text.find('\n'))
                                     : complaint.subject;
}

std::string called(const Customer& customer) {
    if (!customer.name.empty()) return customer.name;
    return customer.email.empty() ? customer.phone : customer.email;
}

} // namespace reklamaatio::complaint
