// SPDX-License-Identifier: GPL-3.0-or-later
// Values as text for people shows them.
#pragma once

#include "render/cell.hpp"
#include "time/zone.hpp"

#include <string>

namespace reklamaatio::render {

// "–" for none, "91.7 % (11/12)" for a share, "2 d 4 h" for a length, instants in the zone.
std::string shown_text(const Value& value, const time::Zone& zone);

} // namespace reklamaatio::render
