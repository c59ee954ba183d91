// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/appealing.hpp"
#include "casework/handler.hpp"
#include "casework/triage.hpp"
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "complaint/refusal.hpp"
#include "view/tables/person_table.hpp"
#include "view/words/event_text.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class Assign final : public HandlingCommand {
  protected:
    bool takes_ids() const override { return false; }

    void declare_own(Options& options) override {
        options.arguments("ID", arguments(), "complaints, followed by WHO: a person, me or team:NAME");
        options.flag("--auto", m_auto,
                     "let the policy choose: the present member with the fewest complaints of the "
                     "complaint's team, or of the team a rule assigns; takes no WHO");
        options.flag("--nobody", m_nobody, "unassign it; takes no WHO");
    }

  public:
    host::ExitStatus run(Session& session) override {
        if (m_auto && m_nobody)
            throw host::UsageError("--auto and --nobody cannot be used together; leave one out");
        if (m_auto) return route_each(session);
        std::vector<std::string> references = ids();
        std::string who;
        if (!m_nobody) {
            if (typed().size() < 2 || typed().back() == "-")
                throw host::UsageError(
                    "assign needs complaints and who is to handle them: reklamaatio assign R-12 maria");
            if (const auto words = words_from(1); words.size() > 1) refuse_unquoted(words);
            who = references.back();
            references.pop_back();
        }
        const auto changed = record_each(
            session, references, [&](const complaint::Complaint& complaint, const auto& occasion) -> Decided {
                const auto to = m_nobody ? complaint::Assignment{} : owner(session, who, complaint);
                casework::check_reviewer(session.desk(), complaint, to.assignee);
                const auto event = complaint::assign(complaint, to, occasion);
                return {{complaint::with_note(event, message())}, "", absence(session, to.assignee)};
            });
        show_changed(session, changed);
        return host::ExitStatus::done;
    }

  private:
    static complaint::Assignment owner(Session& session, const std::string& who,
                                       const complaint::Complaint& complaint) {
        return casework::parse_owner(session.desk().policy(), who, complaint.team, session.desk().actor());
    }

    // Who decides by name may not know it; the rules never would.
    static std::string absence(Session& session, const std::string& who) {
        const auto today = session.desk().today();
        const auto away = rulebook::absence_of(session.desk().policy(), who, today);
        return away ? fmt::format("{} is away until {}", who, view::day_text(away->last, today)) : "";
    }

    // Refused only when nothing routes any of them: one complaint that no rule knows is not to keep the
    // others from their people.
    host::ExitStatus route_each(Session& session) {
        std::size_t stranded = 0;
        const auto changed =
            record_each(session, ids(), [&](const complaint::Complaint& complaint, const auto& occasion) {
                return routed(session, complaint, occasion, stranded);
            });
        if (stranded > 0 && stranded == changed.size()) {
            const auto& [id, why] = std::pair(changed.front().after.id, changed.front().why);
            if (stranded == 1) complaint::refuse<complaint::Reason::nothing_routes_it>(id, why);
            if (stranded == 2) complaint::refuse<complaint::Reason::nothing_routes_both>(id, why);
            complaint::refuse<complaint::Reason::nothing_routes_them>(id, why, stranded - 1);
        }
        show_changed(session, changed);
        return host::ExitStatus::done;
    }

    // Who has it and is there keeps it, so that this may be said again and again.
    Decided routed(Session& session, const complaint::Complaint& complaint,
                   const complaint::Occasion& occasion, std::size_t& stranded) const {
        if (!complaint.assignee.empty() && casework::is_present(session.desk(), complaint.assignee))
            return {{}, fmt::format("{} already has it", complaint.assignee)};
        const auto meant = meant_for(session, complaint);
        if (meant.team.empty() && meant.assignee.empty()) {
            ++stranded;
            return {{}, "it cannot be assigned automatically: it has no team, and no rule assigns it"};
        }
        const auto to = casework::destination_of(session.desk(), meant);
        if (to.person == complaint.assignee && to.team == complaint.team) {
            if (to.person.empty()) ++stranded;
            return {{}, to.person.empty() ? "it cannot be assigned automatically: " + to.why : to.why};
        }
        const auto event = complaint::assign(complaint, {to.team, to.person}, occasion);
        return {{complaint::with_note(event, view::with_reason(message(), to.is_makeshift ? to.why : ""))},
                to.why};
    }

    static complaint::Assignment meant_for(Session& session, const complaint::Complaint& complaint) {
        if (!complaint.team.empty()) return {complaint.team, ""};
        const auto& people = session.desk().policy().people;
        const bool has_left =
            !people.empty() && rulebook::person_named(people, complaint.assignee) == nullptr;
        if (!complaint.assignee.empty() && !has_left) return {"", complaint.assignee};
        complaint::Complaint unassigned = complaint;
        unassigned.assignee.clear();
        return casework::Triage::again(session.desk(), unassigned,
                                       casework::decided_by_now(session.desk(), unassigned))
            .meant_for();
    }

    bool m_auto = false, m_nobody = false;
};

} // namespace

extern constexpr CommandRow k_assign{
    "assign",
    Group::front,
    Access::write,
    "put somebody in charge",
    R"(Gives complaints to a person, or to a team. A new complaint is open from then on. A person keeps the team that
the complaint has; a team takes it from the person.

--auto lets the policy choose: of the complaint's team, or of the team a rule assigns, the present member with
the fewest unresolved complaints; when all are away, the lead. Whoever has it and is present keeps it. A
complaint that cannot be assigned automatically is left alone; when that is true of all, the status is 1.)",
    {{{"reklamaatio assign R-12 maria", "to a person"},
      {"reklamaatio assign R-12 R-13 team:returns", "to a team"},
      {"reklamaatio list --unassigned --format ids | reklamaatio assign - --auto",
       "what nobody has, to whoever has the fewest"}}},
    make<Assign>};

} // namespace reklamaatio::cli
