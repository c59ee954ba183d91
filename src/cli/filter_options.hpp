// SPDX-License-Identifier: GPL-3.0-or-later
// The filters by which complaints are chosen, as list has them and whatever else prints complaints.
#pragma once

#include "cli/options.hpp"
#include "cli/session.hpp"
#include "store/overviews.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace reklamaatio::cli {

class FilterOptions {
  public:
    // What is admitted when nothing is said of the status.
    enum class Usual {
        at_hand, // neither closed nor void, or the customer waits for an answer
        all
    };

    // `status`: what the help says of --status.
    void declare(Options& options, std::string status);
    // For what has a period of its own, and a name where the words would stand: all but those and the time of receipt.
    void declare_beside_period(Options& options, std::string status);
    // Reads the words that are looked for, which needs no database. Throws UsageError.
    void read_words();
    // -5 among the words is a slip, unless the mark -- stands before it on the line. Throws UsageError.
    void check_no_numbers_as_options(const std::vector<std::string>& line) const;
    // Besides what --status admits.
    void admit_what_is_over();
    // Once the policy is at hand. Throws UsageError.
    const store::Filter& complete(Session& session, Usual usual);

    // What was typed, in that order: "--status" and "open"; of words to look for, "--text" and the word.
    const std::vector<std::pair<std::string, std::string>>& typed() const { return m_typed; }
    const store::Filter& filter() const { return m_filter; }
    // Whether it was said how the complaint stands.
    bool has_status() const { return m_has_status; }
    // Whether something of what is over may have been meant as well, but was not looked for.
    bool narrows_down() const;

  private:
    void remember(Options& options, OptionRow row);
    void declare_facts(Options& options, std::string status);
    void declare_people(Options& options);
    void declare_times(Options& options);
    void set_customer(Session& session, const std::string& who);
    void take_teams(Session& session);
    void set_people(Session& session);
    void set_times(Session& session);
    void set_waiting();
    void set_bodies(Session& session);
    void show_what_is_meant();

    store::Filter m_filter;
    std::vector<std::pair<std::string, std::string>> m_typed;
    std::optional<std::string> m_customer, m_since, m_until, m_resolved_since, m_resolved_until, m_due_before;
    std::vector<std::string> m_words, m_tags, m_where, m_waiting_for;
    bool m_mine = false, m_overdue = false, m_has_status = false;
};

} // namespace reklamaatio::cli
