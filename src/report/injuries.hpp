// SPDX-License-Identifier: GPL-3.0-or-later
// Complaints of an injury, which no report hides among others.
#pragma once

#include "report/answer.hpp"
#include "report/question.hpp"
#include "store/database.hpp"

#include <optional>

namespace reklamaatio::report {

// The injuries among the complaints that are asked for; nothing where there can be none.
std::optional<store::Filter> injuries_among(store::Filter where);

// The unresolved ones, now, by receipt: each is named, however many there are. Without rows where there are none.
Section open_injuries(store::Database& database, const Question& question);

} // namespace reklamaatio::report
