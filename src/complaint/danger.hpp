// SPDX-License-Identifier: GPL-3.0-or-later
// A danger to people, and the authority that is told of it. Like handling.hpp: what changes is said as an event, and Refusal
// is thrown for what cannot be.
#pragma once

#include "complaint/handling.hpp"

#include <string>

namespace reklamaatio::complaint {

// Where it was reported, or why it need not be; one of them.
struct DangerReport {
    std::string to{};      // "Safety Gateway 88"
    std::string because{}; // of what is not reportable
};

// A note that says so. A second authority is added to the first, whose time stands, and takes the place of a
// reason why none need be told. Throws Refusal where nobody is in danger, and for such a reason once one was told.
Event report_danger(const Complaint& complaint, const DangerReport& report, const std::string& text,
                    const Occasion& occasion);

// Whether it was said that no authority need be told, also where the reason was erased.
bool need_not_be_reported(const Complaint& complaint);

// Whether it is reported, or said why it need not be. Nobody's danger needs neither.
bool is_reported_on(const Complaint& complaint);

// What is said with the end of the complaint. Throws Refusal where nobody is in danger, and where an authority was told.
void say_not_reportable(Complaint& complaint, const std::string& because, const Occasion& occasion);

// Throws Refusal for a danger that is neither.
void check_reported(const Complaint& complaint);

} // namespace reklamaatio::complaint
