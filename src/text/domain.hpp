// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace reklamaatio::text {

// One spelling for each domain of the internet: lower case, and letters instead of their coding (IDNA 2008 with the
// mappings of Unicode TS 46), so that "EXÄMPLE.fi" and "xn--exmple-cua.fi" are "exämple.fi". What is no domain is
// in lower case alone.
std::string one_domain(std::string_view domain);

} // namespace reklamaatio::text
