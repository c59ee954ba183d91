// SPDX-License-Identifier: GPL-3.0-or-later
// The [calendar.NAME] tables.
#pragma once

#include "policy/holiday_files.hpp"
#include "time/calendar.hpp"
#include "toml/reader.hpp"

#include <vector>

namespace reklamaatio::policy {

// In file order: the first is the default one. Without any table: one calendar that is always open.
std::vector<time::Calendar> read_calendars(toml::Reader& file, const time::Zone& zone,
                                           HolidayFiles& holiday_files);

// "08:00-12:00". Throws time::Error.
time::Slot parse_slot(const std::string& text);

} // namespace reklamaatio::policy
