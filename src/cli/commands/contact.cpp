// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class Contact final : public HandlingCommand {
  protected:
    std::string message_help() const override { return "what was said"; }

    void declare_own(Options& options) override {
        options.flag("--out", m_out, "we told the customer (the default)");
        options.flag("--in", m_in, "the customer told us");
        options.text("--channel", "CHANNEL", m_channel,
                     "the channel: phone, email, letter...; default: the complaint's own");
        options.text("--await", "REASON", m_await,
                     "wait for the customer to do this; the resolution clock is paused");
        options.text("--until", "TIME", m_until,
                     "for --await: by when an answer is expected; a date alone means the end of that day");
        options.flag("--no-await", m_no_await, "stop waiting for the customer");
        options.words("--step", "STEP", m_steps, "steps that this message completes, comma-separated");
        options.flag("--auto", m_auto, "an automatic acknowledgement: it answers nothing and meets no clock");
    }

  public:
    host::ExitStatus run(Session& session) override {
        check();
        complaint::Contact contact;
        contact.direction = m_in ? complaint::Direction::in : complaint::Direction::out;
        contact.channel = m_channel.value_or("");
        contact.text = message();
        contact.automatic = m_auto;
        contact.await = m_await;
        contact.until = deadline(session, "--until", m_until);
        contact.no_await = m_no_await;
        contact.steps = m_steps;
        std::vector<complaint::Complaint> ended;
        const auto status = change_each_whole(
            session, ids(),
            [&](const complaint::Complaint& complaint, const complaint::Procedure& procedure,
                const complaint::Occasion& occasion) {
                if (m_in && complaint.resolved_at) ended.push_back(complaint);
                return complaint::contact(complaint, procedure, contact, occasion);
            });
        for (const auto& complaint : ended)
            hint(session, complaint);
        return status;
    }

  private:
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
        if (m_in && m_await)
            throw host::UsageError(
                "--await goes with a message to the customer; log the customer's message first");
        if (m_await && m_no_await)
            throw host::UsageError("--await and --no-await cannot be used together; leave one out");
        if (m_await && m_await->empty())
            throw host::UsageError("--await needs a reason: what is the customer to do?");
        if (m_until && !m_await)
            throw host::UsageError("--until goes with --await: what is the customer to do by then?");
        if (m_auto && (m_in || m_await || m_no_await || !m_steps.empty()))
            throw host::UsageError("--auto is for an automatic acknowledgement; it goes with --out alone");
    }

    std::optional<std::string> m_channel, m_await, m_until;
    std::vector<complaint::Step> m_steps;
    bool m_out = false, m_in = false, m_no_await = false, m_auto = false;
};

} // namespace

extern constexpr CommandRow k_contact{
    "contact",
    Group::handling,
    Access::write,
    "log a message to or from the customer",
    R"(The first message by a human to the customer ends the response clock; an automatic acknowledgement (--auto) ends none.
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
