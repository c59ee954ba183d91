// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/filter_words.hpp"

#include "complaint/error.hpp"
#include "host/failure.hpp"
#include "store/complaints.hpp"

#include <array>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using rulebook::Listed;
using store::Filter;

struct ListedFilter {
    Listed list;
    std::vector<std::string> Filter::*words;
    std::string_view option;
};

constexpr std::array k_listed{
    ListedFilter{Listed::categories, &Filter::category, "--category"},
    ListedFilter{Listed::products, &Filter::product, "--product"},
    ListedFilter{Listed::channels, &Filter::channel, "--channel"},
    ListedFilter{Listed::tags, &Filter::tag, "--tag"},
};

// What was in use before a list was closed, or somebody left, can still be looked for.
bool is_in_use(store::Database& database, std::vector<std::string> Filter::*words, const std::string& word) {
    Filter having;
    having.*words = {word};
    bool found = false;
    store::read_overviews(database, having, {store::Order::id, false, 1},
                          [&](const complaint::Overview&) { found = true; });
    return found;
}

// `known` gives the key that a word means, or throws.
template <typename Known>
void settle(store::Database& database, Filter& filter, std::vector<std::string> Filter::*words,
            std::string_view option, Known known) {
    for (auto& word : filter.*words) {
        try {
            word = known(word);
        } catch (const complaint::BadValue& fault) {
            if (!is_in_use(database, words, word))
                throw host::UsageError(fmt::format("{}: {}", option, fault.what()));
        }
    }
}

} // namespace

void settle_words(Session& session, Filter& filter) {
    auto& database = session.desk().database();
    const auto& policy = session.desk().policy();
    for (const auto& [list, words, option] : k_listed)
        settle(database, filter, words, option, [&policy, list = list](const std::string& word) {
            policy.words.check(list, word);
            return word;
        });
    settle(database, filter, &Filter::team, "--team",
           [&](const std::string& word) { return rulebook::known_team(policy.teams, word); });
    settle(database, filter, &Filter::assignee, "--assignee",
           [&](const std::string& word) { return rulebook::known_person(policy.people, word); });
}

std::string own_key(Session& session) {
    const auto& people = session.desk().policy().people;
    if (people.empty()) return session.desk().actor();
    if (const auto* person = rulebook::person_meant(people, session.desk().actor())) return person->key;
    throw host::UsageError(
        fmt::format("--mine: nobody in the policy is called '{}'; use --as WHO", session.desk().actor()));
}

} // namespace reklamaatio::cli
