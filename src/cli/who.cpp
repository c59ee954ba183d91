// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/who.hpp"

#include "casework/handler.hpp"

namespace reklamaatio::cli {

std::string own_key(Session& session, std::string_view typed) {
    return casework::known_actor(session.desk().policy(), session.desk().actor(), typed);
}

std::string who_is(Session& session, const std::string& text) {
    return casework::is_me(text) ? own_key(session, "me") : text;
}

} // namespace reklamaatio::cli
