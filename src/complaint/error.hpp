// SPDX-License-Identifier: GPL-3.0-or-later
// What the domain says when something cannot be.
#pragma once

#include <stdexcept>

namespace reklamaatio::complaint {

// Understood, but not allowed as things stand: a move that the status forbids, a time before the complaint.
// The message is a whole sentence without its full stop: what is wrong with what, and what to do.
class Refusal : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// A word or number that means nothing here. The message is a clause that names the value and what would fit.
class BadValue : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

} // namespace reklamaatio::complaint
