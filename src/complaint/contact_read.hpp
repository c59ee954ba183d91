// SPDX-License-Identifier: GPL-3.0-or-later
// By what a customer can be reached, found in what somebody wrote in one go: "Maija Virtanen 0401234567".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::complaint {

struct AmongWords {
    std::string part; // the number or the address, as it was written
    std::string rest; // what else was there, without the marks that only parted the two; it has a letter
};

// The telephone number that stands beside a name: it begins with 0, + or what letterheads put in front ("puh."), or has
// seven figures or more. What has the form of a date or of a Finnish business identity is none, and nothing in quotes
// is looked at, so that quotes keep a number in a name. Nothing where there is none, or nothing beside it.
std::optional<AmongWords> phone_among_words(std::string_view text);

// The e-mail address that stands beside a name without angle brackets around it. Nothing where there is none, where
// several are there, or where read_mailbox knows what the text means.
std::optional<AmongWords> address_among_words(std::string_view text);

} // namespace reklamaatio::complaint
