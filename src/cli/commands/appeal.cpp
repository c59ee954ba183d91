// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/appealing.hpp"
#include "casework/handler.hpp"
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "cli/sum_options.hpp"
#include "text/ascii.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using complaint::AppealTurn;

class AppealCommand final : public HandlingCommand {
  protected:
    void declare_own(Options& options) override {
        options.text("--to", "BODY", m_to,
                     "review, for a second look by another person; or the outside body that has it: a key of "
                     "the policy, such as kkv, its name or its address");
        options.text("--ref", "REF", m_ref, "what the body calls it");
        options.text("--answer-by", "TIME", m_answer_by,
                     "when the body wants the answer, or the second look is to be over; a date alone means "
                     "the end of that day; default: what the policy says of the body");
        options.text(
            "--assign", "WHO", m_assign,
            "for --to review: who looks at it again, a person, team:NAME or me, which is the default");
        options.flag("--answered", m_answered, "we have told the body what we say to it");
        options.word("--decided", "DECISION", m_decided,
                     "how it ended for the customer: by a decision, or by settling with us");
        m_sum.declare(options, "for --decided: what was awarded or agreed");
        options.number("--number", "N", m_number, "which of several appeals, for --answered and --decided");
    }

  public:
    host::ExitStatus run(Session& session) override {
        const int what = int{m_to.has_value()} + int{m_answered} + int{m_decided.has_value()};
        if (what == 0)
            throw host::UsageError(
                "appeal needs to say where it went, --to review or --to BODY, or what came "
                "of it: --answered, or --decided DECISION");
        if (what > 1)
            throw host::UsageError("--to, --answered and --decided cannot be used together; use only one");
        return m_to ? make(session) : follow(session);
    }

  private:
    host::ExitStatus make(Session& session) {
        if (m_number || m_sum.any())
            throw host::UsageError(m_number ? "--number goes with --answered or --decided"
                                            : "--amount goes with --decided");
        casework::AppealRequest request;
        request.body = body(session);
        check_fits(request.body);
        request.ref = m_ref.value_or("");
        request.answer_by = deadline(session, "--answer-by", m_answer_by);
        request.reviewer = m_assign;
        return change_each_whole(
            session, ids(),
            [&](const complaint::Complaint& complaint, const complaint::Procedure& procedure,
                const complaint::Occasion& occasion) {
                return casework::appeal(session.desk(), complaint, procedure, request, message(), occasion);
            });
    }

    std::string body(Session& session) const {
        if (!casework::is_name(*m_to))
            throw host::UsageError(fmt::format("--to: '{}' is not the name of an outside body", *m_to));
        if (text::lower(*m_to) == complaint::k_review) return std::string(complaint::k_review);
        return rulebook::known_body(session.desk().policy().bodies, *m_to);
    }

    void check_fits(const std::string& to) const {
        if (to == complaint::k_review && m_ref)
            throw host::UsageError(
                "--ref is what an outside body calls it; a second look of our own has none");
        if (to != complaint::k_review && m_assign)
            throw host::UsageError("--assign goes with --to review: who looks at it again");
    }

    host::ExitStatus follow(Session& session) {
        if (m_ref || m_answer_by || m_assign)
            throw host::UsageError("--ref, --answer-by and --assign go with --to");
        if (m_answered && m_sum.any()) throw host::UsageError("--amount goes with --decided");
        m_sum.read(session);
        complaint::AppealNews news;
        news.turn = m_answered ? AppealTurn::answered : AppealTurn::decided;
        news.number = m_number;
        news.decision = m_decided;
        news.amount = m_sum.amount();
        news.currency = m_sum.currency().value_or("");
        return change_each_whole(
            session, ids(),
            [&](const complaint::Complaint& complaint, const complaint::Procedure& procedure,
                const complaint::Occasion& occasion) {
                return complaint::follow_appeal(complaint, procedure, news, message(), occasion);
            });
    }

    std::optional<std::string> m_to, m_ref, m_answer_by, m_assign;
    std::optional<complaint::Decision> m_decided;
    std::optional<std::int64_t> m_number;
    SumOptions m_sum;
    bool m_answered = false;
};

} // namespace

extern constexpr CommandRow k_appeal{
    "appeal",
    Group::handling,
    Access::write,
    "take a decision to another person or an outside body",
    R"(The customer does not take a decision. With --to review another person looks at it again: you, or who is named with
--assign, but not whoever decided it. With --to BODY it went to an outside body: a consumer board, an authority, a court, a
lawyer. The policy names the bodies, and how long each gives us to answer; where it names none, any name will do.

What was resolved is open again, at its next stage: --at says since when. The first stage stays judged, with its outcome and its
deadlines. A second look has the time of a resolution anew; an outside body has its own, until it is told our view (--answered).
Statutory terms with stage = 2 begin ([[legal]] of the policy). What comes while an appeal is on joins its stage. Nothing that
is undecided can be appealed; where you look at it again for another reason, use reopen.

--decided says how the appeal ended for the customer: upheld and partly overturn our decision, settled is what both agreed. What
is left to do is then done as ever, and ended with resolve; resolve also decides a second look. Whoever decided first cannot do
either.)",
    {{{"reklamaatio appeal R-12 --to review --assign maria", "maria looks at it again"},
      {"reklamaatio appeal R-12 --to kril --ref D/123/2026 --answer-by 2026-12-18",
       "the board has it, and waits for our answer"},
      {"reklamaatio appeal R-12 --decided partly --amount 120", "what the board decided"}}},
    make<AppealCommand>};

} // namespace reklamaatio::cli
