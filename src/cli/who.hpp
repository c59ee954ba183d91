// SPDX-License-Identifier: GPL-3.0-or-later
// Who is meant where a command asks for a person.
#pragma once

#include "cli/session.hpp"

#include <string>
#include <string_view>

namespace reklamaatio::cli {

// The key of who runs this; `typed` is what asks for it, such as --mine, and begins the message. Throws UsageError
// when the policy names people and this is none of them.
std::string own_key(Session& session, std::string_view typed);

// The same text, but that `me` is whoever runs this. Policies and files know nobody by that word.
std::string who_is(Session& session, const std::string& text);

} // namespace reklamaatio::cli
