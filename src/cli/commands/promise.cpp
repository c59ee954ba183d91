// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "complaint/commitments.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using complaint::PromiseState;

class PromiseCommand final : public HandlingCommand {
  protected:
    bool takes_ids() const override { return false; }
    std::string message_help() const override {
        return "what the customer is told; with --kept, --broken or --withdrawn, a note on it";
    }

    void declare_own(Options& options) override {
        options.arguments("ID", arguments(),
                          "complaints, followed by WHAT is promised; with --kept, --broken or --withdrawn, "
                          "by the promise where several are open: P2");
        options.text("--by", "TIME", m_by, "when it is due; a date alone means the end of that day");
        options.text("--channel", "CHANNEL", m_channel,
                     "the channel: phone, email, letter...; default: the complaint's own");
        options.flag("--kept", m_kept, "what was promised was done");
        options.flag("--broken", m_broken, "it was not done, and will not be");
        options.flag("--withdrawn", m_withdrawn, "it no longer holds");
        options.number("--number", "N", m_number, "which of several promises: 2 for P2");
    }

  public:
    host::ExitStatus run(Session& session) override {
        const int ends = int{m_kept} + int{m_broken} + int{m_withdrawn};
        if (ends > 1)
            throw host::UsageError("--kept, --broken and --withdrawn cannot be used together; use only one");
        return ends == 0 ? make(session) : end(session);
    }

  private:
    host::ExitStatus make(Session& session) {
        if (m_number) throw host::UsageError("--number goes with --kept, --broken or --withdrawn");
        auto references = ids();
        if (references.size() < 2 || names_complaint(references.back()))
            throw host::UsageError(
                "promise needs complaints and what is promised: reklamaatio promise R-12 \"a new "
                "leg\" --by next-friday");
        if (const auto words = words_from(1); words.size() > 1)
            refuse_unquoted(words, m_by ? "" : " --by TIME");
        complaint::NewPromise made;
        made.text = references.back();
        references.pop_back();
        if (part_number('P', made.text))
            throw host::UsageError(fmt::format("'{}' is a promise that was made: use --kept, --broken or "
                                               "--withdrawn, and make a new one where its time moves",
                                               made.text));
        if (!m_by && complaint::find_word<PromiseState>(made.text) && made.text != word(PromiseState::open))
            throw host::UsageError(
                fmt::format("'{}' is the outcome of a promise; run reklamaatio promise {} --{}", made.text,
                            references.front(), made.text));
        if (!m_by) throw host::UsageError("promise needs a time; give it with --by TIME");
        made.due_at = *deadline(session, "--by", m_by);
        made.channel = m_channel.value_or("");
        made.message = message();
        return change_each_whole(session, references,
                                 [&](const complaint::Complaint& complaint,
                                     const complaint::Procedure& procedure,
                                     const complaint::Occasion& occasion) {
                                     return complaint::promise(complaint, procedure, made, occasion);
                                 });
    }

    host::ExitStatus end(Session& session) {
        if (m_by) throw host::UsageError("--by goes with a new promise; a promise keeps its time");
        if (m_channel)
            throw host::UsageError(
                "--channel goes with a new promise; tell the customer with reklamaatio contact");
        auto references = ids();
        if (const auto words = words_from(1); !words.empty()) refuse_words(words);
        if (const auto number = part_number('P', references.back())) {
            if (m_number)
                throw host::UsageError(
                    fmt::format("P{} and --number cannot be used together; use only one", *number));
            m_number = number;
            references.pop_back();
        }
        if (references.empty())
            throw host::UsageError("promise needs a complaint as well: reklamaatio promise R-12 P2 --kept");
        const auto to = m_kept     ? PromiseState::kept
                        : m_broken ? PromiseState::broken
                                   : PromiseState::withdrawn;
        return change_each_whole(
            session, references,
            [&](const complaint::Complaint& complaint, const complaint::Procedure& procedure,
                const complaint::Occasion& occasion) {
                return complaint::end_promise(complaint, procedure, to, m_number, message(), occasion);
            });
    }

    std::optional<std::string> m_by, m_channel;
    std::optional<std::int64_t> m_number;
    bool m_kept = false, m_broken = false, m_withdrawn = false;
};

} // namespace

extern constexpr CommandRow k_promise{
    "promise",
    Group::handling,
    Access::write,
    "promise something by a time",
    R"(A promise to the customer has a deadline of its own, and a number in its complaint: P1, P2. Several may be
open at once. It counts as an answer; -m keeps the words in which the customer was told. Later use --kept,
--broken or --withdrawn: of the only open one, or of the one that is named.)",
    {{{"reklamaatio promise R-12 \"a new leg by courier\" --by next-friday", "until the end of that day"},
      {"reklamaatio promise R-12 \"the money is back\" --by +2bd -m \"Rahat tulevat\"",
       "by the close of the second working day"},
      {"reklamaatio promise R-12 P2 --kept", "the second one was kept"}}},
    make<PromiseCommand>};

} // namespace reklamaatio::cli
