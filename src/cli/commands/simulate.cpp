// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/period_options.hpp"
#include "cli/policy_file.hpp"
#include "cli/registry.hpp"
#include "host/input_file.hpp"
#include "render/columns.hpp"
#include "render/page.hpp"
#include "report/simulation.hpp"
#include "text/visible.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class Simulate final : public Command {
  public:
    void declare(Options& options) override {
        options.text("--policy", "FILE", m_file,
                     "the policy to try, in TOML; - reads it from standard input");
        options.recognise([](const std::string& word) { return word.ends_with(".toml"); });
        m_period.declare(options);
        options.flag("--changes", m_changes, "only the deadlines whose verdict changes, a row each");
        options.number("--limit", "N", m_limit, "at most N of those");
    }

    std::vector<view::DescribedTable> tables() const override {
        return {{"simulate", "attainment as it was, and as it would have been", report::figures_columns},
                {"simulate --changes", "deadlines whose verdict changes", report::changes_columns}};
    }
    std::vector<render::Column> columns() const override {
        return m_changes ? report::changes_columns() : report::figures_columns();
    }

    void prepare(const host::Environment& environment) override {
        if (!m_file)
            throw host::UsageError(
                "simulate needs a policy to try: reklamaatio simulate --policy new.toml --period "
                "last-month");
        m_toml = host::read_file(*m_file, environment.in);
    }

    host::ExitStatus run(Session& session) override {
        auto judged = judge_policy_file(*m_file, m_toml, session.desk().now());
        const auto policy = std::make_shared<const rulebook::Policy>(std::move(judged.policy));
        const auto question = m_period.ask(session, "this-month");
        auto simulation = report::simulate(session.desk().database(), policy, question);
        const bool shows_changes = m_changes || session.prints_ids();
        const bool is_page = session.prints_page();
        const auto all = simulation.changes.rows.size();
        if (m_limit && (shows_changes || is_page)) limit(session, simulation.changes);
        if (shows_changes)
            show_changes(session, simulation.changes);
        else if (is_page)
            print(session, simulation, question, all);
        else
            session.show(simulation.figures);
        return host::ExitStatus::done;
    }

  private:
    void limit(Session& session, render::Table& changes) const {
        const auto all = changes.rows.size();
        const auto most = static_cast<std::size_t>(*m_limit);
        if (all <= most) return;
        changes.rows.resize(most);
        session.tell_left_out(*m_limit, static_cast<std::int64_t>(all));
    }

    // As ids each complaint stands once, whatever changes in it.
    static void show_changes(Session& session, render::Table& changes) {
        if (session.prints_ids()) {
            const auto same = [](const render::Row& a, const render::Row& b) {
                return a.front().value == b.front().value;
            };
            const auto end = std::unique(changes.rows.begin(), changes.rows.end(), same);
            changes.rows.erase(end, changes.rows.end());
        }
        session.show(changes);
    }

    void print(Session& session, const report::Simulation& simulation, const report::Question& question,
               std::size_t all) const {
        const auto options = session.writer_options();
        render::Page title(options.style);
        title.title(fmt::format("Simulation, {}", time::describe(question.period, question.zone)),
                    text::visible_line(policy_file_name(*m_file)));
        session.out() << title.text() << '\n';
        if (simulation.figures_text.rows.empty()) {
            session.say("nothing fell due, and nothing would have");
            return;
        }
        render::write(simulation.figures_text, session.out(), options);
        session.out() << '\n';
        if (all == 0) {
            session.out() << "no verdict changes\n";
            return;
        }
        session.out() << render::painted(fmt::format("Verdicts that change ({})", all), render::Tone::strong,
                                         options.style)
                      << '\n';
        render::write(simulation.changes, session.out(), options);
        session.say(simulation.summary);
    }

    PeriodOptions m_period;
    std::optional<std::string> m_file;
    std::optional<std::int64_t> m_limit;
    std::string m_toml;
    bool m_changes = false;
};

} // namespace

extern constexpr CommandRow k_simulate{
    "simulate",
    Group::data,
    Access::read,
    "try another policy on past complaints",
    R"(Plans all deadlines afresh by the policy in FILE alone, as if it had been in force from the beginning, and
compares the attainment in the period with what was. What happened stays as it was: messages, waits,
resolutions and reopenings, classifications as they came about, promises, and due times that a source gave.
The service levels, the calendars and the way to reopen are those of the file throughout; its rules and people
change nothing, and what was closed at once still owes no follow-up. Nothing is stored.

Deadlines count by the day they fell due, as in report sla, which prints the same figures before. A verdict is
met, breached, or none: not due in the period and by now, cancelled, or without target. Text shows figures and
changed verdicts; data formats print the figures, or with --changes a row for each deadline whose verdict
changes. Period, days and groups are those of the policy in force.)",
    {{{"reklamaatio simulate --policy new.toml --period last-month", "before and after"},
      {"reklamaatio simulate --policy new.toml --period 2026 --by team --csv", "by team, as CSV"},
      {"reklamaatio simulate --policy new.toml --period 2026-Q4 --changes --csv", "what changes"}}},
    make<Simulate>};

} // namespace reklamaatio::cli
