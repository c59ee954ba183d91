// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/triage.hpp"
#include "cli/commands/commands.hpp"
#include "cli/handling_command.hpp"
#include "complaint/tags.hpp"
#include "view/tables/rules_table.hpp"

namespace reklamaatio::cli {

namespace {

using complaint::Complaint;
using complaint::Occasion;
using rulebook::Settable;

class Classify final : public HandlingCommand {
  protected:
    void declare_own(Options& options) override {
        options.word("-k,--kind", "KIND", m_to.kind, "praise, remark, complaint or claim");
        options.text("--category", "CATEGORY", m_to.category,
                     "what it is about; an empty text takes it away, here and below");
        options.text("--product", "PRODUCT", m_to.product, "the product or service");
        options.text("--cause", "CAUSE", m_to.cause, "what was behind it");
        options.word("--priority", "PRIORITY", m_to.priority, "low, normal, high or urgent");
        options.word("--harm", "HARM", m_to.harm, "none, safety or injury");
        options.list("--tag", "TAG", m_to.tag, "add a word of your own; several with commas");
        options.list("--untag", "TAG", m_to.untag, "take such a word away");
        options.flag("--auto", m_auto,
                     "apply the rules of the policy to what nobody has decided yet, and give it to somebody "
                     "if nobody has it");
        options.flag("--explain", m_explain,
                     "say of each rule whether it matched and what it sets; without --auto only look");
    }

  public:
    Access access(Access of_row) const override { return only_looks() ? Access::read : of_row; }

    host::ExitStatus run(Session& session) override {
        for (const auto& tag : m_to.tag)
            complaint::check_tag(tag);
        check_options();
        if (only_looks()) return look(session);
        if (m_auto) return sort_each(session);
        return change_each(session, ids(), [&](const Complaint& complaint, const Occasion& occasion) {
            return complaint::with_note(complaint::classify(complaint, m_to, occasion), message());
        });
    }

  private:
    bool only_looks() const { return m_explain && !m_auto; }

    bool says_what() const {
        const auto& to = m_to;
        return to.kind || to.category || to.product || to.cause || to.priority || to.harm || !to.tag.empty()
               || !to.untag.empty();
    }

    void check_options() const {
        if (only_looks() && (says_what() || !message().empty()))
            throw host::UsageError(
                "--explain alone only looks; add --auto, or leave out what is to be changed");
        if (!says_what() && !m_auto && !m_explain)
            throw host::UsageError(
                "classify needs to know what to change: --kind, --category, --product, --cause, "
                "--priority, --harm, --tag, --untag or --auto");
    }

    // What is typed now is decided by it.
    std::vector<Settable> decided(Session& session, const Complaint& complaint) const {
        auto decided = casework::decided_by_now(session.desk(), complaint);
        if (m_to.kind) decided.push_back(Settable::kind);
        if (m_to.priority) decided.push_back(Settable::priority);
        if (m_to.harm) decided.push_back(Settable::harm);
        if (m_to.category) decided.push_back(Settable::category);
        if (m_to.product) decided.push_back(Settable::product);
        if (m_to.cause) decided.push_back(Settable::cause);
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
            session.out() << line << '\n';
    }

    // What is resolved needs nobody any more.
    Decided sorted(Session& session, const Complaint& complaint, const casework::Triage& sorting,
                   const Occasion& occasion) const {
        const auto classified = complaint::classify(complaint, with_rules(sorting), occasion);
        Decided decided{{complaint::with_note(classified, message())}, ""};
        const bool changes = !classified.changes.empty() || !message().empty();
        if (!sorting.set().sets(Settable::assign) || !complaint::is_unresolved(complaint.status)) {
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
        if (m_to.kind) to.kind = m_to.kind;
        if (m_to.priority) to.priority = m_to.priority;
        if (m_to.harm) to.harm = m_to.harm;
        if (m_to.category) to.category = m_to.category;
        if (m_to.product) to.product = m_to.product;
        if (m_to.cause) to.cause = m_to.cause;
        to.tag.insert(to.tag.end(), m_to.tag.begin(), m_to.tag.end());
        to.untag = m_to.untag;
        return to;
    }

    complaint::Classification m_to;
    bool m_auto = false, m_explain = false;
};

} // namespace

std::unique_ptr<Command> make_classify() {
    return std::make_unique<Classify>();
}

} // namespace reklamaatio::cli
