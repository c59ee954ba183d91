// SPDX-License-Identifier: GPL-3.0-or-later
// One complaint on a page, for the person who handles it.
#pragma once

#include "cli/dossier.hpp"
#include "complaint/policy.hpp"
#include "render/style.hpp"

#include <string>

namespace reklamaatio::cli {

std::string complaint_page(const Dossier& dossier, const complaint::Policy& policy, time::Instant now,
                           const render::Style& style);

} // namespace reklamaatio::cli
