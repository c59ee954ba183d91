// SPDX-License-Identifier: GPL-3.0-or-later
// Options about the fields that a firm has besides ours, NAME=VALUE, which mean something once the policy is known.
#pragma once

#include "cli/options.hpp"
#include "cli/session.hpp"
#include "complaint/field_values.hpp"
#include "complaint/own_field.hpp"
#include "rulebook/condition.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::cli {

// NAME=VALUE, with the value as it was typed. The field lives as long as the policy. Throws UsageError for a field that there is
// not, and for a text without a value.
struct OwnAssignment {
    const complaint::OwnField& field;
    std::string text;
};
OwnAssignment own_assignment(Session& session, std::string_view option, const std::string& typed);

// --set, of commands that give values.
class SetOptions {
  public:
    void declare(Options& options);
    bool empty() const { return m_typed.empty(); }
    // Throws UsageError for a field that there is not, or not any more, and for a value that does not fit.
    void add_to(Session& session, complaint::FieldValues& values) const;

  private:
    std::vector<std::string> m_typed;
};

// Adds what is asked for by --where. Several of one field are alternatives, commas separate values as well unless
// the field has one like that; no value asks for complaints without one. Throws UsageError.
void add_own_conditions(Session& session, const std::vector<std::string>& typed,
                        rulebook::FieldConditions& into);

} // namespace reklamaatio::cli
