// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/filter_options.hpp"

#include "casework/customer_named.hpp"
#include "casework/handler.hpp"
#include "cli/field_options.hpp"
#include "cli/filter_words.hpp"
#include "cli/own_options.hpp"
#include "cli/who.hpp"
#include "complaint/error.hpp"
#include "complaint/mailbox.hpp"
#include "store/parts.hpp"
#include "store/word_search.hpp"
#include "text/ascii.hpp"
#include "text/streams.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

using complaint::Status;

void FilterOptions::declare(Options& options, std::string status) {
    Options own;
    declare_facts(own, std::move(status));
    declare_people(own);
    declare_times(own);
    for (const auto& row : own.rows())
        remember(options, row);
}

void FilterOptions::declare_beside_period(Options& options, std::string status) {
    Options own;
    declare(own, std::move(status));
    for (const auto& row : own.rows())
        if (!row.is_argument && row.long_name() != "--since" && row.long_name() != "--until")
            options.add(row);
}

void FilterOptions::remember(Options& options, OptionRow row) {
    const auto name = row.is_argument ? "--text" : row.long_name();
    row.take = [this, name, take = row.take](const std::string& text) {
        m_typed.emplace_back(name, text);
        take(text);
    };
    options.add(std::move(row));
}

void FilterOptions::declare_facts(Options& options, std::string status) {
    options.arguments("WORDS", m_words, "as --text WORDS", false);
    options.words("--status", "STATUS", m_filter.status, std::move(status));
    declare_filters(options, m_filter.fields);
    options.whole_texts("--tag", "TAG", m_tags, "with all of these tags");
    options.texts("--where", "NAME=VALUE", m_where,
                  "with that value in a field of your own; with no value, those that have none");
    options.texts("--waiting-for", "WORDS", m_waiting_for,
                  "that wait for this; all of these words in what is waited for, or parts of them");
    options.flag("--promised", m_filter.promised, "with an open promise, which list shows");
    options.flag("--appealed", m_filter.appealed, "that were appealed");
    options.whole_texts("--appealed-to", "BODY", m_filter.appealed_to,
                        "that one of these outside bodies has");
    options.number("--public", "N", m_filter.audience,
                   "that were made in public, where at least N people could see it");
    options.texts("--text", "WORDS", m_words,
                  "with all of these words, wherever they stand; rikki* finds rikkinäinen");
}

void FilterOptions::declare_people(Options& options) {
    options.whole_texts("--team", "TEAM", m_filter.team, "of these teams");
    options.whole_texts("--assignee", "WHO", m_filter.assignee,
                        "that these people handle: a person, me (you), or team:NAME");
    options.flag("--mine", m_mine, "that are assigned to you");
    options.flag("--unassigned", m_filter.unassigned,
                 "not assigned to a person, whether or not a team has them");
    options.text("--customer", "WHO", m_customer,
                 "of a customer: C-7, e-mail, telephone or part of the name");
}

void FilterOptions::declare_times(Options& options) {
    options.text("--since", "TIME", m_since, "received then or later");
    options.text("--until", "TIME", m_until, "received before then; a date includes that day");
    options.text("--resolved-since", "TIME", m_resolved_since, "resolved then or later; closed ones as well");
    options.text("--resolved-until", "TIME", m_resolved_until,
                 "resolved before then, likewise; a date includes that day");
    options.flag("--overdue", m_overdue, "with a deadline that has passed");
    options.text("--due-before", "TIME", m_due_before, "due before then");
}

void FilterOptions::read_words() {
    const auto check = [](const std::string& words) {
        try {
            store::sought_words(words);
        } catch (const complaint::BadValue& fault) {
            throw host::UsageError(fmt::format("--text: {}", fault.what()));
        }
    };
    for (const auto& words : m_words) {
        if (words.empty()) throw host::UsageError("--text needs a word to look for");
        check(words);
    }
    m_filter.words = fmt::format("{}", fmt::join(m_words, " "));
    if (!m_words.empty()) check(m_filter.words);
}

// No option is a number, so that the parser takes one for a word.
void FilterOptions::check_no_numbers_as_options(const std::vector<std::string>& line) const {
    const auto mark = std::ranges::find(line, "--");
    for (const auto& word : m_words) {
        const bool is_like_option = word.size() > 1 && word.front() == '-' && text::is_digit(word[1]);
        if (is_like_option && std::ranges::find(line.begin(), mark, word) != mark)
            throw host::UsageError(fmt::format(
                "'{0}' is no option; look for it with -- {0}, or give --limit {1}", word, word.substr(1)));
    }
}

