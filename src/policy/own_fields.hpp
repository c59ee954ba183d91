// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of a firm's own, as a policy writes them.
#pragma once

#include "complaint/own_field.hpp"

#include <string>

namespace reklamaatio::policy {

// "[field.order_number]" and what it says.
std::string own_field_toml(const complaint::OwnDeclaration& field);

} // namespace reklamaatio::policy
