// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a file that came from outside.
#pragma once

#include <stdexcept>
#include <string>

namespace reklamaatio::exchange {

// The message begins with "file:line:column: " where there is a place.
class DataError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// A profile or an option of the import that cannot be.
class ProfileError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

} // namespace reklamaatio::exchange
