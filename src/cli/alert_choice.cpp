// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/alert_choice.hpp"

#include "host/failure.hpp"
#include "rulebook/alerts/addressee.hpp"
#include "text/nearest.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::cli {

void AlertChoice::check_is_known(std::span<const rulebook::Person> people) const {
    if (is_in_use || people.empty()) return;
    std::vector<std::string_view> known{rulebook::k_nobody};
    for (const auto& person : people)
        known.emplace_back(person.key);
    if (std::ranges::find(known, *who) != known.end()) return;
    throw host::UsageError(fmt::format("--for: nobody is called '{}'{}", *who,
                                       text::did_you_mean(*who, known, "; the policy has their names")));
}

} // namespace reklamaatio::cli
