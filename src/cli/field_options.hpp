// SPDX-License-Identifier: GPL-3.0-or-later
// The options of commands that take the fields of a complaint, one for each field of the command's use.
#pragma once

#include "cli/options.hpp"
#include "complaint/field_values.hpp"
#include "rulebook/condition.hpp"

#include <string>

namespace reklamaatio::cli {

// "--approved-by" for approved_by.
std::string option_of(const complaint::Field<complaint::Complaint>& field);

// "--kind, --category, --cause": the options of a use, for messages.
std::string options_of(complaint::Use use);

// One value each; an empty text takes it away.
void declare_fields(Options& options, complaint::Use use, complaint::FieldValues& into);

// Several words each, which are alternatives. Texts stay as they are typed, with their commas: settle_words()
// says what they mean.
void declare_filters(Options& options, rulebook::FieldConditions& into);

} // namespace reklamaatio::cli
