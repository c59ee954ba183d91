// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/delivery.hpp"
#include "cli/alert_choice.hpp"
#include "cli/complaint_list.hpp"
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "cli/who.hpp"
#include "complaint/refusal.hpp"
#include "host/failure.hpp"
#include "store/actions.hpp"
#include "store/complaints.hpp"
#include "store/lock.hpp"
#include "store/overviews.hpp"
#include "text/streams.hpp"
#include "view/tables/alert_table.hpp"
#include "view/tables/alert_writer.hpp"
#include "view/tables/complaint_table.hpp"

#include <filesystem>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using casework::DueAlert;

constexpr std::int64_t k_usual_timeout = 60;
constexpr std::int64_t k_longest_timeout = 3600;

class Alerts final : public Command {
  public:
    void declare(Options& options) override {
        options.arguments("ID", m_ids, "for --ack: complaints, or preventive actions: A-3", false);
        options.flag("--new", m_new, "only those nobody has been told about yet; they are then marked");
        options.text("--for", "WHO", m_for, "only those for this person, or for nobody");
        options.flag("--mine", m_mine, "only those for you");
        options.text(
            "--exec", "CMD", m_exec,
            "for --new: have /bin/sh run it once per recipient, with the text on its standard input");
        options.number("--timeout", "SECONDS", m_timeout,
                       "for --exec: end CMD when it takes longer, and count it as failed; 60 by default");
        options.flag("--always", m_always, "for --new: also outside the working hours of the calendars");
        options.flag("--dry-run", m_dry_run, "for --new and --ack: show, and mark nothing");
        options.flag(
            "--ack", m_ack,
            "acknowledge the alerts of these complaints or actions: nobody is told of that level again");
        m_message.declare(options, "for --ack: a note on it");
    }

    std::vector<view::DescribedTable> tables() const override {
        return {{"alerts", "what needs somebody now", view::alert_columns}};
    }
    std::vector<render::Column> columns() const override {
        return m_ack ? view::all_complaint_columns() : view::alert_columns();
    }

    void prepare(const host::Environment& environment) override {
        check_options();
        if (m_message.is_said() && !m_ack) throw host::UsageError("a message (-m, -e) goes with --ack");
        m_ids = with_standard_input(m_ids, environment.in);
    }

    bool asks_for_words() const override { return m_message.is_to_be_written(); }
    void copy_input_from(const Command& asking) override {
        m_ids = dynamic_cast<const Alerts&>(asking).m_ids;
        m_message.take_for_granted();
    }

    // The delivery is locked before the database is looked at: who waits here finds what the one before has
    // marked.
    void ask(const host::Environment& environment, const Settings& settings) override {
        m_message.prepare(environment, [] { return std::string("Write above this line: a note on it."); });
        if (m_exec && settings.output)
            throw host::UsageError("--exec gives the text to the command; leave --output out");
        std::error_code fault;
        if (m_new && !m_dry_run && std::filesystem::exists(settings.db, fault))
            m_lock = std::make_unique<store::DeliveryLock>(settings.db);
    }

    Access access(Access of_row) const override { return m_ack ? Access::write : of_row; }
    bool is_dry_run() const override { return m_dry_run; }
    // Other deliveries wait for this one.
    bool is_read_at_leisure() const override { return !m_new; }
    std::string draft() const override { return m_message.draft(); }
    void discard_draft() override { m_message.discard_draft(); }

    host::ExitStatus run(Session& session) override {
        if (m_lock) m_lock->check_is_in_place();
        if (m_ack) return acknowledge(session);
        if (m_new)
            deliver(session, chosen(session));
        else
            list(session);
        return host::ExitStatus::done;
    }

