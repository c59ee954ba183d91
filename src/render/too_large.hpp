// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

namespace reklamaatio::render {

// A format cannot hold as much; the message is a clause.
class TooLarge : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

} // namespace reklamaatio::render
