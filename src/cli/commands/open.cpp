// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/customer_named.hpp"
#include "casework/handler.hpp"
#include "casework/opening.hpp"
#include "casework/owed.hpp"
#include "cli/field_options.hpp"
#include "cli/handling_command.hpp"
#include "cli/own_options.hpp"
#include "cli/registry.hpp"
#include "complaint/customer_read.hpp"
#include "complaint/tags.hpp"
#include "store/complaints.hpp"
#include "text/blank.hpp"
#include "view/words/due_text.hpp"
#include "view/words/event_text.hpp"
#include "view/words/hint_text.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

class Open final : public HandlingCommand {
  protected:
    bool takes_ids() const override { return false; }
    std::string message_help() const override { return "what the customer says"; }

    void declare_own(Options& options) override {
        options.argument("SUBJECT", m_subject, "the complaint in a few words");
        options.mark_prose();
        options.text("--customer", "WHO", m_customer,
                     "\"Name <email>\", a telephone number, any of them together or alone, or C-7");
        options.text("--phone", "NUMBER", m_phone, "the customer's telephone number");
        options.text("--received", "TIME", m_received, "when the customer complained, if earlier than now");
        declare_fields(options, complaint::Use::open, m_values);
        m_set.declare(options);
        options.list("--tag", "TAG", m_tags, "a tag of your own; separate several with commas");
        options.text("--assign", "WHO", m_owner, "a person, me, or team:NAME");
        options.flag("--no-rules", m_no_rules, "take it as given here, without applying the policy's rules");
        options.flag("--answered", m_answered,
                     "the customer is being answered now, or was at --at: this meets the response clock");
        options.flag("--no-answered", m_no_answered,
                     "they are not, although the configuration takes it for granted");
        options.flag(
            "--if-new", m_if_new,
            "where a complaint has this --ref and --source already, print its number and log nothing");
    }

  public:
    host::ExitStatus run(Session& session) override {
        if (m_if_new && !m_values.has("ref"))
            throw host::UsageError("--if-new goes with --ref, by which a complaint is known again");
        if (const auto known = m_if_new ? known_already(session) : std::nullopt)
            return tell_known(session, *known);
        const auto opened = casework::open(session.desk(), wanted(session), occasion(session));
        const auto& after = opened.entry.complaint;
        if (!session.prints_text()) {
            show_changed(session, {{{}, after}});
            return host::ExitStatus::done;
        }
        // Of a dry run there is no number to go on with.
        if (!is_dry_run()) session.out() << to_string(after.id) << '\n';
        announce(session, told(session, opened));
        if (opened.match) tell_of_customer(session, opened);
        return host::ExitStatus::done;
    }

  private:
    std::optional<complaint::Complaint> known_already(Session& session) const {
        complaint::Complaint draft;
        m_values.apply_to(draft);
        return store::find_by_ref(session.desk().database(), draft.source, draft.ref);
    }

    host::ExitStatus tell_known(Session& session, const complaint::Complaint& known) {
        if (!session.prints_text()) {
            show_changed(session, {{known, known}});
            return host::ExitStatus::done;
        }
        if (!is_dry_run()) session.out() << to_string(known.id) << '\n';
        announce(session, fmt::format("{} has the reference {} already; nothing {} logged",
                                      to_string(known.id), known.ref, tense().is()));
        return host::ExitStatus::done;
    }

    // What became of it, and what is owed first.
    std::string told(Session& session, const casework::Opened& opened) const {
        auto& desk = session.desk();
        const auto& after = opened.entry.complaint;
        const auto by_rules = view::with_reason(
            view::changes_text(opened.before_rules, opened.by_rules, desk.zone()), opened.to.why);
        std::string text = fmt::format("{} {} logged{}{}{}", to_string(after.id), tense().is(),
                                       after.responded_at && !m_answered ? " as answered" : "",
                                       by_rules.empty() ? "" : ": ", by_rules);
        if (session.environment().err_is_terminal) text += others_text(desk, after);
        const auto owed = casework::owed_deadlines(after, opened.entry.plan);
        if (!owed.empty())
            text += "; "
                    + view::due_text(owed.front(), desk.now(), view::day_and_time(desk.now(), desk.zone()),
                                     is_dry_run());
        if (rulebook::owes_nobody_an_answer(desk.policy(), after))
            text += fmt::format("; {}, so that the first answer {} no deadline (edit {} --customer WHO)",
                                view::k_nobody_to_answer, is_dry_run() ? "would have" : "has",
                                to_string(after.id));
        return is_dry_run() ? text + "; nothing was stored" : text;
    }

    // "R-3, R-5, R-6 and 2 more".
    static std::string some_of(const std::vector<complaint::Id>& ids) {
        std::vector<std::string> others;
        for (const auto id : ids)
            others.push_back(to_string(id));
        constexpr std::size_t k_most = 3;
        const auto more = others.size() > k_most ? fmt::format(" and {} more", others.size() - k_most) : "";
        others.resize(std::min(others.size(), k_most));
        return fmt::format("{}{}", fmt::join(others, ", "), more);
    }

    // "; C-7 has R-3 open as well": nothing is logged twice.
    static std::string open_as_well(const std::string& who, const std::vector<complaint::Id>& ids) {
        return ids.empty() ? "" : fmt::format("; {} has {} open as well", who, some_of(ids));
    }

