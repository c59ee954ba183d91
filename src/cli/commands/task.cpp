// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/task.hpp"

#include "casework/handler.hpp"
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "cli/typed_ids.hpp"
#include "cli/who.hpp"
#include "view/tables/task_table.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using complaint::TaskState;
using store::TaskOf;

constexpr std::array<std::string_view, 4> k_actions{"list", "done", "drop", "give"};

class TaskCommand final : public HandlingCommand {
  protected:
    bool takes_ids() const override { return false; }

    void declare_own(Options& options) override {
        options.arguments("ID", arguments(),
                          "complaints, followed by WHAT is to be done; or list; or done, drop or give with a "
                          "complaint, the task where several are open, and for give WHO: give R-12 1 maria");
        options.offer_words(k_actions);
        options.text("--for", "WHO", m_for,
                     "who does it: a person, team:NAME or me, which is the default; for list, only theirs");
        options.text("--by", "TIME", m_by, "when it is due; a date alone means the end of that day");
        options.flag("--mine", m_mine, "for list: only yours");
        options.flag("--overdue", m_overdue, "for list: only those whose time has passed");
        options.flag("--all", m_all, "for list: also those done and dropped, and those of void complaints");
    }

  public:
    std::vector<view::DescribedTable> tables() const override {
        return {{"task list", "what staff owe each other", view::task_columns}};
    }
    std::vector<render::Column> columns() const override {
        return action() == "list" ? view::task_columns() : HandlingCommand::columns();
    }
    Access access(Access of_row) const override { return action() == "list" ? Access::read : of_row; }

    host::ExitStatus run(Session& session) override {
        const auto what = action();
        if (what != "list" && (m_mine || m_overdue || m_all))
            throw host::UsageError("--mine, --overdue and --all go with task list");
        if (what == "list" && took().count() > 0)
            throw host::UsageError("--took goes with a task that is made or changed, not with task list");
        if (what == "list") return list(session);
        if (what.empty()) return make(session);
        if (m_for)
            throw host::UsageError("--for goes with a new task and with task list; hand one on with "
                                   "reklamaatio task give R-12 1 maria");
        return what == "give" ? give(session) : end(session, what);
    }

  private:
    // Empty: a task is made.
    std::string action() const {
        if (ids().empty()) return "";
        const auto& first = ids().front();
        return std::ranges::find(k_actions, first) == k_actions.end() ? "" : first;
    }

    static std::string owner(Session& session, const std::string& who) {
        return casework::owner_named(session.desk().policy(), who, session.desk().actor());
    }

    host::ExitStatus make(Session& session) {
        auto references = ids();
        if (references.size() < 2 || names_complaint(references.back()))
            throw host::UsageError(
                "task needs complaints and what is to be done: reklamaatio task R-12 \"ask "
                "the warehouse\" --for pekka --by next-friday");
        if (const auto words = words_from(1); words.size() > 1) refuse_unquoted(words);
        complaint::NewTask made;
        made.text = references.back();
        references.pop_back();
        check_is_text(made.text, references.front());
        made.owner = m_for ? owner(session, *m_for) : own_key(session, "--for me");
        made.due_at = deadline(session, "--by", m_by);
        made.note = message();
        return change_each_whole(session, references,
                                 [&](const complaint::Complaint& complaint,
                                     const complaint::Procedure& procedure,
                                     const complaint::Occasion& occasion) {
                                     return complaint::open_task(complaint, procedure, made, occasion);
                                 });
    }

    // Not what was meant for a task that there is: R-12 T1, R-12 1, R-12 done.
    static void check_is_text(const std::string& text, const std::string& complaint) {
        if (number_of(text))
            throw host::UsageError(
                fmt::format("'{0}' is the number of a task: reklamaatio task done {1} {0}, "
                            "or drop, or give it to somebody",
                            text, complaint));
        if (text == "list")
            throw host::UsageError(fmt::format("the tasks of {0} are in reklamaatio show {0}", complaint));
        if (std::ranges::find(k_actions, text) != k_actions.end())
            throw host::UsageError(
                fmt::format("'{0}' stands before the complaint: reklamaatio task {0} {1}", text, complaint));
    }

