// SPDX-License-Identifier: GPL-3.0-or-later
// A complaint with what stands around it: what lists and exports are made of.
#pragma once

#include "complaint/complaint.hpp"

#include <optional>
#include <string>

namespace reklamaatio::complaint {

// A statutory term that is not met.
struct TermOfLaw {
    time::Instant due_at;
    time::Instant warned_at; // from when on it comes before all else
    Silence then = Silence::nothing;
};

struct Overview {
    Complaint complaint;
    // Blank when nobody is known; with the reference that the complaint's own source has for it.
    Customer customer;
    std::optional<time::Instant> response_due_at;   // of the last such deadline
    std::optional<time::Instant> resolution_due_at; // nothing as well while paused
    // The most urgent unmet deadline that is owed: of an unresolved complaint, the follow-up of a resolved
    // one, or the answer to a customer who wrote after it was resolved.
    std::optional<time::Instant> due_at;
    std::optional<time::Instant> warn_at;
    std::optional<Clock> due_clock;
    std::optional<time::Instant> unanswered_since; // such a customer waits
    std::optional<time::Seconds> left;             // when a clock is paused
    std::optional<TermOfLaw> by_law = {};          // that ends first
};

// Whether it comes before all else, as the law soon ends it or has ended it.
bool is_first_by_law(const Overview& overview, time::Instant now);

// What is resolved is overdue with its follow-up alone, however late the answer is that the customer waits
// for.
bool is_overdue(const Overview& overview, time::Instant now);

// What is read in place of words that were erased.
inline constexpr std::string_view k_erased = "[erased]";
std::string or_erased(std::string text, const std::optional<time::Instant>& erased_at);

// What a complaint is called on one line: its subject, else the first line of its text.
std::string headline(const Complaint& complaint);

// Name, else e-mail address, else telephone number.
std::string called(const Customer& customer);

} // namespace reklamaatio::complaint
