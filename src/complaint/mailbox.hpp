// SPDX-License-Identifier: GPL-3.0-or-later
// E-mail addresses as people and mail programs write them.
#pragma once

#include <string>
#include <string_view>

namespace reklamaatio::complaint {

struct Mailbox {
    std::string name;
    std::string address; // as read_email gives it
    friend bool operator==(const Mailbox&, const Mailbox&) = default;
};

// One mailbox of RFC 5322, section 3.4, with encoded words (RFC 2047): "Maija Meikäläinen <maija@example.fi>",
// "\"Doe, Jane\" <jane@example.com>", "jane@example.com (Jane Doe)", "<jane@example.com>", "jane@example.com". What
// stands in parentheses is the name where there is no other, else a part of it; a name that is the address says
// nothing and is left out. Throws BadValue for what is none, or several.
Mailbox read_mailbox(std::string_view text);

// What somebody is called: words with one blank between them, without the quotes around them, encoded words decoded. What it
// gives is read as itself.
std::string read_name(std::string_view text);

// An address alone, in clean form: plain (text::plain), without angle brackets, "mailto:" and points at its end.
// Throws BadValue for what has no @ between a name and a domain, or has blanks.
std::string read_email(std::string_view text);

// What the spellings of one address have in common: lower case, and one spelling of the domain (text::one_domain).
// Of what is no address, its clean form in lower case.
std::string email_key(std::string_view email);

} // namespace reklamaatio::complaint
