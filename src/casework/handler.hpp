// SPDX-License-Identifier: GPL-3.0-or-later
// WHO: a person, or team:NAME; "me" is who acts.
#pragma once

#include "complaint/handling.hpp"
#include "rulebook/policy.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::casework {

// Whether it can be somebody's name: not empty, without blanks at its ends and without control characters.
bool is_name(const std::string& text);

// Whether it is the word by which people mean themselves: "me", in any case.
bool is_me(std::string_view text);

// The key of who acts; a policy that names nobody takes any name. Nothing when it does not know them.
std::optional<std::string> own_key(const rulebook::Policy& policy, const std::string& actor);

// The same, but throws UsageError when it does not know them; `typed` is what asks for it, such as --mine, and begins
// the message.
std::string known_actor(const rulebook::Policy& policy, const std::string& actor, std::string_view typed);

// The key of who is meant by a key, a name, an address or "me". Throws UsageError for what is no name, and BadValue for
// somebody whom the policy, which names people, does not know.
std::string person_typed(const rulebook::Policy& policy, const std::string& text, const std::string& actor);

// The name of the team that is meant by "team:NAME", or by the name of one alone where nobody is called so; nothing where
// a person is meant.
std::optional<std::string> team_typed(const rulebook::Policy& policy, const std::string& text);

// Throws UsageError for an empty name, or one with control characters, and BadValue for somebody whom the
// policy, which names people or teams, does not know. A person keeps the team that the complaint has. The name of a team is
// enough where nobody is called so.
complaint::Assignment parse_owner(const rulebook::Policy& policy, const std::string& text,
                                  const std::string& team_so_far, const std::string& actor);

// The same as it is kept where one text says whose something is: the key of a person, or team:KEY.
std::string owner_named(const rulebook::Policy& policy, const std::string& text, const std::string& actor);

} // namespace reklamaatio::casework
