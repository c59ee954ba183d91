// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy.hpp"

#include "casework/own_fields.hpp"
#include "cli/policy_file.hpp"
#include "cli/registry.hpp"
#include "complaint/error.hpp"
#include "complaint/refusal.hpp"
#include "host/failure.hpp"
#include "host/input_file.hpp"
#include "policy/templates.hpp"
#include "policy/warnings.hpp"
#include "store/loads.hpp"
#include "store/policies.hpp"
#include "text/diff.hpp"
#include "text/plural.hpp"
#include "text/streams.hpp"
#include "text/visible.hpp"
#include "view/tables/policy_tables.hpp"
#include "view/tables/trial_tables.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

bool takes_file(std::string_view action) {
    return action == "check" || action == "apply" || action == "diff" || action == "test";
}

// Whose work is nobody's, and where it is listed.
std::string orphaned_text(const policy::Desk& desk) {
    const auto count = text::plural(desk.unresolved, "unresolved complaint");
    if (!desk.person.empty())
        return fmt::format(
            "{0} assigned to '{1}', whom the policy does not know; see reklamaatio list --assignee {1}",
            count, desk.person);
    return fmt::format("{0} assigned to team '{1}', which the policy does not have, and to nobody in person; "
                       "see reklamaatio list --unassigned --team {1}",
                       count, desk.team);
}

class PolicyCommand final : public Command {
  public:
    void declare(Options& options) override {
        options.choice_argument(
            "ACTION", {"show", "check", "apply", "diff", "test", "example"}, "an action", m_action,
            "show (the one in force), check FILE, apply FILE, diff FILE, test CASES or example", true);
        options.point_from("list", "log --kind policy_applied");
        options.point_from("history", "log --kind policy_applied");
        options.point_from("validate", "policy check FILE");
        options.argument("FILE", m_file, "a policy, in TOML, or cases, in CSV; - reads standard input");
        options.flag("--dry-run", m_dry_run,
                     "for apply: show which deadlines would move, and change nothing");
        options.list("--for", "TEMPLATE", m_templates,
                     fmt::format("for example: statutory terms to begin with: {}",
                                 fmt::join(policy::template_names(), ", ")));
        options.offer_words(policy::template_names());
        options.text("--policy", "FILE", m_policy, "for test: try this policy, not the one in force");
        options.number("--number", "N", m_version, "for show: the policy of that number");
    }

    void prepare(const host::Environment& environment) override {
        const bool needs_file = takes_file(*m_action);
        if (needs_file && !m_file) throw host::UsageError(fmt::format("policy {} needs a file", *m_action));
        if (!needs_file && m_file) throw host::UsageError(fmt::format("policy {} takes no file", *m_action));
        if (!m_templates.empty() && m_action != "example")
            throw host::UsageError(fmt::format("policy {} takes no --for; only example does", *m_action));
        try {
            policy::templates_toml(m_templates);
        } catch (const complaint::BadValue& fault) {
            throw host::UsageError(fmt::format("--for: {}", fault.what()));
        }
        if (m_version && m_action != "show")
            throw host::UsageError(fmt::format("policy {} takes no number; only show does", *m_action));
        if (m_policy && m_action != "test")
            throw host::UsageError(fmt::format("policy {} takes no --policy; only test does", *m_action));
        if (m_policy && *m_policy == "-" && *m_file == "-")
            throw host::UsageError("standard input can be only one of the two; name a file");
        if (m_action == "test") {
            m_cases = host::read_file(*m_file, environment.in);
            if (m_policy) m_toml = host::read_file(*m_policy, environment.in);
        } else if (needs_file) {
            m_toml = host::read_file(*m_file, environment.in);
        }
    }

