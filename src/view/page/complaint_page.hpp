// SPDX-License-Identifier: GPL-3.0-or-later
// One complaint on a page, for the person who handles it.
#pragma once

#include "casework/dossier.hpp"
#include "render/style.hpp"
#include "rulebook/policy.hpp"

#include <string>

namespace reklamaatio::view {

std::string complaint_page(const casework::Dossier& dossier, const rulebook::Policy& policy,
                           time::Instant now, const render::Style& style,
                           complaint::Language language = complaint::Language::en);

} // namespace reklamaatio::view
