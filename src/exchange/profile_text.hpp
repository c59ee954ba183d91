// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/detection.hpp"

#include <string>

namespace reklamaatio::exchange {

// The profile that is made of an unknown file, as TOML with comments; what a person has to settle is marked by a
// question mark, and is out of force where nobody can know.
std::string profile_text(const Detection& detection);

} // namespace reklamaatio::exchange
