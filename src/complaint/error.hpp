// SPDX-License-Identifier: GPL-3.0-or-later
// What the domain says when something cannot be.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace reklamaatio::complaint {

// Understood, but not allowed as things stand: a move that the status forbids, a time before the complaint.
// The message is a whole sentence without its full stop: what is wrong with what, and what to do.
class Refusal : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

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
