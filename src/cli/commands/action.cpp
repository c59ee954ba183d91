// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/action.hpp"

#include "casework/handler.hpp"
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "complaint/refusal.hpp"
#include "render/page.hpp"
#include "store/actions.hpp"
#include "text/plural.hpp"
#include "text/visible.hpp"
#include "time/display.hpp"
#include "time/effort.hpp"
#include "view/tables/action_table.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using complaint::Action;

class ActionCommand final : public HandlingCommand {
  protected:
    bool takes_ids() const override { return false; }
    std::string message_help() const override {
        return "for add, what is to be done; for done, what it achieved";
    }

    void declare_own(Options& options) override {
        options.choice_argument("ACTION", {"list", "add", "show", "done"}, "an action", m_action,
                                "list, add TEXT, show A-1 or done A-1", true);
        options.arguments("WHAT", arguments(),
                          "for add, what is to be done; for show and done, which action: A-1", false);
        options.text("--cause", "CAUSE", m_cause, "for add: the cause it is to remove");
        options.text("--product", "PRODUCT", m_product, "for add: only for this product");
        options.text("--complaint", "ID", m_complaint, "for add: the complaint that it comes from");
        options.text("--owner", "WHO", m_owner, "for add: a person, me, or team:NAME; default: you");
        options.text("--due", "TIME", m_due,
                     "for add: when it is due; a date alone means the end of that day");
        options.text("--effect", "TEXT", m_effect, "for done: what it achieved");
        options.flag("--all", m_all, "for list: include actions already done");
        options.flag("--overdue", m_overdue, "for list: only those whose due time has passed");
    }

  public:
    std::vector<view::DescribedTable> tables() const override {
        return {{"action list", "preventive actions, also those of add and show", view::action_columns},
                {"action done", "the customers to tell of one", view::concerned_columns}};
    }
    std::vector<render::Column> columns() const override {
        return m_action == "done" ? view::concerned_columns() : view::action_columns();
    }

    Access access(Access of_row) const override {
        return m_action == "list" || m_action == "show" ? Access::read : of_row;
    }

    host::ExitStatus run(Session& session) override {
        check_options();
        if (m_action == "list") return list(session);
        if (m_action == "add") return add(session);
        return m_action == "show" ? show(session) : done(session);
    }

  private:
    void check_options() const {
        const bool adds = m_cause || m_product || m_complaint || m_owner || m_due;
        if (adds && m_action != "add")
            throw host::UsageError("--cause, --product, --complaint, --owner and --due go with action add");
        if (m_effect && m_action != "done") throw host::UsageError("--effect goes with action done");
        if (took().count() > 0 && m_action != "add" && m_action != "done")
            throw host::UsageError("--took goes with action add and action done");
        if ((m_all || m_overdue) && m_action != "list")
            throw host::UsageError(fmt::format("{} goes with action list", m_all ? "--all" : "--overdue"));
        if (m_all && m_overdue)
            throw host::UsageError("--all and --overdue cannot be used together; what is done is not late");
        if (m_action == "list" && !ids().empty())
            throw host::UsageError(
                fmt::format("action list takes no '{}'; see reklamaatio action show A-1", ids().front()));
    }

    host::ExitStatus list(Session& session) const {
        auto actions = store::all_actions(session.desk().database());
        if (!m_all)
            std::erase_if(actions,
                          [](const Action& a) { return state_of(a) == complaint::ActionState::done; });
        if (m_overdue)
            std::erase_if(actions, [now = session.desk().now()](const Action& a) {
                return !a.due_at || *a.due_at >= now;
            });
        session.show(view::action_table(session.desk(), actions, session.prints_page()));
        return host::ExitStatus::done;
    }

    host::ExitStatus add(Session& session) {
        if (ids().size() > 1) refuse_unquoted(ids());
        if (!ids().empty() && !message().empty())
            throw host::UsageError("the text and --message cannot be used together; leave one out");
        Action draft;
        draft.text = ids().empty() ? message() : ids().front();
        if (m_complaint) take_over(session, draft);
        if (m_cause) draft.cause = *m_cause;
        if (m_product) draft.product = *m_product;
        draft.owner = m_owner
                          ? casework::owner_named(session.desk().policy(), *m_owner, session.desk().actor())
                          : session.desk().actor();
        draft.due_at = deadline(session, "--due", m_due);
        draft.effort_minutes = took().count();
        draft.id = store::next_action_id(session.desk().database());
        const auto made =
            session.desk().ledger().record(Action{}, complaint::begun(draft, occasion(session)));
        announce(session, fmt::format("{} {} open, owner {}: {}", to_string(made.id), tense().is(),
                                      made.owner, made.text));
        if (!session.prints_text()) session.show(view::action_table(session.desk(), {made}, false));
        return host::ExitStatus::done;
    }

