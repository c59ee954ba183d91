// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/attendance.hpp"
#include "casework/handler.hpp"
#include "casework/triage.hpp"
#include "cli/registry.hpp"
#include "complaint/error.hpp"
#include "host/failure.hpp"
#include "text/plural.hpp"
#include "time/names.hpp"
#include "view/tables/person_table.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class PersonCommand final : public Command {
  public:
    void declare(Options& options) override {
        options.choice_argument("ACTION", {"list", "away", "back"}, "an action", m_action,
                                "list, away WHO or back WHO", true);
        options.argument("WHO", m_who, "for away and back: a person, or me");
        options.text("--until", "DAY", m_until,
                     "for away: the last day of it, such as monday, tomorrow or 2026-12-24");
        options.text("--since", "DAY", m_since, "for away: the first day of it; today by default");
        options.flag("--dry-run", m_dry_run, "say what would be, and change nothing");
    }

    void prepare(const host::Environment&) override {
        const bool is_list = m_action == "list";
        if (is_list && m_who)
            throw host::UsageError(fmt::format("person list takes no '{}'; it lists everybody", *m_who));
        if (!is_list && !m_who)
            throw host::UsageError(fmt::format("person {0} needs a person: reklamaatio person {0} maria{1}",
                                               *m_action, m_action == "away" ? " --until monday" : ""));
        if (m_action == "away" && !m_until)
            throw host::UsageError("person away needs --until, the last day of it, such as --until monday");
        if (m_action != "away" && (m_until || m_since))
            throw host::UsageError("--until and --since go with person away");
    }

    std::vector<view::DescribedTable> tables() const override {
        return {
            {"person list", "the people, as the policy names them, and who is away", view::person_columns}};
    }

    bool is_dry_run() const override { return m_dry_run; }
    Access access(Access of_row) const override { return m_action == "list" ? Access::read : of_row; }

    host::ExitStatus run(Session& session) override {
        if (m_action == "list") {
            list(session);
            return host::ExitStatus::done;
        }
        const auto person = casework::person_typed(session.desk().policy(), *m_who, session.desk().actor());
        if (m_action == "away")
            go_away(session, person);
        else
            come_back(session, person);
        if (!session.prints_text()) show_one(session, person);
        return host::ExitStatus::done;
    }

  private:
    static void list(Session& session) {
        const auto all = casework::colleagues(session.desk());
        session.show(view::person_table(session.desk(), all, session.prints_page()));
        if (all.empty())
            session.confirm("the policy names no people; see [person.KEY] in reklamaatio-policy(5)");
    }

    void go_away(Session& session, const std::string& person) const {
        casework::Absence told;
        if (m_since) told.since = day(session, "--since", *m_since);
        told.until = day(session, "--until", *m_until);
        const auto away = casework::go_away(session.desk(), person, told);
        const auto today = session.desk().today();
        const auto since =
            away.first > today ? fmt::format(" from {}", view::day_text(away.first, today)) : std::string();
        session.announce(fmt::format("{} {} away{} until {}, that day included{}", person,
                                     m_dry_run ? "would be" : "is", since, view::day_text(away.last, today),
                                     held_text(casework::held_by(session.desk(), person), person)),
                         m_dry_run);
    }

    // "; pekka has 2 complaints: reklamaatio list --assignee pekka", which wait for him meanwhile.
    static std::string held_text(const casework::Held& held, const std::string& person) {
        std::vector<std::string> clauses;
        if (held.complaints > 0)
            clauses.push_back(fmt::format("{} (reklamaatio list --assignee {})",
                                          text::plural(held.complaints, "complaint"), person));
        if (held.tasks > 0)
            clauses.push_back(
                fmt::format("{} (reklamaatio task list --for {})", text::plural(held.tasks, "task"), person));
        return clauses.empty() ? "" : fmt::format("; {} has {}", person, text::listed(clauses, "and"));
    }

    void come_back(Session& session, const std::string& person) const {
        const bool was_away = !casework::is_present(session.desk(), person);
        casework::come_back(session.desk(), person);
        session.announce(fmt::format("{} {} {}", person, m_dry_run ? "would be" : "is",
                                     was_away ? "back" : "no longer expected to be away"),
                         m_dry_run);
    }

    static void show_one(Session& session, const std::string& person) {
        auto all = casework::colleagues(session.desk());
        std::erase_if(all, [&](const casework::Colleague& each) { return each.person.key != person; });
        session.show(view::person_table(session.desk(), all, false));
    }

    // Of somebody who is away, a weekday can only be the next one.
    static time::Date day(Session& session, const std::string& option, const std::string& text) {
        const auto today = session.desk().today();
        if (const auto weekday = time::weekday_in_words(text)) {
            const auto tomorrow = today + std::chrono::days{1};
            return tomorrow + (*weekday - std::chrono::weekday{tomorrow});
        }
        return session.desk().zone().date_at(
            session.moment(option, text, time::DateMeans::beginning, time::Direction::future));
    }

    std::optional<std::string> m_action, m_who, m_until, m_since;
    bool m_dry_run = false;
};

} // namespace

extern constexpr CommandRow k_person{
    "person",
    Group::data,
    Access::write,
    "show who works here, and say who is away",
    R"(list shows the people and their teams, who is away until when, what they may grant, and how many open complaints
they have. away says that somebody is away today, or from --since on, until the end of a day: nobody who is away
is given anything by the rules or by assign --auto, and alerts go to who stands in. Said again, it changes how long the
absence lasts. back ends it, or takes back one that is to come. Both are changes, which undo takes back, and stand beside
the dates that the policy gives.)",
    {{{"reklamaatio person list", "who is there"},
      {"reklamaatio person away pekka --until monday", "he is ill, and back on Tuesday"},
      {"reklamaatio person back pekka", "already there"}}},
    make<PersonCommand>};

} // namespace reklamaatio::cli