    // The complaint and the task of "R-12 1"; `rest`: how many words stand behind them.
    struct Meant {
        std::string complaint;
        complaint::TaskNumber number;
    };
    Meant meant(std::size_t rest) const {
        const auto& words = ids();
        const auto count = words.size() - 1 - std::min(rest, words.size() - 1);
        const auto number = count == 2 ? number_of(words[2]) : std::nullopt;
        if (count == 0 || count > 2 || (count == 2 && !number))
            throw host::UsageError(
                fmt::format("task {0} needs a complaint and the number of a task: reklamaatio "
                            "task {0} R-12 1{1}",
                            words.front(), rest == 0 ? "" : " WHO"));
        return {words[1], number};
    }

    // 1 or T1.
    static complaint::TaskNumber number_of(const std::string& text) {
        const auto bare = part_number('T', "T" + text);
        return bare ? bare : part_number('T', text);
    }

    host::ExitStatus end(Session& session, const std::string& how) {
        if (m_by)
            throw host::UsageError("--by goes with a new task and with task give, which moves its time");
        const auto [complaint, number] = meant(0);
        const auto state = how == "done" ? TaskState::done : TaskState::dropped;
        return change_each_whole(
            session, {complaint},
            [&, which = number](const complaint::Complaint& before, const complaint::Procedure& procedure,
                                const complaint::Occasion& occasion) {
                return complaint::end_task(before, procedure, state, which, message(), occasion);
            });
    }

    host::ExitStatus give(Session& session) {
        const auto [complaint, number] = meant(1);
        if (!number && number_of(ids().back()))
            throw host::UsageError(fmt::format("name who is to do it last: reklamaatio task give {} {} WHO",
                                               complaint, ids().back()));
        const complaint::TaskHandover to{owner(session, ids().back()), deadline(session, "--by", m_by)};
        return change_each_whole(
            session, {complaint},
            [&, which = number](const complaint::Complaint& before, const complaint::Procedure& procedure,
                                const complaint::Occasion& occasion) {
                return complaint::give_task(before, procedure, which, to, message(), occasion);
            });
    }

    host::ExitStatus list(Session& session) {
        if (ids().size() > 1)
            throw host::UsageError(
                fmt::format("task list takes no '{}'; see reklamaatio show {}", ids()[1], ids()[1]));
        if (m_by) throw host::UsageError("--by goes with a new task and with task give");
        if (m_mine && m_for)
            throw host::UsageError("--for and --mine cannot be used together; leave one out");
        auto tasks = store::tasks_of_all(session.desk().database(), m_all);
        if (m_mine || m_for) {
            const auto whose = m_for ? owner(session, *m_for) : own_key(session, "--mine");
            std::erase_if(tasks, [&](const TaskOf& each) { return each.task.owner != whose; });
        }
        if (m_overdue)
            std::erase_if(tasks, [now = session.desk().now()](const TaskOf& each) {
                const bool is_open = state_of(each.task) == TaskState::open;
                return !is_open || !each.task.due_at || *each.task.due_at >= now;
            });
        session.show(session.prints_page() ? view::task_table_for_people(session.desk(), tasks, m_all)
                                           : view::task_table(session.desk(), tasks));
        if (tasks.empty() && session.prints_page()) session.confirm("no tasks");
        return host::ExitStatus::done;
    }

    std::optional<std::string> m_for, m_by;
    bool m_mine = false, m_overdue = false, m_all = false;
};

} // namespace

extern constexpr CommandRow k_task{
    "task",
    Group::handling,
    Access::write,
    "say what is to be done, by whom and by when",
    R"(A task is what staff owe each other: it has a number in its complaint (T1, T2), an owner, who does it, and a time if
one is given. The customer hears of none of it, and no clock of the customer's moves. Its owner is alerted when most of
its time has passed, and when all has; see reklamaatio-alerts(7). It goes on when the complaint is resolved, until it is
done or dropped; what is merged takes its tasks along.

done, drop and give take the only open task, or the one that is named. give hands it to somebody else; with --by it
moves its time as well. list shows the open ones of all complaints, the most urgent first.)",
    {{{"reklamaatio task R-12 \"ask the warehouse\" --for pekka --by next-friday",
       "until the end of that day"},
      {"reklamaatio task done R-12 1 -m \"there are two left\"", "the first one, with a note on it"},
      {"reklamaatio task list --overdue --csv", "what is late, as CSV"}}},
    make<TaskCommand>};

} // namespace reklamaatio::cli