    std::vector<view::DescribedTable> tables() const override {
        return {
            {"policy check", "what may not be meant, in a policy that can be applied", view::judged_columns},
            {"policy apply", "the policy that was applied", view::applied_columns},
            {"policy apply --dry-run", "deadlines that would move", view::moved_columns},
            {"policy test", "what the rules make of cases", view::trial_columns}};
    }
    std::vector<render::Column> columns() const override {
        if (m_action == "test") return view::trial_columns();
        if (m_action == "check") return view::judged_columns();
        if (m_action != "apply") return {};
        return m_dry_run ? view::moved_columns() : view::applied_columns();
    }

    bool is_dry_run() const override { return m_dry_run; }

    Access access(Access) const override {
        if (m_action == "apply") return Access::create;
        if (m_action == "test" && m_policy) return Access::none;
        return m_action == "show" || m_action == "diff" || m_action == "test" ? Access::read : Access::none;
    }

    host::ExitStatus run(Session& session) override {
        if (m_action == "test") return test(session);
        if (m_action == "example")
            session.out() << (m_templates.empty() ? policy::example_toml()
                                                  : policy::templates_toml(m_templates));
        else if (m_action == "show")
            session.out() << text_of_version(session) << told_absences(session);
        else if (m_action == "check")
            check(session);
        else if (m_action == "apply")
            apply(session);
        else
            show_difference(session);
        return host::ExitStatus::done;
    }

  private:
    // The policy that is read.
    const std::string& policy_file() const { return m_action == "test" ? *m_policy : *m_file; }
    std::string file_name() const { return policy_file_name(policy_file()); }

    policy::JudgedPolicy judged(const Session& session) const {
        return judge_policy_file(policy_file(), m_toml, session.now());
    }

    std::string text_of_version(Session& session) const {
        if (!m_version) return session.desk().store().policies().current_text().toml;
        const auto texts = session.desk().store().policies().texts();
        const auto found = std::ranges::find(texts, *m_version, &store::PolicyText::version);
        if (found != texts.end()) return found->toml;
        complaint::refuse<complaint::Reason::no_such_policy>(
            *m_version, session.desk().store().policies().current_text().version);
    }

    // Behind the text of the one in force, as comments, so that it is a policy still.
    std::string told_absences(Session& session) const {
        std::string lines;
        if (m_version) return lines;
        for (const auto& [person, away] : session.desk().policy().absences)
            for (const auto& each : away)
                if (each.last >= session.desk().today())
                    lines += fmt::format("# {} is away from {} until {}\n", text::visible_line(person),
                                         time::to_iso(each.first), time::to_iso(each.last));
        return lines.empty() ? lines : "\n# Besides, as reklamaatio person was told:\n" + lines;
    }

    void check(Session& session) const {
        const auto [policy, toml, warnings] = judged(session);
        if (!session.prints_text()) return session.show(view::judged_table(warnings));
        for (const auto& warning : warnings)
            session.say(warning);
        session.confirm(fmt::format(
            "{} is good: {}, {}, {}, {}", file_name(), text::plural(policy.calendars.size(), "calendar"),
            text::plural(policy.slas.size(), "service level"), text::plural(policy.rules.size(), "rule"),
            fmt::format("{} {}", policy.people.size(),
                        text::one_or_many(policy.people.size(), "person", "people"))));
    }

    // Status 1 when the rules make something else of a case than was expected.
    host::ExitStatus test(Session& session) const {
        if (session.prints_ids())
            throw host::UsageError("a test has counts, not ids; leave --format ids out");
        const auto policy = m_policy ? judged(session).policy : session.desk().policy();
        text::InText in(m_cases);
        const auto trial =
            casework::try_rules(policy, exchange::read_cases(in, policy_file_name(*m_file), policy));
        if (session.prints_page())
            session.out() << view::trial_page(trial, policy, session.writer_options());
        else
            session.show(view::trial_table(trial, policy));
        return trial.failed == 0 ? host::ExitStatus::done : host::ExitStatus::refused;
    }

