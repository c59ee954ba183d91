// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of exports and imports together with the fields that a firm has besides ours, which come after them.
#pragma once

#include "complaint/own_field.hpp"
#include "exchange/field.hpp"

#include <deque>
#include <span>
#include <string_view>
#include <vector>

namespace reklamaatio::exchange {

// Whether a header is what the firm calls its field: its name, or its label in any language.
bool is_header_of(std::string_view header, const complaint::OwnField& field);

class FieldSet {
  public:
    explicit FieldSet(complaint::OwnFields own = {});
    FieldSet(const FieldSet&) = delete;
    FieldSet& operator=(const FieldSet&) = delete;

    const complaint::OwnFields& declared() const { return m_declared; }
    std::span<const Field* const> all() const { return m_all; }
    const std::deque<Field>& own() const { return m_own; }
    // Null when there is none of that name; of that header.
    const Field* named(std::string_view name) const;
    const Field* of_header(std::string_view header) const;

  private:
    complaint::OwnFields m_declared;
    std::deque<Field> m_own; // pointed to
    std::vector<const Field*> m_all;
};

} // namespace reklamaatio::exchange
