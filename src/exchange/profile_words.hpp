// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the words of a profile, [values.FIELD], can be.
#pragma once

#include "exchange/field.hpp"
#include "toml/reader.hpp"

#include <map>
#include <optional>
#include <string>

namespace reklamaatio::exchange {

using Words = std::map<std::string, std::string>; // theirs = ours

// Two words that are one in any case, and stand for different things of ours, are a fault; so is what our field cannot be.
// Without a field, one of the firm's own, what it can be is not known yet.
void check_words(toml::Reader& table, const Words& words, const Field* field);

// Why the field cannot be that; nothing where it can.
std::optional<std::string> why_not(const Field& field, const std::string& ours);

} // namespace reklamaatio::exchange