    // The policy that is in force already makes no new version.
    void apply(Session& session) const {
        const auto [made, retired] = casework::with_retired(session.desk(), judged(session));
        const auto& [policy, toml, warnings] = made;
        std::vector<std::string> concerns; // what a script must hear of as well
        for (const auto& name : retired)
            concerns.push_back(
                fmt::format("complaints have a value in {}, which this policy does not declare: the "
                            "field is kept, but nobody can set it any more",
                            name));
        for (const auto& desk : policy::unknown_desks(policy, store::desks(session.desk().database())))
            concerns.push_back(orphaned_text(desk));
        concerns.insert(concerns.end(), warnings.begin(), warnings.end());
        const auto in_force = session.desk().store().policies().current_text();
        const bool is_new = in_force.toml != toml;
        const auto applied = is_new ? session.desk().ledger().apply_policy(toml, policy)
                                    : store::Ledger::Applied{in_force.version, 0, {}};
        if (!session.prints_text())
            return session.show(m_dry_run ? view::moved_table(applied.moved)
                                          : view::applied_table(applied, is_new, concerns));
        if (is_new)
            tell_applied(session, applied);
        else
            session.say(fmt::format("policy {} is already in force; nothing was changed", applied.version));
        for (const auto& concern : concerns)
            session.say(concern);
    }

    // Of a dry run what would move, too, and after it how much.
    void tell_applied(Session& session, const store::Ledger::Applied& applied) const {
        if (m_dry_run && !applied.moved.empty()) {
            session.show(view::moved_table(applied.moved));
            session.out() << '\n';
        }
        const auto late = std::ranges::count_if(applied.moved, [&](const store::Ledger::Moved& each) {
            return each.to && *each.to < session.desk().now()
                   && !(each.from && *each.from < session.desk().now());
        });
        session.say(fmt::format(
            "policy {} {} in force: {} looked at, {} {}{}", applied.version, m_dry_run ? "would be" : "is",
            text::plural(applied.complaints, "unresolved complaint"),
            text::plural(applied.moved.size(), "deadline"), m_dry_run ? "would move" : "moved",
            late > 0 ? fmt::format(", {} of them into the past", late) : ""));
    }

    void show_difference(Session& session) const {
        const auto current = session.desk().store().policies().current_text();
        const std::string in_force = fmt::format("policy {}", current.version);
        const auto difference = text::unified_diff(
            current.toml, casework::with_retired(session.desk(), judged(session)).judged.toml, in_force,
            file_name());
        session.out() << difference;
        if (difference.empty())
            session.confirm(fmt::format("{} is the same as {}, which is in force", file_name(), in_force));
    }

    std::optional<std::string> m_action, m_file, m_policy;
    std::vector<std::string> m_templates;
    std::optional<std::int64_t> m_version;
    std::string m_toml, m_cases;
    bool m_dry_run = false;
};

} // namespace

extern constexpr CommandRow k_policy{
    "policy",
    Group::data,
    Access::none,
    "show, check, compare, test or apply the policy",
    R"(The policy says when the firm works and what it promises by when. check judges a file and names every fault
with its line and column; apply puts it in force and replans the deadlines of unresolved complaints that
are neither met nor past; show prints the one in force, or an earlier one; diff shows how a file differs from
it; test tries the rules on the cases of a CSV file, see reklamaatio-formats(5), shows what became of them,
and which rules never matched, and ends with status 1 when one came out otherwise than expected; example
prints the one that a new database has, with comments on all that a policy may say. example --for prints statutory terms
for some trades, to be checked and put behind a policy of yours: they are no legal advice.)",
    {{{"reklamaatio policy example > policy.toml", "start one of your own"},
      {"reklamaatio policy example --for pl-shop,eu-data >> policy.toml",
       "what the law requires, to be checked"},
      {"reklamaatio policy apply policy.toml", "put it in force"}}},
    make<PolicyCommand>};

} // namespace reklamaatio::cli
