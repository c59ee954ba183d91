// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy.hpp"

#include "cli/commands/commands.hpp"
#include "cli/error.hpp"
#include "cli/input_file.hpp"
#include "policy/reach.hpp"
#include "store/policies.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class PolicyCommand final : public Command {
  public:
    void declare(Options& options) override {
        options.choice_argument("ACTION", {"show", "check", "apply", "example"}, "an action", m_action,
                                "show (the one in force), check FILE, apply FILE or example", true);
        options.argument("FILE", m_file, "a policy, in TOML; - reads it from standard input");
        options.flag("-n,--dry-run", m_dry_run, "of apply: say what would change, and change nothing");
    }

    void prepare(const Environment& environment) override {
        const bool needs_file = m_action == "check" || m_action == "apply";
        if (needs_file && !m_file) throw UsageError(fmt::format("policy {} needs a file", *m_action));
        if (!needs_file && m_file) throw UsageError(fmt::format("policy {} takes no file", *m_action));
        if (needs_file) m_toml = read_file(*m_file, environment.in);
    }

    bool is_dry_run() const override { return m_dry_run; }

    Access access(Access) const override {
        if (m_action == "apply") return Access::create;
        return m_action == "show" ? Access::read : Access::none;
    }

    ExitStatus run(Session& session) override {
        if (m_action == "example") {
            session.out() << policy::default_toml();
        } else if (m_action == "show") {
            session.out() << session.store().policies().current_text().toml;
        } else {
            const auto policy =
                policy::read_for_use(m_toml, *m_file == "-" ? "standard input" : *m_file, session.now());
            if (m_action == "apply")
                apply(session, policy);
            else
                session.confirm(fmt::format("{} is good: {} calendars, {} service levels", *m_file,
                                            policy.calendars.size(), policy.slas.size()));
        }
        return ExitStatus::done;
    }

  private:
    // The policy that is in force already makes no new version.
    void apply(Session& session, const complaint::Policy& policy) const {
        const auto in_force = session.store().policies().current_text();
        const bool is_new = in_force.toml != m_toml;
        const auto applied =
            is_new ? session.ledger().apply_policy(m_toml, policy) : store::Ledger::Applied{in_force.version};
        if (!session.prints_text())
            session.show(table(applied, is_new));
        else if (is_new)
            session.out() << fmt::format(
                "policy {} {} in force: {} unresolved complaint{} looked at, {} deadline{} moved\n",
                applied.version, m_dry_run ? "would be" : "is", applied.complaints,
                applied.complaints == 1 ? "" : "s", applied.moved, applied.moved == 1 ? "" : "s");
        else
            session.out() << fmt::format("policy {} is in force already; nothing was changed\n",
                                         applied.version);
    }

    render::Table table(const store::Ledger::Applied& applied, bool is_new) const {
        return {
            {{"version", "Version"},
             {"is_new", "New"},
             {"complaints", "Complaints"},
             {"moved", "Moved"},
             {"dry_run", "Dry run"}},
            {{render::Value{std::int64_t{applied.version}}, render::Value{is_new},
              render::Value{applied.complaints}, render::Value{applied.moved}, render::Value{m_dry_run}}}};
    }

    std::optional<std::string> m_action, m_file;
    std::string m_toml;
    bool m_dry_run = false;
};

} // namespace

std::unique_ptr<Command> make_policy() {
    return std::make_unique<PolicyCommand>();
}

} // namespace reklamaatio::cli
