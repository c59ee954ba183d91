// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/extending.hpp"
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class Extend final : public HandlingCommand {
  protected:
    bool takes_words() const override { return true; }
    std::string message_help() const override { return "what the customer is told; the reason, if left out"; }

    void declare_own(Options& options) override {
        options.text("--until", "TIME", m_until, "the new end; a date alone means the end of that day");
        options.text("--reason", "TEXT", m_reason, "why it takes longer");
        options.text(
            "--channel", "CHANNEL", m_channel,
            "on what the customer is told; default: that of the configuration, or the complaint's own");
        options.text("--term", "NAME", m_term,
                     "which [[legal]] of the policy, where several could be extended");
    }

  public:
    host::ExitStatus run(Session& session) override {
        check();
        complaint::NewExtension made;
        made.until = *deadline(session, "--until", m_until);
        made.reason = *m_reason;
        made.channel = m_channel.value_or(session.settings().channel);
        made.text = message();
        return change_each_whole(
            session, ids(),
            [&](const complaint::Complaint& complaint, const complaint::Procedure& procedure,
                const complaint::Occasion& occasion) {
                const auto term = casework::extendable_term(session.desk(), complaint.id, m_term);
                return complaint::extend(complaint, procedure, term, made, occasion);
            });
    }

  private:
    void check() const {
        const auto& clock = words();
        if (clock.size() > 1 || (clock.size() == 1 && clock.front() != word(complaint::Clock::legal)))
            throw host::UsageError(
                fmt::format("'{}' cannot be extended; only statutory terms can: extend R-12 "
                            "legal --until TIME --reason TEXT",
                            clock.back()));
        if (clock.empty())
            throw host::UsageError("extend needs the clock: extend R-12 legal --until TIME --reason TEXT");
        if (!m_until) throw host::UsageError("extend needs the new end: --until TIME");
        if (!m_reason || m_reason->find_first_not_of(" \t") == std::string::npos)
            throw host::UsageError("extend needs the reason that the customer is told: --reason TEXT");
    }

    std::optional<std::string> m_until, m_reason, m_channel, m_term;
};

} // namespace

extern constexpr CommandRow k_extend{
    "extend",
    Group::handling,
    Access::write,
    "take more time where the law allows it",
    R"(Moves the end of a statutory term ([[legal]] of the policy) that the policy lets extend (extend_to), as far as that goes
at most: before it ends, once, and by telling the customer why. It is a message to the customer, on a channel that the term
takes, and the first answer where none was given before. The first end stays on record; explain and show tell both.)",
    {{{"reklamaatio extend R-12 legal --until 2027-01-08 --reason \"laboratory report missing\" --channel "
       "letter",
       "the customer was told so in a letter"}}},
    make<Extend>};

} // namespace reklamaatio::cli
