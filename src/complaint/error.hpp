// SPDX-License-Identifier: GPL-3.0-or-later
// What the domain says of a word or number that cannot be; refusal.hpp has what may not be.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace reklamaatio::complaint {

// A word or number that means nothing here. The message is a clause that names the value and what would fit.
// It may name the field whose value it is, which then stands before the clause in what().
class BadValue : public std::runtime_error {
  public:
    explicit BadValue(const std::string& why) : std::runtime_error(why), m_why(why) {}
    BadValue(std::string_view field, const std::string& why)
        : std::runtime_error(std::string(field) + ": " + why), m_field(field), m_why(why) {}

    const std::string& field() const { return m_field; } // empty: not known here
    const std::string& why() const { return m_why; }     // without the field

  private:
    std::string m_field;
    std::string m_why;
};

} // namespace reklamaatio::complaint
