// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/lint.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using complaint::Harm;
using complaint::Kind;
using complaint::Priority;
using rulebook::Conditions;
using rulebook::is_part_of;
using rulebook::Sla;
using Slas = std::vector<Sla>;

// As far as their words of the firm go.
bool covers_words(const Conditions& wide, const Conditions& narrow) {
    return is_part_of(wide.category, narrow.category) && is_part_of(wide.product, narrow.product)
           && is_part_of(wide.channel, narrow.channel) && is_part_of(wide.team, narrow.team);
}

bool admits(const Conditions& when, Kind kind, Priority priority, Harm harm) {
    return rulebook::admits(when.kind, kind) && rulebook::admits(when.priority, priority)
           && rulebook::admits(when.harm, harm);
}

// Whether each kind, priority and harm that it admits is admitted by one of those.
bool are_enough(const std::vector<const Sla*>& earlier, const Conditions& narrow) {
    for (const auto kind : complaint::values<Kind>())
        for (const auto priority : complaint::values<Priority>())
            for (const auto harm : complaint::values<Harm>()) {
                const auto fits = [&](const Conditions& when) { return admits(when, kind, priority, harm); };
                if (fits(narrow)
                    && std::ranges::none_of(earlier, [&](const Sla* sla) { return fits(sla->when); }))
                    return false;
            }
    return true;
}

// Those before it that take all that it would; empty when something is left for it.
std::vector<const Sla*> winners_over(const Slas& slas, const Sla& sla) {
    std::vector<const Sla*> earlier;
    for (const Sla* other = slas.data(); other != &sla; ++other) {
        if (!covers_words(other->when, sla.when)) continue;
        if (are_enough({other}, sla.when)) return {other};
        earlier.push_back(other);
    }
    return are_enough(earlier, sla.when) ? earlier : std::vector<const Sla*>{};
}

} // namespace

void lint_slas(const Look& look) {
    const Slas& slas = look.policy.slas;
    for (std::size_t i = 0; i < slas.size(); ++i) {
        const auto winners = winners_over(slas, slas[i]);
        if (winners.empty()) continue;
        look.say(look.file["sla"][i],
                 fmt::format("service level '{}' is never used: {} whenever it would; put it before {}, or "
                             "take it out",
                             slas[i].name,
                             winners.size() == 1 ? fmt::format("'{}' before it wins", winners.front()->name)
                                                 : std::string("those before it win"),
                             winners.size() == 1 ? "that one" : "them"));
    }
}

} // namespace reklamaatio::policy
