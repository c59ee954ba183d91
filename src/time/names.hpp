// SPDX-License-Identifier: GPL-3.0-or-later
// Months and weekdays as files name them: English, Finnish and Polish, whole or short, in the cases that dates
// are written in.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace reklamaatio::time {

// "Jan", "january", "tammikuuta", "stycznia", "sty"; nothing for what is none. Case and accents make no difference.
std::optional<std::chrono::month> month_in_words(std::string_view name);

// "Mon", "monday", "maanantaina", "ma", "poniedziałek", "pon".
std::optional<std::chrono::weekday> weekday_in_words(std::string_view name);

} // namespace reklamaatio::time
