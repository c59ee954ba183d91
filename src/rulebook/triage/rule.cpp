// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/rule.hpp"

#include "complaint/error.hpp"
#include "complaint/mailbox.hpp"
#include "rulebook/people.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::rulebook {

std::vector<Settable> settables(const complaint::OwnFields& own) {
    std::vector<Settable> all;
    for (const auto* field : complaint::complaint_fields(complaint::Use::classify))
        all.push_back({field});
    for (const auto& field : own)
        all.push_back({&field->field()});
    all.push_back(k_assign);
    return all;
}

std::optional<Settable> settable_named(std::string_view name, const complaint::OwnFields& own) {
    const auto all = settables(own);
    const auto found = std::ranges::find(all, name, &Settable::name);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

CustomerPattern parse_customer_pattern(std::string_view text) {
    CustomerPattern pattern{{}, {}, std::string(text)};
    if (text.find('@') == std::string_view::npos) {
        pattern.name = parse_phrase(text);
        return pattern;
    }
    if (text.find_first_of(" *<>,") != std::string_view::npos || text.ends_with('@')
        || text.find('@') != text.rfind('@'))
        throw complaint::BadValue(
            fmt::format("'{}' is not a customer; write an e-mail address, @example.fi for everybody there, "
                        "or words of the name",
                        text));
    pattern.address = complaint::email_key(text);
    return pattern;
}

bool RuleSettings::sets(Settable what) const {
    return what.field != nullptr ? fields.find(*what.field) != nullptr : !team.empty() || !person.empty();
}

bool RuleSettings::is_had_by(const complaint::Complaint& complaint, Settable what) const {
    if (what.field != nullptr) return *fields.find(*what.field) == what.field->get(complaint);
    return person.empty() ? team == complaint.team : person == complaint.assignee;
}

bool RuleSettings::sets_nothing() const {
    return tags.empty() && fields.empty() && !sets(k_assign);
}

void RuleSettings::take(const RuleSettings& other, Settable what) {
    if (what.field != nullptr) return fields.set(*what.field, *other.fields.find(*what.field));
    team = other.team;
    person = other.person;
}

std::string RuleSettings::value_of(Settable what) const {
    if (what.field != nullptr) return complaint::text_of(*fields.find(*what.field));
    return owner_of(team, person);
}

} // namespace reklamaatio::rulebook
