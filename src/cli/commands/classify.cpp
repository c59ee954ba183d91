// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/triage.hpp"
#include "cli/field_options.hpp"
#include "cli/handling_command.hpp"
#include "cli/own_options.hpp"
#include "cli/registry.hpp"
#include "complaint/tags.hpp"
#include "view/tables/rules_table.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using complaint::Complaint;
using complaint::Occasion;
using rulebook::Settable;

class Classify final : public HandlingCommand {
  protected:
    std::string_view words_go_with() const override { return "--category"; }

    void declare_own(Options& options) override {
        declare_fields(options, complaint::Use::classify, m_to.values);
        options.list("--tag", "TAG", m_to.tag, "a tag of your own; separate several with commas");
        options.list("--untag", "TAG", m_to.untag, "remove such a tag");
        m_set.declare(options);
        options.flag("--auto", m_auto,
                     "apply the policy's rules to whatever nobody has decided yet, and assign the complaint "
                     "if nobody has it");
        options.flag("--explain", m_explain,
                     "say for each rule whether it matched and what it sets; without --auto, change nothing");
    }

  public:
    std::vector<view::DescribedTable> tables() const override {
        return {{"classify --explain", "what each rule made of a complaint", view::rules_columns}};
    }
    std::vector<render::Column> columns() const override {
        return m_explain ? view::rules_columns() : view::all_complaint_columns();
    }

    Access access(Access of_row) const override { return only_looks() ? Access::read : of_row; }

    host::ExitStatus run(Session& session) override {
        for (const auto& tag : m_to.tag)
            complaint::check_tag(tag);
        check_options();
        m_set.add_to(session, m_to.values);
        if (only_looks()) return look(session);
        if (m_auto) return sort_each(session);
        return change_each(session, ids(), [&](const Complaint& complaint, const Occasion& occasion) {
            return complaint::with_note(complaint::classify(complaint, m_to, occasion), message());
        });
    }

  private:
    bool only_looks() const { return m_explain && !m_auto; }

    void check_options() const {
        if (only_looks() && (!m_to.empty() || !m_set.empty() || !message().empty()))
            throw host::UsageError(
                "--explain alone only looks; add --auto, or leave out what is to be changed");
        if (m_to.empty() && m_set.empty() && !m_auto && !m_explain)
            throw host::UsageError(
                fmt::format("classify needs to know what to change: {}, --tag, --untag, --set or --auto",
                            options_of(complaint::Use::classify)));
    }

    // What is typed now is decided by it.
    std::vector<Settable> decided(Session& session, const Complaint& complaint) const {
        auto decided = casework::decided_by_now(session.desk(), complaint);
        for (const auto& [field, value] : m_to.values)
            decided.push_back({field});
        return decided;
    }

    casework::Triage sorting_of(Session& session, const Complaint& complaint) const {
        Complaint typed = complaint;
        complaint::apply_classification(typed, m_to);
        return casework::Triage::again(session.desk(), typed, decided(session, complaint));
    }

    host::ExitStatus look(Session& session) {
        view::RulesTable table(session.desk().policy());
        for (const auto& complaint : session.desk().complaints(ids()))
            table.add(complaint.id, sorting_of(session, complaint));
        show(session, table);
        return host::ExitStatus::done;
    }

    host::ExitStatus sort_each(Session& session) {
        view::RulesTable table(session.desk().policy());
        const auto changed =
            record_each(session, ids(), [&](const Complaint& complaint, const Occasion& occasion) {
                const auto sorting = sorting_of(session, complaint);
                if (m_explain) table.add(complaint.id, sorting);
                return sorted(session, complaint, sorting, occasion);
            });
        if (m_explain) show(session, table);
        if (!m_explain || session.prints_text()) show_changed(session, changed);
        return host::ExitStatus::done;
    }

    // A sentence for each rule in text, a row in the other formats.
    static void show(Session& session, const view::RulesTable& table) {
        if (!session.prints_text()) return session.show(table.table());
        for (const auto& line : table.lines())
            session.say(line);
    }

    // What is resolved needs nobody any more.
    Decided sorted(Session& session, const Complaint& complaint, const casework::Triage& sorting,
                   const Occasion& occasion) const {
        const auto classified = complaint::classify(complaint, with_rules(sorting), occasion);
        Decided decided{{complaint::with_note(classified, message())}, ""};
        const bool changes = !classified.changes.empty() || !message().empty();
        if (!sorting.set().sets(rulebook::k_assign) || !complaint::is_unresolved(complaint.status)) {
            if (!changes) decided.why = "no rule changes it";
            return decided;
        }
        const auto to = casework::destination_of(session.desk(), sorting.meant_for());
        decided.why = to.why;
        if (to.team.empty() && to.person.empty()) return decided;
        Complaint after = complaint;
        complaint::apply(after, classified);
        decided.events.push_back(complaint::with_note(
            complaint::assign(after, {to.team, to.person}, occasion), to.is_makeshift ? to.why : ""));
        return decided;
    }

    complaint::Classification with_rules(const casework::Triage& sorting) const {
        complaint::Classification to = rulebook::classification_by(sorting.set());
        to.values.set(m_to.values);
        to.tag.insert(to.tag.end(), m_to.tag.begin(), m_to.tag.end());
        to.untag = m_to.untag;
        return to;
    }

    complaint::Classification m_to;
    SetOptions m_set;
    bool m_auto = false, m_explain = false;
};

} // namespace

extern constexpr CommandRow k_classify{
    "classify",
    Group::front,
    Access::write,
    "classify a complaint",
    R"(Sorts complaints: kind, category, product, cause, priority, harm and tags. What is not mentioned stays as it
is; an empty text removes a value. When a complaint thereby falls under another service level, deadlines
that are neither met nor past are planned again.

--auto applies the rules of the policy. What has a value stays; kind, priority and harm count as decided when
they are not the usual ones, or have ever been changed. What is not resolved and has neither person nor team
is assigned to somebody. --explain says for each rule what it did, or would do.)",
    {{{"reklamaatio classify R-12 --kind claim --category damage --product \"Harvia M3\"", "one complaint"},
      {"reklamaatio classify R-12..R-15,R-20 --auto --dry-run", "what the rules would do"},
      {"reklamaatio list --text rikki* --format ids | reklamaatio classify - --auto",
       "all that a search finds"}}},
    make<Classify>};

} // namespace reklamaatio::cli
