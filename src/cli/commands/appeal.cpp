// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/appeal.hpp"

#include "casework/handler.hpp"
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "text/ascii.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class AppealCommand final : public HandlingCommand {
  protected:
    void declare_own(Options& options) override {
        options.text(
            "--to", "BODY", m_to,
            "the outside body that has it: a key of the policy, such as kkv, its name or its address");
        options.text("--ref", "REF", m_ref, "what the body calls it");
    }

  public:
    host::ExitStatus run(Session& session) override {
        const complaint::NewAppeal made{body(session), m_ref.value_or("")};
        return change_each_whole(
            session, ids(),
            [&](const complaint::Complaint& complaint, const complaint::Procedure& procedure,
                const complaint::Occasion& occasion) {
                return complaint::appeal(complaint, procedure, made, message(), occasion);
            });
    }

  private:
    std::string body(Session& session) const {
        if (!m_to) throw host::UsageError("appeal needs the outside body that has it: --to BODY");
        if (!casework::is_name(*m_to))
            throw host::UsageError(fmt::format("--to: '{}' is not the name of an outside body", *m_to));
        if (text::lower(*m_to) == rulebook::k_review)
            throw host::UsageError(
                "--to: review is no outside body; where you look at it again yourselves, run "
                "reklamaatio reopen, and assign it to somebody else");
        return rulebook::known_body(session.desk().policy().bodies, *m_to);
    }

    std::optional<std::string> m_to, m_ref;
};

} // namespace

extern constexpr CommandRow k_appeal{
    "appeal",
    Group::handling,
    Access::write,
    "note that an outside body has it",
    R"(The customer took complaints to an outside body: a consumer board, an authority, a court, a lawyer. From now on, or
from --at, that body has them, each numbered in its complaint. The policy names the bodies; where it names none, any name
will do. A body has a complaint once.

An appeal is a fact beside the others. It moves neither status nor deadlines: what is resolved or closed stays so until
somebody opens it again with reopen, and what is open is still owed to the customer. It is shown by show and log,
chosen by list --appealed, found by the body's reference, and taken back by undo.)",
    {{{"reklamaatio appeal R-12 --to kkv --ref D/123/2026", "the consumer authority has it"},
      {"reklamaatio appeal R-12 --to kril --at 2026-11-20 -m \"Letter in the folder\"", "since that day"},
      {"reklamaatio list --appealed-to kkv --all", "what it has"}}},
    make<AppealCommand>};

} // namespace reklamaatio::cli
