// SPDX-License-Identifier: GPL-3.0-or-later
// What a policy may say, but hardly means.
#pragma once

#include "complaint/policy.hpp"

#include <string>
#include <vector>

namespace reklamaatio::policy {

// Sentences without their full stop, in the order of the parts of a policy.
std::vector<std::string> warnings_about(const complaint::Policy& policy);

} // namespace reklamaatio::policy
