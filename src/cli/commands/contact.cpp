// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/recourse.hpp"
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class Contact final : public HandlingCommand {
  protected:
    bool takes_text() const override { return true; }
    std::string message_help() const override { return "what was said"; }

    void declare_own(Options& options) override {
        options.flag("--out", m_out, "we told the customer (the default)");
        options.flag("--in", m_in, "the customer told us");
        options.text("--channel", "CHANNEL", m_channel,
                     "the channel: phone, email, letter...; default: that of the configuration, or the "
                     "complaint's own");
        options.text("--await", "REASON", m_await,
                     "wait for the customer to do this; the resolution clock is paused");
        options.text("--until", "TIME", m_until,
                     "for --await: by when an answer is expected; a date alone means the end of that day");
        options.flag("--no-await", m_no_await, "stop waiting for the customer");
        options.words("--step", "STEP", m_steps, "steps that this message completes, comma-separated");
        options.flag("--needs-no-answer", m_needs_no_answer,
                     "with --in: the customer asks nothing of us, and no clock starts; without it: what the "
                     "customer has said by then needs no answer, and -m is a note on it");
        options.flag(
            "--recourse", m_recourse,
            "the customer was told whom to turn to against the decision, though the text kept here does "
            "not say it");
        options.flag("--auto", m_auto,
                     "a machine sent it: an acknowledgement, which meets no clock, or with --in word that "
                     "the customer is away, which changes nothing");
    }

  public:
    host::ExitStatus run(Session& session) override {
        check();
        complaint::Contact contact;
        contact.direction = m_in ? complaint::Direction::in : complaint::Direction::out;
        contact.channel = m_channel.value_or(session.settings().channel);
        contact.text = message();
        contact.automatic = m_auto;
        contact.await = m_await;
        contact.until = deadline(session, "--until", m_until);
        contact.no_await = m_no_await;
        contact.steps = m_steps;
        contact.needs_no_answer = m_needs_no_answer;
        std::vector<complaint::Complaint> ended;
        const auto status = change_each_whole(
            session, ids(),
            [&](const complaint::Complaint& complaint, const complaint::Procedure& procedure,
                const complaint::Occasion& occasion) {
                if (asks_after_the_end(complaint)) ended.push_back(complaint);
                contact.tells_recourse =
                    m_recourse || casework::tells_recourse(session.desk(), complaint, contact.text);
                return complaint::contact(complaint, procedure, contact, occasion);
            });
        for (const auto& complaint : ended)
            hint(session, complaint);
        return status;
    }

  private:
    bool asks_after_the_end(const complaint::Complaint& complaint) const {
        return m_in && !m_auto && !m_needs_no_answer && complaint.resolved_at;
    }

    // Whoever writes after the end waits for something.
    static void hint(Session& session, const complaint::Complaint& complaint) {
        session.confirm(fmt::format("{} is {}: answer with contact, or run reklamaatio reopen {} -m WHY",
                                    to_string(complaint.id), word(complaint.status),
                                    to_string(complaint.id)));
    }

    void check() const {
        if (is_wordless())
            throw host::UsageError(
                "--message has no words; write them, or leave it out where they were not kept");
        if (m_in && m_out) throw host::UsageError("--in and --out cannot be used together; leave one out");
        if (m_recourse && (m_in || m_auto))
            throw host::UsageError(
                "--recourse is what a person told the customer; it goes with a message of ours");
        if (m_in && m_await)
            throw host::UsageError(
                "--await goes with a message to the customer; log the customer's message first");
        if (m_await && m_no_await)
            throw host::UsageError("--await and --no-await cannot be used together; leave one out");
        if (m_await && m_await->empty())
            throw host::UsageError("--await needs a reason: what is the customer to do?");
        if (m_until && !m_await)
            throw host::UsageError("--until goes with --await: what is the customer to do by then?");
        if (m_auto && (m_await || m_no_await || !m_steps.empty() || m_needs_no_answer))
            throw host::UsageError("--auto is for what a machine sent; it goes with --out or --in alone");
        const bool is_message = m_out || m_await || m_no_await || !m_steps.empty() || m_channel;
        if (m_needs_no_answer && !m_in && is_message)
            throw host::UsageError("--needs-no-answer goes with --in, or stands alone, with a note (-m)");
    }

    std::optional<std::string> m_channel, m_await, m_until;
    std::vector<complaint::Step> m_steps;
    bool m_out = false, m_in = false, m_no_await = false, m_auto = false, m_needs_no_answer = false,
         m_recourse = false;
};

} // namespace

extern constexpr CommandRow k_contact{
    "contact",
    Group::handling,
    Access::write,
    "log a message to or from the customer",
    R"(The first message by a human to the customer ends the response clock; an automatic acknowledgement (--auto) ends none.
A customer's "thanks, bye" is logged with --in --needs-no-answer, and starts no clock; an out-of-office answer with --in
--auto, and changes nothing. contact ID --needs-no-answer by itself ends the clock of an answer that runs already.
With --await the complaint waits for the customer, with a reason, and the resolution clock is paused until
the customer writes (--in) or the wait is ended (--no-await). With --until, or by remind_after of the policy for every
wait, the customer's answer has a deadline of its own, the clock answer: the complaint sorts by it, and is overdue and
alerts when it has passed. Asking again with --await gives a new one.)",
    {{{"reklamaatio contact R-12 --channel phone -m \"Uusi lähtee huomenna\"", "what we told the customer"},
      {"reklamaatio contact R-12 --await \"a photo\" --until +5d -m \"Voitteko lähettää kuvan?\"",
       "now it is the customer's turn"},
      {"reklamaatio contact R-12 --in --at \"today 9:15\" -m -", "the customer's answer, logged later"}}},
    make<Contact>};

} // namespace reklamaatio::cli
