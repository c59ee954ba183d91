// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence that tells a customer whose complaint is rejected, wholly or in part, whom they can turn to.
#pragma once

#include "complaint/complaint.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::rulebook {

// What becomes of a rejection that does not carry it.
enum class WithoutRecourse { warn, refuse };

constexpr auto vocabulary(WithoutRecourse) {
    return complaint::Words<2>{"what a rejection without it meets", {"warn", "refuse"}};
}

struct RecourseText {
    std::string country;  // of the customer: two capitals
    std::string language; // two letters
    std::string text;
};

struct Recourse {
    std::vector<RecourseText> texts{};
    WithoutRecourse without = WithoutRecourse::warn;
};

// Whether the sentence belongs to what was decided.
constexpr bool needs_recourse(const std::optional<complaint::Outcome>& outcome) {
    return outcome == complaint::Outcome::rejected || outcome == complaint::Outcome::partly;
}

// Those for the country that the complaint names in a field `country` of the firm's own, else for that of the firm; those of
// all countries where there are none for it.
std::vector<const RecourseText*> recourse_for(const Recourse& recourse, const complaint::Complaint& complaint,
                                              std::string_view country);

// Whether a message has one of the sentences in it, however it is broken into lines and whatever the case.
bool carries(std::string_view message, const std::vector<const RecourseText*>& texts);

} // namespace reklamaatio::rulebook
