// SPDX-License-Identifier: GPL-3.0-or-later
// Volumes as rows.
#pragma once

#include "complaint/volume.hpp"
#include "render/table.hpp"

#include <string>
#include <vector>

namespace reklamaatio::view {

std::vector<render::Column> volume_columns();

// `for_people`: only the columns that a person looks at.
render::Table volume_table(const std::vector<complaint::Volume>& volumes, bool for_people);

// "the volume of 2026-10", "the volume of 2026-10 for product Sofa Aalto".
std::string name_of(const complaint::VolumeOf& of);

} // namespace reklamaatio::view
