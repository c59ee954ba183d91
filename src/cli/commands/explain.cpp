// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "render/columns.hpp"
#include "text/plural.hpp"
#include "view/explain/explain_page.hpp"
#include "view/explain/explain_table.hpp"

namespace reklamaatio::cli {

namespace {

class Explain final : public Command {
  public:
    void declare(Options& options) override {
        options.argument("ID", m_id,
                         "complaints: R-124, 124, R-120..R-124 or ref:X, comma-separated; - reads them from "
                         "standard input",
                         true);
        const auto& clocks = complaint::Vocabulary<complaint::Clock>::k_words;
        options.choice_argument("CLOCK", {clocks.begin(), clocks.end()},
                                std::string(complaint::Vocabulary<complaint::Clock>::k_noun), m_clock,
                                text::alternatives(clocks) + "; all of them by default");
    }

    std::vector<view::DescribedTable> tables() const override {
        return {{"explain", "how due times came about, line by line", view::explanation_columns}};
    }

    void prepare(const host::Environment& environment) override {
        check_are_complaints({*m_id});
        m_ids = with_standard_input({*m_id}, environment.in);
    }

    host::ExitStatus run(Session& session) override {
        const auto complaints = session.desk().complaints(m_ids);
        const auto clock = m_clock ? complaint::find_word<complaint::Clock>(*m_clock) : std::nullopt;
        const bool is_page = session.prints_page();
        render::Table table{view::explanation_columns(), {}};
        render::Page page(session.style());
        for (const auto& complaint : complaints) {
            const auto about = casework::explain(session.desk().store(), complaint, session.desk().now());
            if (is_page)
                view::show_explanation(about, clock, page);
            else
                view::add_explanation(about, clock, table);
        }
        if (is_page)
            session.out() << page.text();
        else
            session.show(table);
        return host::ExitStatus::done;
    }

  private:
    std::optional<std::string> m_id, m_clock;
    std::vector<std::string> m_ids;
};

} // namespace

extern constexpr CommandRow k_explain{
    "explain",
    Group::looking,
    Access::read,
    "show how a due time was worked out",
    R"(Says which service level applies and which do not, and by what condition; then reckons the due time as one does
on a wall calendar, in the zone of the calendar: each working day with its hours, closed days with the reason,
waits with what they add, and how it stands. A target in m or h is added up to the right (= is the sum so
far); one in bd numbers the working days; one in d or w keeps the same clock time. Long stretches are summed
by weeks, months or years. Of several deadlines of one clock, the one that matters now is told whole, the
others in a line.

Data formats have a row for every line and fold nothing: line is target, sla, policy, planned, start, working,
closed, elapsed, clock_change, pause, covered (a day of a wait), due, at last the state of the clock (met,
late, due, soon, overdue, paused, missed, cancelled), or none. Minutes are working minutes, calendar ones for
d and w; total is their sum from the start, or from the pause that a day belongs to.)",
    {{{"reklamaatio explain R-12 resolution", "one clock"},
      {"reklamaatio explain R-12", "all clocks of a complaint"},
      {"reklamaatio explain R-12 resolution --csv", "every line, for a spreadsheet"}}},
    make<Explain>};

} // namespace reklamaatio::cli
