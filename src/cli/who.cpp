// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/who.hpp"

#include "host/failure.hpp"
#include "rulebook/people.hpp"
#include "text/fold.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

std::string own_key(Session& session, std::string_view typed) {
    const auto& people = session.desk().policy().people;
    const auto& actor = session.desk().actor();
    if (people.empty()) return actor;
    if (const auto* person = rulebook::person_meant(people, actor)) return person->key;
    throw host::UsageError(
        fmt::format("{}: nobody in the policy is called '{}'; use --as WHO", typed, actor));
}

std::string who_is(Session& session, const std::string& text) {
    constexpr std::string_view k_me = "me";
    return text::lower(text) == k_me ? own_key(session, k_me) : text;
}

} // namespace reklamaatio::cli
