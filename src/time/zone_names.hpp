// SPDX-License-Identifier: GPL-3.0-or-later
// Zones by the abbreviations of their names, as far as each means one offset.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace reklamaatio::time {

// UT, UTC, GMT, Z, and the zones of North America, which RFC 5322 defines. In capitals, as the others are.
std::optional<std::chrono::minutes> offset_in_mail(std::string_view name);

// Those and the European ones: EET, EEST, CET, CEST, WET, WEST.
std::optional<std::chrono::minutes> offset_named(std::string_view name);

// IST, BST and others like them: a zone, but which one depends on who writes it.
bool is_unclear_zone(std::string_view name);

} // namespace reklamaatio::time
