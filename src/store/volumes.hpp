// SPDX-License-Identifier: GPL-3.0-or-later
// How much the firm did in which period.
#pragma once

#include "complaint/event.hpp"
#include "complaint/volume.hpp"
#include "store/database.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::store {

using TakeVolume = std::function<void(const complaint::Volume&)>;

// By field (the whole firm first), period and value.
void read_volumes(Database& database, const TakeVolume& take);
// Those of one field whose periods begin with one of these years or a year between them, by period and value.
void read_volumes(Database& database, const std::string& field, int first_year, int last_year,
                  const TakeVolume& take);

std::optional<std::int64_t> volume_of(Database& database, const complaint::VolumeOf& of);
// Takes away one whose number is not known any more.
void put_volume(Database& database, const complaint::Volume& volume);

// Which volume an event tells of; nothing for one that tells something else. Throws StoreError for a text that is none.
std::optional<complaint::VolumeOf> volume_told(const complaint::Event& event);

// What the log makes of them: each that it tells of, also one that is not known any more. By VolumeOf.
std::vector<complaint::Volume> replayed_volumes(Database& database);

} // namespace reklamaatio::store