  private:
    void check_options() const {
        if (m_ack && m_ids.empty())
            throw host::UsageError("--ack needs complaints: reklamaatio alerts --ack R-12");
        if (!m_ack && !m_ids.empty())
            throw host::UsageError(
                "complaints are named with --ack; for the alerts of a person use --for WHO");
        if (m_ack && (m_new || m_for || m_mine || m_exec || m_always))
            throw host::UsageError(
                "--ack acknowledges what complaints need, and goes with -m and --dry-run alone");
        if (m_for && m_mine)
            throw host::UsageError("--for and --mine cannot be used together; leave one out");
        if (m_exec && !m_new)
            throw host::UsageError("--exec goes with --new: what is told is marked as told");
        if (m_timeout && !m_exec) throw host::UsageError("--timeout goes with --exec, whose command it ends");
        if (m_timeout && (*m_timeout < 1 || *m_timeout > k_longest_timeout))
            throw host::UsageError(fmt::format("--timeout: write seconds from 1 to {}", k_longest_timeout));
        if (m_exec && m_exec->empty()) throw host::UsageError("--exec needs a command for /bin/sh");
        if (m_always && !m_new)
            throw host::UsageError("--always goes with --new; the list has all alerts, whatever the hour");
        if (m_dry_run && !m_new && !m_ack)
            throw host::UsageError("--dry-run goes with --new or --ack; the list marks nothing");
    }

    AlertChoice choice(Session& session) const {
        AlertChoice choice{{}, m_new, m_always, session.desk().now()};
        if (m_mine) choice.who = own_key(session, "--mine");
        if (m_for) choice.who = who_is(session, *m_for);
        return choice;
    }

    std::vector<DueAlert> chosen(Session& session) const {
        auto choice = this->choice(session);
        std::vector<DueAlert> alerts;
        casework::read_due_alerts(session.desk(), [&](DueAlert alert) {
            if (choice.takes(alert)) alerts.push_back(std::move(alert));
        });
        if (m_for) choice.check_is_known(session.desk().policy().people);
        return alerts;
    }

    // Printing them sends them, but for a dry run: only then are they marked.
    void deliver(Session& session, std::vector<DueAlert> alerts) const {
        if (alerts.empty()) return;
        casework::fill_in(session.desk(), alerts);
        if (m_exec && !m_dry_run) {
            const auto text_of = [&](const casework::Digest& digest) {
                return text_for_command(session, digest);
            };
            return casework::deliver(session.desk(), std::move(alerts),
                                     {*m_exec, std::chrono::seconds{m_timeout.value_or(k_usual_timeout)},
                                      session.environment(), text_of});
        }
        const auto print = [&] {
            view::AlertWriter writer(session.out(), session.writer_options(), session.settings().columns,
                                     session.desk().now(), false);
            write(alerts, writer);
        };
        if (m_dry_run) return print();
        casework::tell(session.desk(), alerts, [&] {
            print();
            session.hand_over();
            return true;
        });
    }

    // What a command reads: as in a pipe, whatever our own output is, in the width that was asked for.
    static std::string text_for_command(Session& session, const casework::Digest& digest) {
        auto options = session.writer_options();
        options.style = {};
        options.style.width = session.settings().told_width;
        options.to_terminal = false;
        text::OutText out;
        view::AlertWriter writer(out, options, session.settings().columns, session.desk().now(), false);
        write(digest.alerts, writer);
        return out.str();
    }

    static void write(const std::vector<DueAlert>& alerts, view::AlertWriter& writer) {
        for (const auto& alert : alerts)
            writer.add(alert);
        writer.finish();
    }

    void list(Session& session) const {
        auto choice = this->choice(session);
        view::AlertWriter writer(session.out(), session.writer_options(), session.settings().columns,
                                 session.desk().now(), true);
        bool has_any = false;
        const auto keep = [&](const DueAlert& alert) { return choice.takes(alert); };
        casework::read_filled_in(session.desk(), keep, [&](const DueAlert& alert) {
            writer.add(alert);
            has_any = true;
        });
        if (m_for) choice.check_is_known(session.desk().policy().people);
        writer.finish();
        if (!has_any && session.prints_page()) session.confirm("no alerts");
    }

