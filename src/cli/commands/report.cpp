// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report.hpp"

#include "cli/commands/commands.hpp"
#include "cli/error.hpp"
#include "render/page.hpp"
#include "report/metrics.hpp"
#include "text/visible.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

constexpr const char* k_default_period = "this-month";

std::vector<std::string> report_words() {
    std::vector<std::string> words;
    for (const auto& row : report::k_reports)
        words.emplace_back(row.name);
    return words;
}

std::vector<std::string> grouping_words() {
    std::vector<std::string> words;
    for (const auto& row : report::k_groupings)
        words.emplace_back(row.name);
    return words;
}

class Report final : public Command {
  public:
    void declare(Options& options) override {
        options.choice_argument(
            "NAME", report_words(), "a report", m_name,
            "sla or flow; without it the daily SLA report: yesterday, and what is overdue or due today");
        options.text("--period", "PERIOD", m_period,
                     "today, yesterday, this-week, last-week, this-month (the default), last-month, 2026, "
                     "2026-11, 2026-W47, 2026-Q4, "
                     "2026-11-20, or two of them with .. between");
        options.text("--since", "TIME", m_since,
                     "from then, instead of a period; else from the first complaint");
        options.text("--until", "TIME", m_until, "before then; a date includes that day");
        options.choice("--by", "FIELD", grouping_words(), "a grouping", m_by,
                       "a line for each kind, priority, harm, category, product, channel, team, assignee, "
                       "source, status, "
                       "day, week, month, quarter or year");
        options.flag("--skip-empty", m_skip_empty, "print nothing at all when there is nothing to say");
    }

    bool has_metrics() const override { return m_name == "sla"; }

    ExitStatus run(Session& session) override {
        if (session.settings().format == render::Format::ids)
            throw UsageError("a report has figures, no ids; list --format ids has them");
        const report::Question question = question_of(session);
        const auto answer = find()(session.database(), session.policy(), question);
        if (!answer.fault.empty()) throw Failure(ExitStatus::refused, answer.fault);
        if (m_skip_empty && answer.is_empty) return ExitStatus::done;
        if (session.settings().format == render::Format::openmetrics)
            render::write_metrics(report::sla_metrics(answer.data), session.out());
        else if (session.prints_text() && session.settings().columns.empty())
            print(session, answer, question);
        else
            session.show(answer.data);
        return ExitStatus::done;
    }

  private:
    using Answerer = report::Answer (*)(store::Database&, const complaint::Policy&, const report::Question&);

    Answerer find() const {
        for (const auto& row : report::k_reports)
            if (row.name == m_name) return row.answer;
        return report::daily;
    }

    report::Question question_of(Session& session) const {
        report::Question question;
        question.now = session.now();
        question.zone = session.zone();
        question.period = period(session);
        if (m_by)
            for (const auto& row : report::k_groupings)
                if (row.name == *m_by) question.by = {row.field, row.bucket};
        return question;
    }

    time::Period period(Session& session) const {
        if (m_period && (m_since || m_until))
            throw UsageError("--period and --since or --until exclude each other; leave one out");
        if (!m_since && !m_until)
            return named_period(session, m_period.value_or(m_name ? k_default_period : "yesterday"));
        const time::Period today = time::parse_period("today", session.now(), session.zone());
        const auto until = session.until(m_until).value_or(today.until);
        const auto from = session.moment("--since", m_since, time::DateMeans::beginning)
                              .value_or(beginning(session, until));
        if (until <= from) throw UsageError("--until ends before --since begins");
        return {from, until};
    }

    // Without --since: the day of the first complaint.
    static time::Instant beginning(Session& session, time::Instant until) {
        const auto last = until - time::Seconds{1};
        const auto first = std::min(store::first_receipt(session.database()).value_or(last), last);
        return session.zone().start_of(session.zone().date_at(first));
    }

    static time::Period named_period(Session& session, const std::string& text) {
        try {
            return time::parse_period(text, session.now(), session.zone());
        } catch (const time::Error& fault) {
            throw UsageError(fmt::format("--period: {}", fault.what()));
        }
    }

    static void print(Session& session, const report::Answer& answer, const report::Question& question) {
        const auto options = session.writer_options();
        render::Page title(options.style);
        title.title(fmt::format("{}, {}", answer.title, time::describe(question.period, question.zone)),
                    text::visible_line(session.policy().organisation.name));
        session.out() << title.text();
        for (const auto& section : answer.sections) {
            session.out() << '\n';
            if (!section.heading.empty())
                session.out() << render::painted(section.heading, render::Tone::strong, options.style)
                              << '\n';
            render::write(section.table, session.out(), options);
            if (!section.note.empty()) session.out() << section.note << '\n';
        }
    }

    std::optional<std::string> m_name, m_period, m_since, m_until, m_by;
    bool m_skip_empty = false;
};

} // namespace

std::unique_ptr<Command> make_report() {
    return std::make_unique<Report>();
}

} // namespace reklamaatio::cli
