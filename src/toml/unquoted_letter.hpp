// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "toml/faults.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::toml {

struct UnquotedLetter {
    std::string letter;
    Place place;
};

// The first character beyond ASCII that stands in TOML outside of quotes and comments, where none may. The
// parser is not to meet it: what toml++ 3.3 does then is undefined. Nothing as well where bytes before it are
// not UTF-8, which the parser tells.
std::optional<UnquotedLetter> unquoted_letter(std::string_view toml);

// The text as the parser may meet it as well: a text in quotes behind the beginning of a value without them, as in 0["ä"],
// which is faulty, and where it would look for the end of the value, has ? for each such letter.
std::string parsable(std::string_view toml);

// A sentence about it with the way out.
std::string unquoted_letter_text(const UnquotedLetter& found);

// One of those that word processors make of straight ones.
bool is_curly_quote(std::string_view letter);

} // namespace reklamaatio::toml
