// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/field_options.hpp"

#include "complaint/prose.hpp"

#include <algorithm>
#include <functional>
#include <span>

namespace reklamaatio::cli {

namespace {

using complaint::Use;
using Field = complaint::Field<complaint::Complaint>;

std::string dashed(std::string_view name) {
    std::string text(name);
    std::ranges::replace(text, '_', '-');
    return text;
}

std::string placeholder_of(const Field& field) {
    std::string text = dashed(field.name);
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c; });
    return text;
}

// Words of a closed vocabulary, none of which has a comma in it.
void add_known_words(const Field& field, const std::string& text, std::vector<std::string>& words) {
    for (const auto& part : Options::named_parts_of(text))
        words.push_back(complaint::text_of(complaint::parse_value(field, part)));
}

// `take` reads what is typed for the field.
void declare(Options& options, const Field& field, std::function<void(const std::string&)> take,
             bool repeatable) {
    options.value(option_of(field), placeholder_of(field), field.words, std::move(take),
                  std::string(field.known_as.summary), repeatable);
    if (field.name == "remedy") options.offer_remedies();
    if (complaint::is_prose(field.name)) options.mark_prose();
}

} // namespace

std::string option_of(const Field& field) {
    return "--" + dashed(field.name);
}

std::string options_of(Use use) {
    std::string names;
    for (const auto* field : complaint::complaint_fields(use))
        names += (names.empty() ? "" : ", ") + option_of(*field);
    return names;
}

void declare_fields(Options& options, Use use, complaint::FieldValues& into) {
    for (const auto* field : complaint::complaint_fields(use)) {
        const auto take = [field, &into](const std::string& text) {
            into.set(*field, complaint::parse_value(*field, text));
        };
        declare(options, *field, take, false);
    }
}

void declare_filters(Options& options, rulebook::FieldConditions& into) {
    for (const auto* field : complaint::complaint_fields(Use::list)) {
        const auto take = [field, &into](const std::string& text) {
            auto words = into.asked_of(*field);
            if (field->words.empty())
                words.push_back(complaint::text_of(complaint::parse_value(*field, Options::some_text(text))));
            else
                add_known_words(*field, text, words);
            into.ask(*field, std::move(words));
        };
        declare(options, *field, take, true);
    }
}

} // namespace reklamaatio::cli