    // The complaint says what it is about.
    void take_over(Session& session, Action& draft) const {
        const auto found = session.desk().complaints({*m_complaint});
        if (found.size() != 1) throw host::UsageError("--complaint takes one complaint");
        draft.complaint = found.front().id;
        draft.cause = found.front().cause;
        draft.product = found.front().product;
    }

    host::ExitStatus done(Session& session) {
        if (m_effect && !message().empty())
            throw host::UsageError("--effect and --message cannot be used together; leave one out");
        const Action before = one_action(session);
        const auto then = occasion(session);
        auto finished = complaint::done(before, m_effect.value_or(message()), then);
        finished.effort_minutes += took().count();
        const auto after = session.desk().ledger().record(before, finished);
        const auto concerned = store::concerned(session.desk().database(), after, then.happened_at);
        announce(session,
                 fmt::format("{} {} done; {}", to_string(after.id), tense().is(),
                             concerned.empty() ? "it concerns no customer" : "tell the customers concerned"));
        if (!concerned.empty() || !session.prints_page())
            session.show(view::concerned_table(session.desk(), concerned));
        return host::ExitStatus::done;
    }

    Action one_action(Session& session) const {
        if (ids().size() != 1)
            throw host::UsageError(
                fmt::format("action {0} needs an action: reklamaatio action {0} A-1", *m_action));
        const auto id = complaint::parse_action_id(ids().front());
        if (auto found = store::find_action(session.desk().database(), id)) return *found;
        complaint::refuse<complaint::Reason::no_such_action>(id);
    }

    host::ExitStatus show(Session& session) const {
        const Action action = one_action(session);
        if (session.prints_text())
            session.out() << page(session, action);
        else
            session.show(view::action_table(session.desk(), {action}, false));
        return host::ExitStatus::done;
    }

    static std::string page(Session& session, const Action& action) {
        const auto at = [&](const std::optional<time::Instant>& instant) {
            return instant ? time::display_full(*instant, session.desk().zone()) : std::string();
        };
        const auto customers = store::customers_concerned(session.desk().database(), action,
                                                          action.done_at.value_or(session.desk().now()));
        render::Page page(session.style());
        page.title(fmt::format("{}  {}", to_string(action.id), text::visible_line(action.text)),
                   text::visible_line(fmt::format("owner {}", action.owner)));
        page.blank();
        const auto line = [&](std::string_view label, const std::string& value) {
            if (!value.empty()) page.labelled(label, text::visible_line(value));
        };
        line("State", std::string(word(state_of(action))));
        line("Cause", action.cause);
        line("Product", action.product);
        line("From", action.complaint ? to_string(*action.complaint) : "");
        line("Begun", at(action.opened_at));
        line("Due", at(action.due_at));
        line("Done", at(action.done_at));
        line("Effect", action.effect);
        if (action.effort_minutes > 0)
            line("Effort", time::display_effort(std::chrono::minutes{action.effort_minutes}));
        line("Concerns", text::plural(customers.size(), "customer"));
        return page.text();
    }

    std::optional<std::string> m_action, m_cause, m_product, m_complaint, m_owner, m_due, m_effect;
    bool m_all = false, m_overdue = false;
};

} // namespace

extern constexpr CommandRow k_action{
    "action",
    Group::handling,
    Access::write,
    "manage preventive actions",
    R"(What is changed so that complaints do not happen again. add begins one, numbered A-1, A-2; list shows what is
open; show tells one; done ends one and lists the customers to tell: those of the complaint that it came from,
and of complaints with its cause, of its product if it has one. resolve --prevent begins one as well.

Its owner is alerted when most of its time has passed, and when all has; then it counts in check, and stands in the
daily report. An [[escalation]] of the clock task tells others of it.)",
    {{{"reklamaatio action add \"wrap the glass\" --cause packing --due 2026-12-31", "begin one"},
      {"reklamaatio action list", "what is open"},
      {"reklamaatio action done A-1 --effect \"no broken glass since\"", "and whom to tell"}}},
    make<ActionCommand>};

} // namespace reklamaatio::cli
