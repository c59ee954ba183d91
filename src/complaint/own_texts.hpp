// SPDX-License-Identifier: GPL-3.0-or-later
// Values of the fields that a firm has besides ours: what a complaint has, and what changed of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::complaint {

// A value in the form that is stored: read_own() makes it. In what a complaint has it is never empty; in a change, empty is
// none.
struct OwnText {
    std::string name;
    std::string text;
    friend bool operator==(const OwnText&, const OwnText&) = default;
};
// Sorted by name, each once.
using OwnTexts = std::vector<OwnText>;

// "" for a name without a value.
std::string_view text_in(const OwnTexts& texts, std::string_view name);
// An empty text takes the value away.
void set_text(OwnTexts& texts, std::string_view name, std::string_view text);
// Each of them.
void set_texts(OwnTexts& texts, const OwnTexts& changes);

// Those that differ between two states, as they were and as they are.
struct OwnChange {
    OwnTexts before, after;
};
OwnChange changed_texts(const OwnTexts& before, const OwnTexts& after);

} // namespace reklamaatio::complaint