    // Of who it is on the line, and of the case that they call about.
    static std::string others_text(casework::Desk& desk, const complaint::Complaint& complaint) {
        std::string text;
        if (complaint.customer)
            text = open_as_well(to_string(*complaint.customer), casework::others_unresolved(desk, complaint));
        for (const auto& [field, value, ids] : casework::same_cases(desk, complaint))
            text += open_as_well(fmt::format("{} {}", field->label(desk.language()), value), ids);
        if (const auto ids = casework::of_same_reference(desk, complaint); !ids.empty())
            text += fmt::format("; {} {} the reference {} from another source", some_of(ids),
                                ids.size() == 1 ? "has" : "have", complaint.ref);
        return text;
    }

    static void tell_of_customer(Session& session, const casework::Opened& opened) {
        const auto& match = *opened.match;
        if (!match.known && session.environment().err_is_terminal)
            if (const auto other = casework::namesake_of(session.desk(), match.customer))
                session.confirm(fmt::format(
                    "{} is called {}, too; if they are the same, run reklamaatio customer merge {} {}",
                    to_string(other->id), match.customer.name, to_string(match.customer.id),
                    to_string(other->id)));
        for (const auto& hint : match.hints)
            session.confirm(view::hint_text(hint, match.customer.id, to_string(opened.entry.complaint.id)));
    }

    std::vector<rulebook::Settable> decided_by_hand(Session& session,
                                                    const complaint::FieldValues& values) const {
        std::vector<rulebook::Settable> decided;
        for (const auto what : rulebook::settables(session.desk().policy().own))
            if (what.field != nullptr ? values.find(*what.field) != nullptr : m_owner.has_value())
                decided.push_back(what);
        return decided;
    }

    // Ours, and those of the firm's own.
    complaint::FieldValues values(Session& session) const {
        auto values = m_values;
        m_set.add_to(session, values);
        return values;
    }

    // One telephone number is enough.
    void check_one_number() const {
        if (!m_customer || !m_phone) return;
        const auto typed = casework::read_customer(*m_customer);
        if (!typed.other.empty() && !complaint::parse_customer(typed.other).phone.empty())
            throw host::UsageError(fmt::format(
                "--customer '{}' has a telephone number, and so has --phone; leave one out", *m_customer));
    }

    casework::NewComplaint wanted(Session& session) const {
        check_one_number();
        const auto when = occasion(session);
        // --at says when the customer complained, or, beside --received, when the complaint was answered.
        if (m_answered && m_no_answered)
            throw host::UsageError("--answered and --no-answered cannot be used together; leave one out");
        if (m_received && when.happened_at != when.now && !m_answered)
            throw host::UsageError("--received and --at both say when the customer complained; leave one "
                                   "out, or add --answered");
        const auto typed = values(session);
        auto draft = facts(session, typed);
        const bool answered = m_answered || is_answered_as_usual(session.settings(), draft.channel, when);
        casework::NewComplaint wanted{std::move(draft),
                                      m_customer,
                                      m_phone,
                                      caller(),
                                      answered,
                                      !m_no_rules,
                                      decided_by_hand(session, typed)};
        wanted.facts.received_at =
            session.moment("--received", m_received, time::DateMeans::beginning, time::Direction::past)
                .value_or(when.happened_at);
        return wanted;
    }

    // By that channel one talks to the customer; but of what came in earlier one is not talking now.
    bool is_answered_as_usual(const Settings& settings, const std::string& channel,
                              const complaint::Occasion& when) const {
        if (m_no_answered || m_received || when.happened_at != when.now) return false;
        return std::ranges::find(settings.answered, channel) != settings.answered.end();
    }

    // Blanks alone say nothing.
    static std::string said(const std::string& text) { return text::is_blank(text) ? "" : text; }

    complaint::Complaint facts(Session& session, const complaint::FieldValues& values) const {
        complaint::Complaint draft;
        values.apply_to(draft);
        if (draft.channel.empty()) draft.channel = session.settings().channel;
        draft.subject = said(m_subject.value_or(""));
        draft.text = said(message());
        draft.effort_minutes = took().count();
        for (const auto& tag : m_tags)
            complaint::check_tag(tag);
        draft.tags = complaint::changed_tags({}, m_tags, {});
        if (m_owner) {
            const auto owner =
                casework::parse_owner(session.desk().policy(), *m_owner, "", session.desk().actor());
            draft.team = owner.team;
            draft.assignee = owner.assignee;
        }
        return draft;
    }

  private:
    complaint::FieldValues m_values;
    SetOptions m_set;
    std::optional<std::string> m_subject, m_customer, m_phone, m_received, m_owner;
    std::vector<std::string> m_tags;
    bool m_answered = false, m_no_rules = false, m_if_new = false, m_no_answered = false;
};

} // namespace

extern constexpr CommandRow k_open{
    "open",
    Group::front,
    Access::create,
    "log a complaint",
    R"(Logs a complaint and prints its number, such as R-1, and nothing else. A subject or a text (-m) is all that it
needs. The customer is recognised by e-mail address, else by telephone number; never by name alone. Where several have
that number, the name decides, or you are asked.

The rules of the policy sort it: they set what was not said here, add tags, and give it to somebody: of a
team, to the present member with the fewest complaints; when all are away, to the lead. --no-rules leaves
that out.

The clocks start when the customer complained: give --received when that was earlier than now. --answered says
that the customer is being answered now, on the telephone for instance.

A script that may run twice says --if-new with --ref: it gets the number that the complaint has.)",
    {{{"reklamaatio open \"Kiuas halkesi\" -c \"Maija <maija@example.fi>\" -k claim", "a claim by telephone"},
      {"reklamaatio open \"Paczka nie doszła\" --received \"yesterday 16:40\" -m -",
       "the text comes from standard input"},
      {"reklamaatio open \"Väärä koko\" --answered --assign maria --tag shoes,summer",
       "answered while the customer is on the phone"}}},
    make<Open>};

} // namespace reklamaatio::cli
