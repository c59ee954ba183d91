// SPDX-License-Identifier: GPL-3.0-or-later
// Why text is not a moment or a period, in one clause that ends with the right spelling. Asked only when
// every reader has given up.
#pragma once

#include "time/instant.hpp"

#include <string>
#include <string_view>

namespace reklamaatio::time {

std::string why_not_moment(std::string_view text, Date today);
std::string why_not_period(std::string_view text);

} // namespace reklamaatio::time
