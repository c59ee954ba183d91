// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/recourse.hpp"

namespace reklamaatio::casework {

namespace {

std::vector<const rulebook::RecourseText*> texts_for(Desk& desk, const complaint::Complaint& complaint) {
    const auto& policy = desk.policy();
    return rulebook::recourse_for(policy.recourse, complaint, policy.organisation.country);
}

} // namespace

bool tells_recourse(Desk& desk, const complaint::Complaint& complaint, std::string_view message) {
    return rulebook::carries(message, texts_for(desk, complaint));
}

std::string recourse_sentence(Desk& desk, const complaint::Complaint& complaint) {
    const auto texts = texts_for(desk, complaint);
    return texts.empty() ? "" : texts.front()->text;
}

} // namespace reklamaatio::casework
