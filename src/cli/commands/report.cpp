// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/health.hpp"
#include "cli/filter_options.hpp"
#include "cli/period_options.hpp"
#include "cli/registry.hpp"
#include "cli/report_document.hpp"
#include "cli/sql_report.hpp"
#include "host/failure.hpp"
#include "render/page.hpp"
#include "render/sparkline.hpp"
#include "report/reports.hpp"
#include "store/log_cursor.hpp"
#include "store/long_look.hpp"
#include "text/plural.hpp"
#include "text/visible.hpp"
#include "view/tables/health_metrics.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

// Whoever looks at a longer period visits the same pages of the database again and again.
constexpr std::chrono::days k_long{100};

std::vector<std::string> report_words() {
    std::vector<std::string> words;
    for (const auto& row : report::k_reports)
        words.emplace_back(row.name);
    return words;
}

// With what belongs to the period; made once, because it is told by views of it.
std::string_view described_as(const report::ReportRow& report) {
    static std::map<std::string_view, std::string> made;
    auto& text = made[report.name];
    if (text.empty()) text = fmt::format("{}: {}", report.summary, row_of(report.cohort).sentence);
    return text;
}

class Report final : public Command {
  public:
    void declare(Options& options) override {
        options.choice_argument(
            "NAME", report_words(), "a report", m_name,
            text::alternatives(report_words())
                + "; without it the daily SLA report: injuries that are open, what fell due since the "
                  "last working day began, and what is overdue or due today");
        options.point_from("daily", "report");
        m_period.declare(options);
        options.text(
            "--compare", "PERIOD", m_compare,
            "each measure beside that of another period, with better, worse or within chance: previous, "
            "year (the same a year ago), or any period");
        options.offer_words(k_comparisons);
        options.text("--as-of", "TIME", m_as_of,
                     "what this would have printed at an earlier time, by all that was recorded by then; a "
                     "date is its end");
        options.text("--sql", "FILE", m_sql,
                     "a report of your own: one SELECT over the views of the database, in which :from and "
                     ":until are the ends of "
                     "the period and :now is the present time, in UTC; - is standard input");
        m_filters.declare_beside_period(options, "where the complaint stands now");
        options.flag("--skip-empty", m_skip_empty, "print nothing at all when there is nothing to say");
        options.flag("--head", m_head, "end the page with where the log ends, as verify --after takes it");
    }

    bool has_metrics() const override { return m_name && row().metrics != nullptr; }

    bool has_document() const override { return true; }
    bool has_table() const override { return true; }

    std::vector<view::DescribedTable> tables() const override {
        std::vector<view::DescribedTable> described;
        for (const auto& report : report::k_reports)
            described.push_back(
                {fmt::format("report {}", report.name), described_as(report), report.columns});
        return described;
    }
    std::vector<render::Column> columns() const override {
        return m_sql ? std::vector<render::Column>{} : row().columns();
    }

    std::optional<std::string> as_of() const override { return m_as_of; }

    // What cannot be looked for is said before a database is.
    void prepare(const host::Environment& environment) override {
        m_filters.read_words();
        if (!m_sql) return;
        if (m_name || m_compare || m_period.groups() || m_head || !m_filters.typed().empty())
            throw host::UsageError(
                "--sql asks in its own words; no report, --by, --compare, --head or filter goes with it");
        m_own.emplace(*m_sql, environment);
    }

    host::ExitStatus run(Session& session) override {
        if (session.prints_ids())
            throw host::UsageError("a report has figures, not ids; list --format ids has them");
        if (m_head && !session.prints_page())
            throw host::UsageError("--head ends a page of text; for programs verify --head tells it");
        if (m_own) {
            m_own->print(session, m_period.ask(session, std::string(row().usual_period)), m_period.is_said(),
                         m_skip_empty);
            return host::ExitStatus::done;
        }
        const auto question = question_for(session);
        if (looks_long(question)) store::look_long(session.desk().database());
        const auto answer = answered(session, question);
        if (!answer.fault.empty())
            throw host::Failure(host::ExitStatus::refused, answer.fault + "; run reklamaatio verify");
        if (m_skip_empty && answer.is_empty) return host::ExitStatus::done;
        if (session.shape() == render::Shape::gauges)
            write_metrics(session, answer, question);
        else if (session.shape() == render::Shape::document)
            write_document(session, answer, question, time::describe(question.period, question.zone));
        else if (session.prints_page())
            print_page(session, answer, question);
        else
            render::write(answer.data, answer.more, session.settings().columns, session.out(),
                          session.writer_options());
        return host::ExitStatus::done;
    }

  private:
    // What is printed as a page looks at the months before as well, and has every other report in it.
    bool looks_long(const report::Question& question) const {
        return question.period.until - question.period.from > k_long || row().measured.page != nullptr;
    }

