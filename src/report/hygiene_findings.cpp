// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/hygiene_findings.hpp"

#include "rulebook/clocks/answer_clock.hpp"
#include "rulebook/triage/routing.hpp"
#include "store/figures_hygiene.hpp"
#include "time/due.hpp"

#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace reklamaatio::report {

namespace {

using complaint::Complaint;
using time::Instant;

class Finder {
  public:
    Finder(const rulebook::Policy& policy, const Question& question)
        : m_policy(policy), m_question(question), m_today(question.zone.date_at(question.now)) {}

    void look_at(const store::AtHand& one) {
        const auto& noted = one.noted;
        const auto& complaint = noted.complaint;
        if (complaint.assignee.empty())
            add(Check::no_owner, noted, complaint.received_at);
        else if (const auto since = away_since(complaint.assignee))
            add(Check::owner_away, noted, *since);
        if (!one.has_target && has_outcome(complaint.kind))
            add(Check::no_target, noted, complaint.received_at);
        if (const auto since = forgotten_since(one)) add(Check::waiting_long, noted, *since);
        if (!one.can_be_answered) add(Check::nobody_to_answer, noted, complaint.received_at);
        if (one.is_unreported && m_policy.safety.authority)
            add(Check::unreported, noted, complaint.received_at);
        look_at_facts(noted);
    }

    void look_at(const store::Concluded& one) {
        const auto& noted = one.noted;
        const auto& complaint = noted.complaint;
        look_at_facts(noted);
        if (!has_outcome(complaint.kind)) return;
        if (!noted.has_cause) add(Check::no_cause, noted, *complaint.resolved_at);
        if (!complaint.outcome) add(Check::no_outcome, noted, *complaint.resolved_at);
        if (one.is_told == false) add(Check::not_told, noted, *complaint.resolved_at);
        if (!m_policy.recourse.texts.empty() && !one.has_recourse
            && rulebook::needs_recourse(complaint.outcome))
            add(Check::no_recourse, noted, *complaint.resolved_at);
    }

    void look_at_logging(const store::Noted& noted) {
        const auto& [received, logged] = std::pair(noted.complaint.received_at, noted.complaint.logged_at);
        constexpr time::Target k_a_working_day{1, time::Unit::working_days};
        if (logged > time::due_without_pauses(received, k_a_working_day, m_policy.default_calendar()))
            add(Check::late_logging, noted, received);
    }

    void look_at(const store::Unpaid& one) {
        const auto number = one.offer ? fmt::format(" --number {}", *one.offer) : "";
        add(Check::unpaid, one.noted, one.since, number + (one.sum.cents ? "" : " --amount SUM"));
    }

    void look_at(const store::SharedPhone& one) {
        add(Check::shared_phone, one.group, to_string(one.customer.id), one.customer.name, one.since,
            to_string(one.other.id));
    }

    std::vector<HygieneFinding> take() {
        std::ranges::stable_sort(m_found, {}, [](const HygieneFinding& finding) {
            return std::tuple(finding.check, finding.since);
        });
        return std::move(m_found);
    }

  private:
    void look_at_facts(const store::Noted& noted) {
        const auto& complaint = noted.complaint;
        if (!noted.has_category) add(Check::no_category, noted, complaint.received_at);
        if (complaint.harm == complaint::Harm::injury && !noted.has_action)
            add(Check::injury_without_action, noted, complaint.received_at);
    }

    std::optional<Instant> away_since(const std::string& person) {
        const auto [found, is_new] = m_away.try_emplace(person);
        if (is_new)
            if (const auto away = rulebook::absence_of(m_policy, person, m_today))
                found->second = m_question.zone.start_of(away->first);
        return found->second;
    }

    std::optional<Instant> forgotten_since(const store::AtHand& one) const {
        if (!one.asked_at) return std::nullopt;
        if (one.answer_due_at) return *one.answer_due_at < m_question.now ? one.answer_due_at : std::nullopt;
        return m_question.now - *one.asked_at >= rulebook::k_patience ? one.asked_at : std::nullopt;
    }

    void add(Check check, const store::Noted& noted, Instant since, const std::string& besides = "") {
        const auto& complaint = noted.complaint;
        add(check, noted.group, to_string(complaint.id),
            rulebook::owner_of(complaint.team, complaint.assignee), since, besides);
    }

    void add(Check check, const std::string& group, std::string id, std::string who, Instant since,
             const std::string& besides) {
        auto command = fmt::format(fmt::runtime(row_of(check).command), id, besides);
        m_found.push_back({check, m_question.group_of(group, since), std::move(id), std::move(who), since,
                           std::move(command)});
    }

    const rulebook::Policy& m_policy;
    const Question& m_question;
    time::Date m_today;
    std::map<std::string, std::optional<Instant>> m_away; // since when; nothing: they are there
    std::vector<HygieneFinding> m_found;
};

} // namespace

std::vector<HygieneFinding> hygiene_findings(store::Database& database, const rulebook::Policy& policy,
                                             const Question& question) {
    Finder finder(policy, question);
    const auto which = question.selection();
    const auto& [from, until] = question.period;
    const auto look = [&](const auto& one) { finder.look_at(one); };
    store::read_at_hand(database, question.now, which, look);
    store::read_concluded(database, from, until, which, look);
    store::read_logged_later(database, from, until, which,
                             [&](const store::Noted& one) { finder.look_at_logging(one); });
    store::read_unpaid(database, which, look);
    store::read_shared_phones(database, policy.organisation.country, which, look);
    return finder.take();
}

} // namespace reklamaatio::report
