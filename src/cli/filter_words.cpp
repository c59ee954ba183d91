// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/filter_words.hpp"

#include "casework/handler.hpp"
#include "cli/field_options.hpp"
#include "complaint/error.hpp"
#include "host/failure.hpp"
#include "store/words_in_use.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using rulebook::Listed;
using store::Filter;
using Words = std::vector<std::string>;

std::string as_typed(const std::string& word) {
    return word;
}

// How the words of one filter are read.
struct Reading {
    std::string option;
    std::string_view field;
    // The word of the policy that is meant, if any.
    std::function<std::optional<std::string>(const std::string&)> of_policy;
    // A word that neither the policy nor any complaint has; throws BadValue where the policy lists them all.
    std::function<std::string(const std::string&)> unknown;
    // What is looked for where that was typed.
    std::function<std::string(const std::string&)> meant = as_typed;
};

// Every spelling of a word; none where nobody knows it. What was in use before a list was closed, or somebody
// left, can still be looked for.
Words spellings(store::Database& database, const Reading& reading, const std::string& word) {
    auto found = store::spellings_in_use(database, reading.field, word);
    const auto of_policy = reading.of_policy(word);
    if (of_policy && std::ranges::find(found, *of_policy) == found.end()) found.push_back(*of_policy);
    return found;
}

// A word for each of which one of its spellings will do. A text that is known as a whole is one word, commas
// and all; else they part it.
std::vector<Words> words_in(store::Database& database, const Reading& reading, const std::string& text) {
    if (auto whole = spellings(database, reading, reading.meant(text)); !whole.empty()) return {whole};
    try {
        std::vector<Words> words;
        for (const auto& part : Options::named_parts_of(text)) {
            words.push_back(spellings(database, reading, reading.meant(part)));
            if (words.back().empty()) words.back().push_back(reading.unknown(reading.meant(part)));
        }
        return words;
    } catch (const complaint::BadValue& fault) {
        throw host::UsageError(fmt::format("{}: {}", reading.option, fault.what()));
    }
}

std::vector<Words> words_in(store::Database& database, const Reading& reading, const Words& texts) {
    std::vector<Words> words;
    for (const auto& text : texts)
        std::ranges::move(words_in(database, reading, text), std::back_inserter(words));
    return words;
}

Words alternatives(store::Database& database, const Reading& reading, const Words& texts) {
    Words all;
    for (auto& spellings : words_in(database, reading, texts))
        std::ranges::move(spellings, std::back_inserter(all));
    return all;
}

// Of words that the policy may list.
Reading listed(const rulebook::WordLists& lists, std::string option, std::string_view field) {
    const auto list = rulebook::list_of(field);
    const auto of_policy = [&lists, list](const std::string& word) -> std::optional<std::string> {
        if (!list) return std::nullopt;
        for (const auto known : lists.words(*list))
            if (text::lower(known) == text::lower(word)) return std::string(known);
        return std::nullopt;
    };
    const auto unknown = [&lists, list](const std::string& word) {
        if (list) lists.check(*list, word);
        return word;
    };
    return {std::move(option), field, of_policy, unknown, as_typed};
}

Reading teams(std::span<const rulebook::Team> teams) {
    const auto of_policy = [teams](const std::string& word) -> std::optional<std::string> {
        for (const auto& team : teams)
            if (text::folded(team.key) == text::folded(word)) return team.key;
        return std::nullopt;
    };
    const auto key = [teams](const std::string& word) { return rulebook::known_team(teams, word); };
    // A team may be written as an owner is: team:NAME.
    const auto bare = [](const std::string& word) {
        return std::string(rulebook::team_meant_by(word).value_or(word));
    };
    return {"--team", "team", of_policy, key, bare};
}

Reading people(const rulebook::Policy& policy, const std::string& actor) {
    const auto of_policy = [&](const std::string& word) -> std::optional<std::string> {
        const auto* person = rulebook::person_meant(policy.people, word);
        if (person == nullptr) return casework::is_me(word) ? casework::own_key(policy, actor) : std::nullopt;
        return person->key;
    };
    const auto key = [&](const std::string& word) { return casework::person_typed(policy, word, actor); };
    return {"--assignee", "assignee", of_policy, key};
}

} // namespace

void settle_words(Session& session, Filter& filter) {
    auto& database = session.desk().database();
    const auto& policy = session.desk().policy();
    const auto typed = filter.fields;
    for (const auto& [field, texts, otherwise] : typed) {
        const auto words = listed(policy.words, option_of(*field), field->name);
        filter.fields.ask(*field, field->words.empty() ? alternatives(database, words, texts) : texts,
                          rulebook::usual_word(policy, *field));
    }
    filter.team = alternatives(database, teams(policy.teams), filter.team);
    filter.assignee = alternatives(database, people(policy, session.desk().actor()), filter.assignee);
    const auto tags = listed(policy.words, "--tag", "tags");
    std::vector<Words> meant;
    for (const auto& texts : filter.tag)
        std::ranges::move(words_in(database, tags, texts), std::back_inserter(meant));
    filter.tag = std::move(meant);
}

} // namespace reklamaatio::cli