    host::ExitStatus acknowledge(Session& session) const {
        std::vector<complaint::ActionId> actions;
        std::vector<std::string> references;
        for (const auto& id : m_ids)
            if (id.starts_with("A-") || id.starts_with("a-"))
                actions.push_back(one_action(session, id));
            else
                references.push_back(id);
        store::Filter filter;
        std::set<std::string> matters;
        for (const auto& complaint : session.desk().complaints(references)) {
            filter.ids.push_back(complaint.id);
            matters.insert(to_string(complaint.id));
        }
        for (const auto id : actions)
            matters.insert(to_string(id));
        const auto alerts = alerts_about(session, matters);
        for (const auto id : actions)
            acknowledge(session, id, alerts);
        for (const auto id : filter.ids)
            acknowledge(session, id, alerts);
        // A filter without ids would show all; no complaint has the number 0.
        if (filter.ids.empty()) filter.ids.push_back({});
        if (!session.prints_text()) show_complaints(session, filter, {}, view::export_columns());
        return host::ExitStatus::done;
    }

    static std::vector<DueAlert> alerts_about(Session& session, const std::set<std::string>& matters) {
        std::vector<DueAlert> alerts;
        casework::read_due_alerts(session.desk(), [&](DueAlert alert) {
            if (matters.contains(matter_of(alert))) alerts.push_back(std::move(alert));
        });
        return alerts;
    }

    static complaint::ActionId one_action(Session& session, const std::string& text) {
        const auto id = complaint::parse_action_id(text);
        if (!store::find_action(session.desk().database(), id))
            complaint::refuse<complaint::Reason::no_such_action>(id);
        return id;
    }

    template <typename Number>
    void acknowledge(Session& session, Number id, const std::vector<DueAlert>& alerts) const {
        std::vector<complaint::AlertRecord> open;
        bool has_any = false;
        for (const auto& alert : alerts) {
            if (matter_of(alert) != to_string(id)) continue;
            has_any = true;
            if (!alert.acknowledged) open.push_back(alert.what);
        }
        if (!has_any) complaint::refuse<complaint::Reason::no_alert>(id);
        if (open.empty()) complaint::refuse<complaint::Reason::alerts_acknowledged>(id);
        for (auto& record : rulebook::to_acknowledge(open)) {
            session.announce(fmt::format("{}: {} {} acknowledged", to_string(id), alert_text(record),
                                         view::Tense{m_dry_run}.is()),
                             m_dry_run);
            record.acknowledged_at = session.desk().now();
            record.acknowledged_by = session.desk().actor();
            record.text = m_message.text();
            session.desk().ledger().record_alert(id, record);
        }
    }

    std::vector<std::string> m_ids;
    std::optional<std::string> m_for, m_exec;
    std::optional<std::int64_t> m_timeout;
    bool m_new = false, m_mine = false, m_always = false, m_dry_run = false, m_ack = false;
    MessageOption m_message;
    std::unique_ptr<store::DeliveryLock> m_lock;
};

} // namespace

extern constexpr CommandRow k_alerts{
    "alerts",
    Group::looking,
    Access::read,
    "show or send what needs attention",
    R"(Lists, per person and the most urgent first, what is due soon, overdue, escalated, in nobody's hands or out of
the ordinary, whether or not somebody was told of it.

With --new, only those nobody has been told about yet; they are printed, or with --exec given to a command for
each recipient, and marked. When there is nothing to tell, nothing is printed. Meant for cron.)",
    {{{"reklamaatio alerts --mine", "what needs you"},
      {"reklamaatio alerts --new --exec 'mail -s \"$REKLAMAATIO_COUNT complaints need you\" "
       "\"$REKLAMAATIO_EMAIL\"'",
       "from cron, every ten minutes"},
      {"reklamaatio alerts --ack R-12 -m \"calling her at noon\"", "somebody looks after it"}}},
    make<Alerts>};

} // namespace reklamaatio::cli
