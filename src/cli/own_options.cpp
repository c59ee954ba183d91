// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/own_options.hpp"

#include "cli/field_options.hpp"
#include "complaint/error.hpp"
#include "host/failure.hpp"
#include "store/own_values.hpp"
#include "text/blank.hpp"
#include "text/fold.hpp"
#include "text/names.hpp"
#include "text/nearest.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

// By what people are shown, in whatever language; null where none is shown so.
const complaint::OwnField* field_labelled(const complaint::OwnFields& own, std::string_view label) {
    using complaint::Language;
    const auto folded = text::folded(label);
    for (const auto& field : own)
        for (const auto language : {Language::en, Language::fi, Language::pl})
            if (text::folded(field->label(language)) == folded) return field.get();
    return nullptr;
}

const complaint::OwnField& field_called(Session& session, std::string_view option, std::string_view name) {
    const auto& own = session.desk().policy().own;
    if (const auto* field = complaint::own_field_named(own, name)) return *field;
    const auto* ours = complaint::field_named<complaint::Complaint>(name);
    if (ours != nullptr && !ours->known_as.heading.empty())
        throw host::UsageError(
            fmt::format("{}: {} is no field of your own; it has an option where it can be said, {}", option,
                        name, option_of(*ours)));
    if (const auto* field = field_labelled(own, name))
        throw host::UsageError(fmt::format("{}: the field '{}' is called {} here; write {}=VALUE", option,
                                           name, field->name(), field->name()));
    const auto known = text::names_of(own, &complaint::OwnField::name);
    throw host::UsageError(
        fmt::format("{}: the policy has no field '{}'{}", option, name,
                    known.empty() ? "; add [field.NAME] to it" : text::did_you_mean(name, known)));
}

// In the form that is stored.
std::string value_of(Session& session, const std::string& option, const complaint::OwnField& field,
                     const std::string& text) {
    if (text::is_blank(text)) return "";
    const auto type = field.facts().type;
    if (complaint::is_of_time(type)) {
        const auto at = session.moment(option, text, time::DateMeans::beginning);
        return type == complaint::OwnType::date ? time::to_iso(session.desk().zone().date_at(at))
                                                : time::to_iso(at);
    }
    try {
        return complaint::read_own(field, text, complaint::DecimalMark::either,
                                   session.desk().policy().organisation.currency);
    } catch (const complaint::BadValue& fault) {
        throw host::UsageError(fmt::format("{}: {}", option, fault.what()));
    }
}

} // namespace

OwnAssignment own_assignment(Session& session, std::string_view option, const std::string& typed) {
    const auto equals = typed.find('=');
    if (equals == std::string::npos || equals == 0)
        throw host::UsageError(fmt::format(
            "{}: '{}' says no value; write NAME=VALUE, such as order_number=WEB-12", option, typed));
    return {field_called(session, option, text::trimmed(typed.substr(0, equals))), typed.substr(equals + 1)};
}

void SetOptions::declare(Options& options) {
    options.texts("--set", "NAME=VALUE", m_typed,
                  "a field of your own, which the policy declares; no value takes it away; repeatable");
}

void SetOptions::add_to(Session& session, complaint::FieldValues& values) const {
    for (const auto& typed : m_typed) {
        const auto [field, text] = own_assignment(session, "--set", typed);
        const auto value = value_of(session, fmt::format("--set {}", field.name()), field, text);
        if (!field.facts().keep && !value.empty())
            throw host::UsageError(
                fmt::format("--set: {} is retired by the policy (keep = false)", field.name()));
        values.set(field.field(), value);
    }
}

void add_own_conditions(Session& session, const std::vector<std::string>& typed,
                        rulebook::FieldConditions& into) {
    for (const auto& condition : typed) {
        const auto [field, text] = own_assignment(session, "--where", condition);
        auto words = into.asked_of(field.field());
        const auto option = fmt::format("--where {}", field.name());
        const bool is_text = field.facts().type == complaint::OwnType::text && field.facts().values.empty();
        if (text.find(',') == std::string::npos
            || (is_text && store::has_own_value(session.desk().database(), field.name(), text)))
            words.push_back(value_of(session, option, field, text));
        else
            for (const auto& part : Options::named_parts_of(text))
                words.push_back(value_of(session, option, field, part));
        into.ask(field.field(), std::move(words));
    }
}

} // namespace reklamaatio::cli
