// SPDX-License-Identifier: GPL-3.0-or-later
// The options that are typed most have a letter as well, the same one in every command.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace reklamaatio::cli {

struct LetterRow {
    char letter;
    std::string_view option; // "--message"
};

// In the order of the alphabet. A letter may serve two options that say the same of a complaint, of which no command
// has both.
std::span<const LetterRow> letters();

// "-m,--message" of "--message"; the same where the option has no letter, or the name is an argument's or has a
// letter of its own, as those of `check` have by the protocol of monitoring plugins.
std::string with_letter(std::string name);

} // namespace reklamaatio::cli
