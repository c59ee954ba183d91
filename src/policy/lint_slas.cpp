// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/lint.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using rulebook::FieldConditions;
using rulebook::is_part_of;
using rulebook::Sla;
using Slas = std::vector<Sla>;
using Field = complaint::Field<complaint::Complaint>;

// As far as their words of the firm go.
bool covers_words(const FieldConditions& wide, const FieldConditions& narrow) {
    return std::ranges::all_of(wide, [&](const rulebook::FieldCondition& condition) {
        return (condition.field->own == nullptr && !condition.field->words.empty())
               || is_part_of(condition.words, narrow.asked_of(*condition.field));
    });
}

// One word for each field with a closed vocabulary.
using Combination = std::vector<std::pair<const Field*, std::string_view>>;

bool fits(const FieldConditions& when, const Combination& words) {
    return std::ranges::all_of(words, [&](const auto& chosen) {
        return rulebook::admits(when.asked_of(*chosen.first), chosen.second);
    });
}

// Whether each combination of such words that it admits is admitted by one of those; `chosen` begins it.
bool are_enough(const std::vector<const Sla*>& earlier, const FieldConditions& narrow,
                Combination chosen = {}) {
    static const auto k_closed = [] {
        std::vector<const Field*> fields;
        std::ranges::copy_if(complaint::complaint_fields(complaint::Use::condition),
                             std::back_inserter(fields),
                             [](const Field* field) { return !field->words.empty(); });
        return fields;
    }();
    if (chosen.size() == k_closed.size())
        return !fits(narrow, chosen)
               || std::ranges::any_of(earlier, [&](const Sla* sla) { return fits(sla->when, chosen); });
    const Field* next = k_closed[chosen.size()];
    return std::ranges::all_of(next->words, [&](std::string_view word) {
        auto longer = chosen;
        longer.emplace_back(next, word);
        return are_enough(earlier, narrow, std::move(longer));
    });
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
                 fmt::format(
                     "service level '{}' is never used: {} whenever it would; put it before {}, or remove it",
                     slas[i].name,
                     winners.size() == 1 ? fmt::format("'{}' before it wins", winners.front()->name)
                                         : std::string("those before it win"),
                     winners.size() == 1 ? "that one" : "them"));
    }
}

} // namespace reklamaatio::policy
