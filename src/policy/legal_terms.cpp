// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/error.hpp"
#include "policy/conditions.hpp"
#include "policy/sections.hpp"
#include "rulebook/legal_term.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using complaint::BadValue;
using complaint::parse_word;
using complaint::word;
using rulebook::LegalTerm;
using rulebook::Policy;
using rulebook::TermFor;
using rulebook::TermFrom;

// Without them it is no statutory term that anybody could rely on.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> k_demands{{
    {"name", "[[legal]] needs a name, such as name = \"consumer goods, Poland\""},
    {"term", "[[legal]] never ends without a term, such as term = \"14d\""},
    {"source", "[[legal]] needs a source: the law, and when you looked it up, such as source = \"art. 7a of "
               "the act of 30 May 2014, seen 2026-11\""},
}};

void check_demands(toml::Reader& reader) {
    for (const auto& [key, demand] : k_demands)
        if (!reader.find(key)) reader.faults().add(reader.table().place(), std::string(demand));
}

std::string text_in(toml::Reader& reader, std::string_view key, GivenNames* names = nullptr) {
    std::string found;
    reader.with(reader.string(key), [&](const std::string& text) {
        if (text.find_first_not_of(" \t") == std::string::npos)
            throw BadValue(fmt::format("{} is empty", reader.called(key)));
        if (names != nullptr) names->take(text);
        found = text;
    });
    return found;
}

template <typename E>
void read_word(toml::Reader& reader, std::string_view key, E& into) {
    reader.with(reader.string(key), [&](const std::string& text) { into = parse_word<E>(text); });
}

void read_count(toml::Reader& file, toml::Reader& reader, LegalTerm& term) {
    const auto parsed = [&](const std::string& text) {
        const auto made = rulebook::parse_term(text);
        if (made.unit == rulebook::TermUnit::working_days) check_has_working_days(file, text);
        return made;
    };
    reader.with(reader.string("term"), [&](const std::string& text) { term.term = parsed(text); });
    reader.with(reader.string("extend_to"), [&](const std::string& text) {
        const auto longer = parsed(text);
        if (longer.unit == term.term.unit && longer.count <= term.term.count)
            throw BadValue(
                fmt::format("'{}' is no more than the term itself, '{}'; write how long it may become "
                            "in all",
                            text, to_string(term.term)));
        term.extend_to = longer;
    });
    reader.with_each("warn", [&](const std::string& text) { term.warn.push_back(parsed(text)); });
    reader.with(reader.string("ends"), [&](const std::string& text) {
        term.ends = parse_word<rulebook::TermEnds>(text);
        if (term.ends == rulebook::TermEnds::next_working_day) check_has_working_days(file, text);
    });
}

void read_meaning(toml::Reader& reader, const Policy& policy, LegalTerm& term) {
    read_word(reader, "from", term.from);
    read_word(reader, "for", term.is_for);
    const auto stage = reader.whole_number("stage").value_or(1);
    if (stage < 1 || stage > rulebook::k_last_stage)
        reader.blame_value("stage",
                           fmt::format("there is no stage {}; write 1 for what is decided first, or 2 "
                                       "for what is decided on an appeal",
                                       stage));
    else
        term.stage = static_cast<int>(stage);
    read_word(reader, "then", term.then);
    read_listed(reader, "met_by", rulebook::Listed::channels, policy, term.met_by);
    constexpr std::array<std::string_view, 2> k_lists{"met_by", "warn"};
    check_have_words(reader, k_lists);
    const bool is_answer = term.is_for == TermFor::response || term.is_for == TermFor::resolution;
    if (term.then != complaint::Silence::nothing && !is_answer)
        reader.blame_value("then", fmt::format("silence counts as {} where an answer or a decision is owed; "
                                               "leave then out where for is {}",
                                               word(term.then), word(term.is_for)));
    if (term.extend_to && !is_answer)
        reader.blame_value("extend_to",
                           fmt::format("only an answer or a decision can be given more time; leave "
                                       "extend_to out where for is {}",
                                       word(term.is_for)));
    if (term.from == TermFrom::acknowledged && term.is_for == TermFor::acknowledge)
        reader.blame_value("from", "what is to be acknowledged cannot run from its acknowledgement; write "
                                   "received");
}

LegalTerm read_legal_term(toml::Reader& file, toml::Node table, const Policy& policy, GivenNames& names) {
    toml::Reader reader(table, "[[legal]]", file.faults());
    check_demands(reader);
    LegalTerm term;
    term.name = text_in(reader, "name", &names);
    term.source = text_in(reader, "source");
    read_conditions(reader, policy, term.when, "source"); // that is the law
    read_calendar_of(reader, policy, term.calendar);
    read_count(file, reader, term);
    read_meaning(reader, policy, term);
    term.pauses = reader.truth("pauses").value_or(false);
    term.always = reader.truth("always").value_or(false);
    reader.finish();
    return term;
}

// Where nothing says by when the customer is to be told that it came, nobody knows how long the rest may take.
void check_acknowledged(toml::Reader& file, const Policy& policy, const std::vector<toml::Node>& tables) {
    const auto is_acknowledged_at = [&](int stage) {
        return std::ranges::any_of(policy.legal, [&](const LegalTerm& term) {
            return term.is_for == TermFor::acknowledge && term.stage == stage;
        });
    };
    for (std::size_t i = 0; i < policy.legal.size(); ++i)
        if (policy.legal[i].from == TermFrom::acknowledged && !is_acknowledged_at(policy.legal[i].stage))
            file.faults().add(
                tables[i]["from"].place(),
                "no [[legal]] of its stage has for = \"acknowledge\", which would say by when at the latest "
                "it begins; add one, or write received");
}

} // namespace

void check_has_working_days(toml::Reader& file, std::string_view text) {
    if (!file.find("calendar"))
        throw BadValue(
            fmt::format("'{}' needs working days, and the policy has no calendar; add one with the "
                        "public holidays",
                        text));
}

void read_legal_terms(toml::Reader& file, Policy& policy) {
    GivenNames names("statutory term");
    const auto tables = file.tables("legal", "statutory terms are");
    for (const auto& table : tables)
        policy.legal.push_back(read_legal_term(file, table, policy, names));
    check_acknowledged(file, policy, tables);
}

} // namespace reklamaatio::policy
