// SPDX-License-Identifier: GPL-3.0-or-later
// A monitoring plugin: one line on standard output, and a status of its own for every end.
#include "casework/health.hpp"
#include "cli/plugin_range.hpp"
#include "cli/registry.hpp"
#include "host/failure.hpp"
#include "time/display.hpp"
#include "time/target.hpp"
#include "view/words/lateness_text.hpp"

#include <array>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using casework::Count;
using casework::Counts;
using casework::Metric;

enum class Health { ok, warning, critical };

constexpr std::array<std::string_view, 3> k_health_words{"OK", "WARNING", "CRITICAL"};

constexpr auto& k_metric_words = complaint::Vocabulary<Metric>::k_words;

// "3 overdue, oldest R-107 by 2 bd 4 h": deadlines and alerts in working time, ages in calendar time.
std::string sentence(Metric metric, const Count& count, casework::Desk& desk) {
    if (count.number == 0) {
        constexpr std::array<std::string_view, casework::k_metric_count> k_none{
            "nothing overdue", "nothing due soon",    "nothing unassigned",
            "nothing open",    "nothing undelivered", "nothing due by law"};
        return std::string(k_none[static_cast<std::size_t>(metric)]);
    }
    const auto& id = count.id;
    const auto now = desk.now();
    const auto& calendar = desk.policy().calendar_named(count.calendar);
    const std::string age = time::display_length(now - *count.at);
    switch (metric) {
    case Metric::overdue:
        return fmt::format("{} overdue, oldest {} by {}", count.number, id,
                           view::working_time_between(*count.at, now, calendar));
    case Metric::due_soon:
        return fmt::format("{} due soon, next {} in {}", count.number, id,
                           view::working_time_between(now, *count.at, calendar));
    case Metric::unassigned:
        return fmt::format("{} unassigned, oldest {} for {}", count.number, id, age);
    case Metric::undelivered:
        return fmt::format("{} undelivered, oldest {} for {} of working time", count.number, id,
                           view::working_time_between(*count.at, now, calendar));
    case Metric::legal:
        return *count.at < now ? fmt::format("{} due by law, oldest {} since {}", count.number, id,
                                             time::display_absolute(*count.at, desk.zone()))
                               : fmt::format("{} due by law, next {} by {}", count.number, id,
                                             time::display_absolute(*count.at, desk.zone()));
    case Metric::open:
        break;
    }
    return fmt::format("{} open, oldest {} for {}", count.number, id, age);
}

constexpr std::int64_t k_default_timeout = 10;

class Check final : public Command {
  public:
    void declare(Options& options) override {
        options.choice("--metric", "METRIC", {k_metric_words.begin(), k_metric_words.end()}, "a metric",
                       m_metric, "what to count, in complaints and preventive actions; overdue by default");
        options.text("-w,--warning", "RANGE", m_warning,
                     "warn outside this range; for overdue, undelivered and legal, 0 by default");
        options.text("-c,--critical", "RANGE", m_critical, "critical outside this range");
        options.value(
            "--older-than", "DURATION", {},
            [this](const std::string& text) { m_age = time::parse_target(text); },
            "for undelivered: count alerts that should have been told longer ago, m and h in the hours of "
            "their calendar; default 30m");
        options.number("-t,--timeout", "SECONDS", m_timeout,
                       "give up after this long, with status 3; default 10");
    }

    bool is_plugin() const override { return true; }

    void prepare(const host::Environment& environment) override {
        take_ranges();
        const auto seconds = m_timeout.value_or(k_default_timeout);
        if (seconds < 1 || seconds > 3600)
            throw host::UsageError(
                fmt::format("--timeout: {} is out of reach; write 1 to 3600 seconds", seconds));
        if (environment.limit_time) environment.limit_time(static_cast<int>(seconds));
    }

    host::ExitStatus run(Session& session) override {
        const Metric metric = judged();
        const auto counts = casework::count_health(session.desk(), m_age.value_or(casework::k_usual_delay));
        const Count& judged_count = counts[static_cast<std::size_t>(metric)];
        const Health health = health_of(judged_count.number);
        session.out() << fmt::format("REKLAMAATIO {} - {} |{}\n",
                                     k_health_words[static_cast<std::size_t>(health)],
                                     sentence(metric, judged_count, session.desk()), performance(counts));
        return static_cast<host::ExitStatus>(health);
    }

  private:
    Metric judged() const { return m_metric ? complaint::parse_word<Metric>(*m_metric) : Metric::overdue; }

    // One that is overdue, or that nobody was told of, is worth a word, unless somebody says how many are.
    void take_ranges() {
        if (m_age && judged() != Metric::undelivered)
            throw host::UsageError("--older-than goes with --metric undelivered");
        const bool one_is_enough =
            judged() == Metric::overdue || judged() == Metric::undelivered || judged() == Metric::legal;
        if (!m_warning && !m_critical && one_is_enough) m_warning = "0";
        if (m_warning) m_warning_range = parse_plugin_range("--warning", *m_warning);
        if (m_critical) m_critical_range = parse_plugin_range("--critical", *m_critical);
    }

    Health health_of(std::int64_t number) const {
        if (m_critical_range && m_critical_range->alerts(number)) return Health::critical;
        return m_warning_range && m_warning_range->alerts(number) ? Health::warning : Health::ok;
    }

    // 'label'=value;warn;crit;min for every metric, the judged one first.
    std::string performance(const Counts& counts) const {
        const auto first = static_cast<std::size_t>(judged());
        std::string text = fmt::format(" {}={};{};{};0", k_metric_words[first], counts[first].number,
                                       m_warning_range ? m_warning_range->text : "",
                                       m_critical_range ? m_critical_range->text : "");
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (i != first) text += fmt::format(" {}={};;;0", k_metric_words[i], counts[i].number);
        return text;
    }

    std::optional<std::string> m_metric, m_warning, m_critical;
    std::optional<std::int64_t> m_timeout;
    std::optional<time::Target> m_age;
    std::optional<PluginRange> m_warning_range, m_critical_range;
};

} // namespace

extern constexpr CommandRow k_check{
    "check",
    Group::looking,
    Access::read,
    "report the current state to a monitoring system",
    R"(A monitoring plugin for Nagios, Icinga and their kin: one line on standard output with performance data, and
four statuses: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN, which stands for everything that goes wrong, wrong
options and --help included. What is counted are complaints, never deadlines: one with three deadlines that
have passed is overdue once. A preventive action that is late, or due soon, counts like a complaint.

A RANGE is that of the Monitoring Plugins guidelines; a value outside it alerts: 10 is 0 to 10, 10: is 10
and more, ~:10 is 10 and less, 10:20 lies between, and @10:20 alerts inside. Without ranges one overdue
or undelivered complaint is a warning, and so is one that is due by law.

legal are complaints with a [[legal]] term of the policy that has passed without the decision that the law requires, or that
its warning has come for; those that are resolved count as well until the decision was told.

undelivered are complaints and preventive actions with an alert that `alerts --new` should have told longer ago than --older-than, and has
not: cron does not run, the mail command fails or hangs, or the policy was never tried. Time outside the hours
of the alert's calendar does not count.

The line tells in working time how long overdue and undelivered ones have been so, and when the next one is due; how
long others are open or unassigned it tells in calendar time.)",
    {{{"reklamaatio check -w 0 -c 2", "a warning when one is overdue, critical when three are"},
      {"reklamaatio check --metric undelivered -c 0", "whether alerts still reach people"},
      {"reklamaatio check --metric open -w '~:50'", "when more than fifty pile up"}}},
    make<Check>};

} // namespace reklamaatio::cli
