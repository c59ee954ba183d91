// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/overview.hpp"

namespace reklamaatio::complaint {

bool is_overdue(const Overview& overview, time::Instant now) {
    const bool is_answer = overview.unanswered_since && overview.due_clock == Clock::reply;
    return overview.due_at && *overview.due_at < now && !is_answer;
}

bool is_first_by_law(const Overview& overview, time::Instant now) {
    return overview.by_law && overview.by_law->warned_at <= now;
}

std::string or_erased(std::string text, const std::optional<time::Instant>& erased_at) {
    return text.empty() && erased_at ? std::string(k_erased) : text;
}

std::string headline(const Complaint& complaint) {
    auto line =
        complaint.subject.empty() ? complaint.text.substr(0, complaint.text.find('\n')) : complaint.subject;
    return or_erased(std::move(line), complaint.erased_at);
}

std::string called(const Customer& customer) {
    if (!customer.name.empty()) return customer.name;
    return or_erased(customer.email.empty() ? customer.phone : customer.email, customer.erased_at);
}

} // namespace reklamaatio::complaint