void FilterOptions::set_waiting() {
    for (const auto& words : m_waiting_for) {
        text::InText typed(words);
        const auto before = m_filter.waiting_for.size();
        for (std::string word; typed >> word;) {
            if (word.ends_with('*')) word.pop_back(); // any part of a word will do
            if (!word.empty()) m_filter.waiting_for.push_back(std::move(word));
        }
        if (m_filter.waiting_for.size() == before)
            throw host::UsageError("--waiting-for needs a word of what is waited for");
    }
}

const store::Filter& FilterOptions::complete(Session& session, Usual usual) {
    m_has_status = !m_filter.status.empty();
    const bool only_at_hand = usual == Usual::at_hand && m_filter.status.empty();
    // What is over needs nobody.
    if (only_at_hand && m_filter.unassigned) m_filter.status = {Status::new_, Status::open, Status::waiting};
    if (only_at_hand && m_filter.status.empty()) show_what_is_meant();
    for (const auto& tag : m_tags)
        m_filter.tag.push_back({tag});
    take_teams(session);
    settle_words(session, m_filter);
    add_own_conditions(session, m_where, m_filter.fields);
    set_people(session);
    set_times(session);
    set_waiting();
    set_bodies(session);
    return m_filter;
}

// What a body was called before the policy named it, or by a policy before, is found as well.
void FilterOptions::set_bodies(Session& session) {
    auto& desk = session.desk();
    try {
        for (auto& body : m_filter.appealed_to)
            if (!store::has_appeals_to(desk.database(), body))
                body = rulebook::known_body(desk.policy().bodies, body);
    } catch (const complaint::BadValue& fault) {
        throw host::UsageError(fmt::format("--appealed-to: {}", fault.what()));
    }
}

void FilterOptions::admit_what_is_over() {
    m_filter.status.insert(m_filter.status.end(), {Status::resolved, Status::closed});
}

// What is to do; when it was resolved is asked of what is over.
void FilterOptions::show_what_is_meant() {
    const bool asks_for_ends = m_resolved_since || m_resolved_until;
    if (asks_for_ends) admit_what_is_over();
    m_filter.at_hand = !asks_for_ends;
}

// What a team handles and nobody in person is handled by it.
void FilterOptions::take_teams(Session& session) {
    const auto taken = std::erase_if(m_filter.assignee, [&](const std::string& text) {
        const auto team = casework::team_typed(session.desk().policy(), text);
        if (team) m_filter.team.push_back(*team);
        return team.has_value();
    });
    if (taken > 0 && !m_filter.assignee.empty())
        throw host::UsageError("--assignee takes people or teams, not both; list them one after the other");
}

void FilterOptions::set_people(Session& session) {
    if (m_mine) m_filter.assignee.push_back(own_key(session, "--mine"));
    if (m_customer) set_customer(session, *m_customer);
    if (m_customer && m_customer->find_first_not_of(' ') == std::string::npos)
        throw host::UsageError(
            "--customer needs somebody: C-7, an e-mail address, a telephone number or a name");
    m_filter.country = session.desk().policy().organisation.country;
}

// As `open` and `edit` read it, but that a part of a name will do.
void FilterOptions::set_customer(Session& session, const std::string& who) {
    const auto typed = casework::read_customer(who);
    if (typed.number) m_filter.customer_id = casework::customer_numbered(session.desk(), *typed.number).id;
    m_filter.customer_name = typed.name;
    const bool is_mailbox = typed.other.find('@') != std::string::npos;
    m_filter.customer = is_mailbox ? complaint::read_mailbox(typed.other).address : typed.other;
}

void FilterOptions::set_times(Session& session) {
    m_filter.since = session.moment("--since", m_since, time::DateMeans::beginning, time::Direction::past);
    m_filter.until = session.until(m_until);
    m_filter.resolved_since = session.moment("--resolved-since", m_resolved_since, time::DateMeans::beginning,
                                             time::Direction::past);
    m_filter.resolved_until = session.moment("--resolved-until", m_resolved_until, time::DateMeans::after);
    if (m_overdue) m_filter.overdue_at = session.desk().now();
    m_filter.due_before = session.moment("--due-before", m_due_before, time::DateMeans::beginning);
}

// Without any filter what is over is not looked for.
bool FilterOptions::narrows_down() const {
    const auto& f = m_filter;
    const bool by_publicity = f.appealed || !f.appealed_to.empty() || f.audience;
    const bool by_words = !f.words.empty() || f.fields.begin() != f.fields.end() || !f.tag.empty();
    const bool by_people = !f.team.empty() || (!f.assignee.empty() && !m_mine) || m_customer;
    return f.at_hand && (by_words || by_people || by_publicity || f.since || f.until);
}

} // namespace reklamaatio::cli