    // Without a name the daily one, which has the data of `sla`.
    const report::ReportRow& row() const {
        const auto found =
            std::ranges::find(report::k_reports, m_name.value_or(""), &report::ReportRow::name);
        return found == report::k_reports.end() ? report::k_daily : *found;
    }

    report::Question question_for(Session& session) {
        auto question = m_period.ask(session, m_name ? std::string(row().usual_period) : k_since_workday);
        question.where = m_filters.complete(session, FilterOptions::Usual::all);
        if (session.prints_page()) question.draws = report::Draws::trends;
        if (session.shape() == render::Shape::document) question.draws = report::Draws::pictures;
        if (m_compare) question.compared = compared(session, question);
        return question;
    }

    time::Period compared(Session& session, const report::Question& question) const {
        if (row().cohort == report::Cohort::now)
            throw host::UsageError(fmt::format(
                "--compare: {} tells what is there now, which is of no other period; leave it out",
                row().name));
        if (row().is_register)
            throw host::UsageError(fmt::format(
                "--compare: {} is a register, which has no figures to compare; leave it out", row().name));
        if (question.by.bucket)
            throw host::UsageError(
                "--compare and --by a stretch of time cannot be used together; leave one out");
        return compared_period(session, *m_compare, question.period);
    }

    report::Answer answered(Session& session, const report::Question& question) const {
        try {
            return report::answer_to(row(), session.desk().database(), session.desk().policy(), question);
        } catch (const report::TooManyStretches& fault) {
            throw host::UsageError(
                fmt::format("{}; choose a shorter period or a coarser --by", fault.what()));
        }
    }

    // Beside the figures of the report, what `check` counts.
    void write_metrics(Session& session, const report::Answer& answer,
                       const report::Question& question) const {
        auto families = row().metrics(answer.data, !question.by.is_none());
        const auto counts = casework::count_health(session.desk(), casework::k_usual_delay);
        for (auto& family : view::health_metrics(counts))
            families.push_back(std::move(family));
        render::write_metrics(families, session.out());
    }

    void print_page(Session& session, const report::Answer& answer, const report::Question& question) const {
        print(session, answer, question);
        // Mailed with the report, it is kept where nobody who can write the database takes it away.
        if (m_head)
            session.out() << fmt::format("\nThe log ends at {}\n",
                                         store::cursor_of(store::end_of_log(session.desk().database())));
    }

    static void print(Session& session, const report::Answer& answer, const report::Question& question) {
        auto options = session.writer_options();
        options.names_left_out = true; // figures that nobody sees would be taken for none
        render::Page title(options.style);
        title.title(fmt::format("{}, {}", answer.title, time::describe(question.period, question.zone)),
                    text::visible_line(session.desk().policy().organisation.name));
        if (!answer.lead.empty()) {
            title.blank();
            title.wrapped("", text::visible_line(answer.lead));
            title.blank();
        }
        title.wrapped("", answer.cohort, render::Tone::dim);
        session.out() << title.text();
        for (const auto& section : answer.sections)
            print(session, section, options);
    }

    // Of pictures text has those over time, as a line for each series.
    static void print(Session& session, const report::Section& section,
                      const render::WriterOptions& options) {
        const auto trends = render::spark_lines(section.charts, options.style);
        if (section.table.rows.empty() && section.note.empty() && trends.empty() && !section.charts.empty())
            return;
        session.out() << '\n';
        if (!section.heading.empty())
            session.out() << render::painted(section.heading, render::Tone::strong, options.style) << '\n';
        session.out() << trends;
        render::write(section.table, session.out(), options);
        if (!section.note.empty()) session.say(section.note);
    }

    PeriodOptions m_period;
    FilterOptions m_filters;
    std::optional<std::string> m_name, m_compare, m_as_of, m_sql;
    std::optional<SqlReport> m_own; // of --sql
    bool m_skip_empty = false;
    bool m_head = false;
};

} // namespace

extern constexpr CommandRow k_report{
    "report",
    Group::front,
    Access::read,
    "report on service levels and complaint flow",
    R"(Without a name: the daily SLA report, since the last working day began (on Monday: from Friday to Sunday), behind the
injuries that are not resolved, and with what is overdue or due today. Attainment is met /
(met + breached), counted by the day on which deadlines fell due, whether the complaint is still open or was
resolved late; with nothing due it is empty, never 100 %. Percentiles are values that really occurred; p90 is
empty below ten of them.)",
    {{{"reklamaatio report", "the daily SLA report"},
      {"reklamaatio report sla --period last-month --by channel", "attainment by channel"},
      {"reklamaatio report flow --period 2026 --by month --format csv", "for a spreadsheet"}}},
    make<Report>};

} // namespace reklamaatio::cli
