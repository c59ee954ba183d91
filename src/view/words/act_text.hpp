// SPDX-License-Identifier: GPL-3.0-or-later
// Acts as they are typed.
#pragma once

#include "complaint/moves.hpp"

#include <string_view>

namespace reklamaatio::view {

// "resolve", "contact --await": the command and the option that do it.
std::string_view command_of(complaint::Act act);

} // namespace reklamaatio::view
