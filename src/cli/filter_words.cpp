// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/filter_words.hpp"

#include "cli/field_options.hpp"
#include "complaint/error.hpp"
#include "host/failure.hpp"
#include "store/complaints.hpp"
#include "store/overviews.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using rulebook::Listed;
using store::Filter;

// What was in use before a list was closed, or somebody left, can still be looked for.
bool is_in_use(store::Database& database, const Filter& having) {
    bool found = false;
    store::read_overviews(database, having, {store::Order::id, false, 1},
                          [&](const complaint::Overview&) { found = true; });
    return found;
}

// The key that a word means. `known` gives it, or throws; `having` filters by the word alone.
template <typename Known, typename Having>
std::string settled(store::Database& database, const std::string& word, std::string_view option, Known known,
                    Having having) {
    try {
        return known(word);
    } catch (const complaint::BadValue& fault) {
        Filter filter;
        having(filter);
        if (is_in_use(database, filter)) return word;
        throw host::UsageError(fmt::format("{}: {}", option, fault.what()));
    }
}

template <typename Known>
void settle(store::Database& database, Filter& filter, std::vector<std::string> Filter::*words,
            std::string_view option, Known known) {
    for (auto& word : filter.*words)
        word = settled(database, word, option, known, [&](Filter& having) { having.*words = {word}; });
}

// Words of lists that the policy closes.
void settle_fields(store::Database& database, const rulebook::WordLists& lists, const Filter& filter) {
    for (const auto& [field, words] : filter.fields) {
        const auto list = rulebook::list_of(field->name);
        if (!list) continue;
        for (const auto& word : words)
            settled(
                database, word, option_of(*field),
                [&](const std::string& text) {
                    lists.check(*list, text);
                    return text;
                },
                [&, field = field](Filter& having) { having.fields.ask(*field, {word}); });
    }
}

} // namespace

void settle_words(Session& session, Filter& filter) {
    auto& database = session.desk().database();
    const auto& policy = session.desk().policy();
    settle_fields(database, policy.words, filter);
    settle(database, filter, &Filter::tag, "--tag", [&](const std::string& word) {
        policy.words.check(Listed::tags, word);
        return word;
    });
    settle(database, filter, &Filter::team, "--team", [&](const std::string& word) {
        const auto bare = rulebook::team_meant_by(word).value_or(word); // also as an owner is written
        return rulebook::known_team(policy.teams, std::string(bare));
    });
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
