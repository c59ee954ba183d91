// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/extending.hpp"
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

// A date alone means the end of that day, or of what of it is left to us, such as the last working hour.
time::Instant end_within(const time::Zone& zone, time::Instant until, time::Instant most) {
    const auto next_day = zone.start_of(zone.date_at(most) + std::chrono::days{1});
    return until > most && until + time::Seconds{1} == next_day ? most : until;
}

class Extend final : public HandlingCommand {
  protected:
    bool takes_words() const override { return true; }
    std::string ids_help() const override {
        return "complaints, followed by what is extended: legal (a statutory term) or resolution";
    }
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
        const auto clock = checked_clock();
        complaint::NewExtension made;
        made.until = *deadline(session, "--until", m_until);
        made.reason = *m_reason;
        made.channel = m_channel.value_or(session.settings().channel);
        made.text = message();
        return change_each_whole(
            session, ids(),
            [&](const complaint::Complaint& complaint, const complaint::Procedure& procedure,
                const complaint::Occasion& occasion) {
                const auto given =
                    clock == complaint::Clock::legal
                        ? casework::extendable_term(session.desk(), complaint.id, m_term)
                        : casework::extendable_resolution(session.desk(), complaint, occasion.happened_at);
                auto fitting = made;
                fitting.until = end_within(session.desk().zone(), made.until, given.most);
                return complaint::extend(complaint, procedure, given, fitting, occasion);
            });
    }

  private:
    complaint::Clock checked_clock() const {
        const auto& typed = words();
        if (typed.empty())
            throw host::UsageError(
                "extend needs the clock, legal or resolution: extend R-12 legal --until TIME --reason TEXT");
        const auto clock = complaint::find_word<complaint::Clock>(typed.front());
        if (typed.size() > 1 || (clock != complaint::Clock::legal && clock != complaint::Clock::resolution))
            throw host::UsageError(fmt::format("'{}' cannot be extended; legal and resolution can: extend "
                                               "R-12 legal --until TIME --reason TEXT",
                                               typed.back()));
        if (m_term && clock != complaint::Clock::legal)
            throw host::UsageError("--term names a [[legal]] of the policy; leave it out with resolution");
        if (!m_until) throw host::UsageError("extend needs the new end: --until TIME");
        if (!says_something(m_reason))
            throw host::UsageError("extend needs the reason that the customer is told: --reason TEXT");
        return *clock;
    }

    std::optional<std::string> m_until, m_reason, m_channel, m_term;
};

} // namespace

extern constexpr CommandRow k_extend{
    "extend",
    Group::handling,
    Access::write,
    "take more time, by telling the customer why",
    R"(Moves the end of a statutory term (legal) or of our own resolution (resolution) where the policy allows it: extend_to of the
[[legal]] or of the [[sla]] says how long it may take in all. That is possible before the end, once, and by telling the customer why.
It is a message to the customer, on a channel that the statutory term takes, and the first answer where none was given before. The
earlier end stays on record; explain and show tell both.)",
    {{{"reklamaatio extend R-12 legal --until 2027-01-08 --reason \"laboratory report missing\" --channel "
       "letter",
       "the customer was told so in a letter"},
      {"reklamaatio extend R-12 resolution --until friday --reason \"the part comes on Thursday\" --channel "
       "phone",
       "more time for what we promised ourselves"}}},
    make<Extend>};

} // namespace reklamaatio::cli
