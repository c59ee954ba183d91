// SPDX-License-Identifier: GPL-3.0-or-later
// Words of other systems.
#pragma once

#include <string_view>

namespace reklamaatio::exchange {

// The word of ours that a foreign one most likely is in a column of that field, in English, Finnish and Polish, and
// the commonest in French, German, Spanish and Swedish; empty where nobody can know.
std::string_view likely_word(std::string_view field, std::string_view theirs);

// "-", "N/A", "brak": what people and programs write where there is nothing.
bool stands_for_none(std::string_view word);

// "Unassigned": what programs write where somebody would be named.
bool stands_for_nobody(std::string_view word);

} // namespace reklamaatio::exchange
