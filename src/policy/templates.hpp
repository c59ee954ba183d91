// SPDX-License-Identifier: GPL-3.0-or-later
// What the law asks of some trades, as parts of a policy: to begin with, and to be checked.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::policy {

// "pl-shop", "eu-data": in the order in which they are told.
std::vector<std::string_view> template_names();

// The calendars and terms of these, each calendar once. It is a policy of its own, and can stand behind another one that has
// none of its calendars. Throws BadValue, with a suggestion, for one that is not there.
std::string templates_toml(std::span<const std::string> names);

} // namespace reklamaatio::policy
