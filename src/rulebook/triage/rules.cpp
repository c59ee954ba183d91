// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/triage/rules.hpp"

#include "complaint/error.hpp"
#include "complaint/tags.hpp"
#include "rulebook/policy.hpp"
#include "rulebook/triage/settable.hpp"
#include "text/fold.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::rulebook {

namespace {

bool has_one_of(const std::vector<std::string>& wanted, const std::vector<std::string>& tags) {
    return wanted.empty() || std::ranges::any_of(wanted, [&](const std::string& tag) {
               return std::ranges::find(tags, tag) != tags.end();
           });
}

// The facts, with their texts taken apart once for all rules.
class Facts {
  public:
    explicit Facts(const RuleFacts& facts)
        : m_complaint(facts.as_it_came()), m_subject(facts.as_it_came().subject),
          m_text(facts.as_it_came().text), m_customer(facts.customer_name),
          m_email(text::lower(facts.customer_email)) {}

    std::optional<Question> first_failure(const RuleConditions& when) const {
        for (const auto question : complaint::values<Question>())
            if (!holds(when, question)) return question;
        return std::nullopt;
    }

  private:
    bool holds(const RuleConditions& when, Question question) const {
        switch (question) {
        case Question::kind:
            return admits(when.kind, m_complaint.kind);
        case Question::priority:
            return admits(when.priority, m_complaint.priority);
        case Question::harm:
            return admits(when.harm, m_complaint.harm);
        case Question::category:
            return admits(when.category, m_complaint.category);
        case Question::product:
            return admits(when.product, m_complaint.product);
        case Question::channel:
            return admits(when.channel, m_complaint.channel);
        case Question::source:
            return admits(when.source, m_complaint.source);
        case Question::team:
            return admits(when.team, m_complaint.team);
        case Question::tag:
            return has_one_of(when.tag, m_complaint.tags);
        case Question::customer:
            return when.customer.empty()
                   || std::ranges::any_of(when.customer, [&](const auto& pattern) { return is(pattern); });
        case Question::text:
            return when.text.empty() || std::ranges::any_of(when.text, [&](const Phrase& phrase) {
                       return m_subject.contains(phrase) || m_text.contains(phrase);
                   });
        }
        return true;
    }

    bool is(const CustomerPattern& pattern) const {
        if (pattern.name) return m_customer.contains(*pattern.name);
        return pattern.address.starts_with('@') ? m_email.ends_with(pattern.address)
                                                : m_email == pattern.address;
    }

    const complaint::Complaint& m_complaint;
    WordIndex m_subject;
    WordIndex m_text;
    WordIndex m_customer;
    std::string m_email;
};

bool covers(const CustomerPattern& wide, const CustomerPattern& narrow) {
    if (wide.name && narrow.name) return covers(*wide.name, *narrow.name);
    if (wide.name || narrow.name) return false;
    return wide.address == narrow.address
           || (wide.address.starts_with('@') && narrow.address.ends_with(wide.address));
}

// Each of the narrow ones is covered by one of the wide ones.
template <typename T>
bool each_is_covered(const std::vector<T>& wide, const std::vector<T>& narrow) {
    if (wide.empty()) return true;
    return !narrow.empty() && std::ranges::all_of(narrow, [&](const T& n) {
        return std::ranges::any_of(wide, [&](const T& w) { return covers(w, n); });
    });
}

} // namespace

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
    pattern.address = text::lower(text);
    return pattern;
}

bool RuleSettings::sets(Settable field) const {
    switch (field) {
    case Settable::kind:
        return kind.has_value();
    case Settable::priority:
        return priority.has_value();
    case Settable::harm:
        return harm.has_value();
    case Settable::category:
        return category.has_value();
    case Settable::product:
        return product.has_value();
    case Settable::cause:
        return cause.has_value();
    case Settable::assign:
        return !team.empty() || !person.empty();
    }
    return false;
}

bool RuleSettings::is_had_by(const complaint::Complaint& complaint, Settable field) const {
    switch (field) {
    case Settable::kind:
        return *kind == complaint.kind;
    case Settable::priority:
        return *priority == complaint.priority;
    case Settable::harm:
        return *harm == complaint.harm;
    case Settable::category:
        return *category == complaint.category;
    case Settable::product:
        return *product == complaint.product;
    case Settable::cause:
        return *cause == complaint.cause;
    case Settable::assign:
        return person.empty() ? team == complaint.team : person == complaint.assignee;
    }
    return false;
}

bool RuleSettings::sets_nothing() const {
    return tags.empty() && std::ranges::none_of(complaint::values<Settable>(), [&](Settable field) {
               return sets(field);
           });
}

Ruling classify_by_rules(const Policy& policy, const RuleFacts& complaint) {
    Ruling ruling;
    const Facts facts(complaint);
    const auto is_decided = [&](Settable field) {
        return ruling.by[static_cast<std::size_t>(field)].has_value()
               || std::ranges::find(complaint.decided, field) != complaint.decided.end();
    };
    for (std::size_t rule = 0; rule < policy.rules.size(); ++rule) {
        const auto& set = policy.rules[rule].set;
        RuleVerdict verdict{facts.first_failure(policy.rules[rule].when), {}, {}, {}};
        for (const auto field : complaint::values<Settable>()) {
            if (!verdict.matched() || !set.sets(field)) continue;
            const bool is_ruled = ruling.by[static_cast<std::size_t>(field)].has_value();
            if (!is_decided(field))
                verdict.set.push_back(field);
            else if (!is_ruled && set.is_had_by(complaint.complaint, field))
                verdict.stands.push_back(field);
            else
                verdict.too_late.push_back(field);
        }
        for (const Settable field : verdict.set) {
            take_field(ruling.set, set, field, &RuleSettings::person);
            ruling.by[static_cast<std::size_t>(field)] = rule;
        }
        if (verdict.matched()) ruling.set.tags = complaint::changed_tags(ruling.set.tags, set.tags, {});
        ruling.verdicts.push_back(std::move(verdict));
    }
    return ruling;
}

bool covers(const RuleConditions& wide, const RuleConditions& narrow) {
    return is_part_of(wide.kind, narrow.kind) && is_part_of(wide.priority, narrow.priority)
           && is_part_of(wide.harm, narrow.harm) && is_part_of(wide.category, narrow.category)
           && is_part_of(wide.product, narrow.product) && is_part_of(wide.channel, narrow.channel)
           && is_part_of(wide.source, narrow.source) && is_part_of(wide.team, narrow.team)
           && is_part_of(wide.tag, narrow.tag) && each_is_covered(wide.customer, narrow.customer)
           && each_is_covered(wide.text, narrow.text);
}

} // namespace reklamaatio::rulebook
