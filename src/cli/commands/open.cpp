// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/handler.hpp"
#include "casework/reference.hpp"
#include "casework/triage.hpp"
#include "cli/commands/commands.hpp"
#include "cli/handling_command.hpp"
#include "complaint/contact_keys.hpp"
#include "complaint/error.hpp"
#include "complaint/merge.hpp"
#include "complaint/tags.hpp"
#include "store/complaints.hpp"
#include "store/customer_overviews.hpp"
#include "store/customers.hpp"
#include "store/digest.hpp"
#include "text/append.hpp"
#include "text/blank.hpp"
#include "time/display.hpp"
#include "view/words/due_text.hpp"
#include "view/words/event_text.hpp"
#include "view/words/time_text.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

// What is older is a slip in the year.
constexpr std::chrono::years k_longest_ago{100};

class Open final : public HandlingCommand {
  protected:
    bool takes_ids() const override { return false; }
    std::string message_help() const override { return "what the customer says"; }

    void declare_own(Options& options) override {
        options.argument("SUBJECT", m_subject, "the complaint in a few words");
        options.text("-c,--customer", "WHO", m_customer, "\"Name <mail>\", either of the two, or C-7");
        options.text("--phone", "NUMBER", m_phone, "the customer's telephone number");
        options.text("--channel", "CHANNEL", m_channel, "how it came: phone, email, shop, letter...");
        options.word("-k,--kind", "KIND", m_kind, "praise, remark, complaint (the default) or claim");
        options.text("--category", "CATEGORY", m_category, "what it is about");
        options.text("--product", "PRODUCT", m_product, "the product or service");
        options.word("--priority", "PRIORITY", m_priority, "low, normal (the default), high or urgent");
        options.text("--received", "TIME", m_received, "when the customer complained, if earlier than now");
        options.text("--ref", "REF", m_ref, "what another system calls it");
        options.text("--source", "NAME", m_source, "that other system");
        options.text("--wish", "TEXT", m_wish, "what the customer wants");
        options.list("--tag", "TAG", m_tags, "a word of your own; several with commas");
        options.word("--harm", "HARM", m_harm, "none, safety or injury");
        options.text("--assign", "WHO", m_owner, "a person, or team:NAME");
        options.flag("--no-rules", m_no_rules,
                     "leave it as it is said here: the rules of the policy do not sort it");
        options.flag("--answered", m_answered,
                     "we are talking to the customer now, or did so at --at: the complaint is answered");
    }

  public:
    host::ExitStatus run(Session& session) override {
        const auto when = occasion(session);
        complaint::Complaint draft = facts(session, when.happened_at);
        check_answer(draft, when);
        casework::check_reference(session.desk(), draft);
        draft.id = store::next_complaint_id(session.desk().database());
        draft.uid = store::new_uid(session.environment().clock.now_in_milliseconds());
        const auto met = customer(session, draft);
        const auto sorted = m_no_rules ? Sorted{} : sort(session, draft);
        std::string note = met ? met->note() : "";
        text::append(note, sorted.note, "; ");
        const auto opened = complaint::with_note(complaint::open(draft, m_answered, when), note);
        rulebook::check_words(session.desk().policy().words, {}, opened);
        const auto after = session.desk().ledger().record({}, opened);
        if (!session.prints_text()) {
            show_changed(session, {{{}, after}});
            return host::ExitStatus::done;
        }
        // Of a dry run there is no number to go on with.
        if (!is_dry_run()) session.out() << to_string(after.id) << '\n';
        announce(session, told(session, after.id, sorted.sentence));
        if (met) {
            if (!met->known && session.environment().err_is_terminal)
                hint_at_namesakes(session, met->customer);
            for (const auto& hint : met->hints)
                session.confirm(typable(hint, after.id));
        }
        return host::ExitStatus::done;
    }

  private:
    // What became of it, and what is owed first.
    std::string told(Session& session, complaint::Id id, const std::string& sorted) const {
        std::string text =
            fmt::format("{} {} logged{}{}", to_string(id), tense().is(), sorted.empty() ? "" : ": ", sorted);
        text += others_text(session, id);
        const auto owed = view::owed_deadlines(session.desk().database(), id);
        if (!owed.empty())
            text += "; "
                    + view::due_text(owed.front(), session.desk().now(),
                                     view::day_and_time(session.desk().now(), session.desk().zone()),
                                     is_dry_run());
        return is_dry_run() ? text + "; nothing was stored" : text;
    }

    // Who it is on the line: what else they have with us that is not resolved, lest it be logged twice.
    static std::string others_text(Session& session, complaint::Id id) {
        const auto customer = store::find_complaint(session.desk().database(), id).value().customer;
        if (!customer || !session.environment().err_is_terminal) return "";
        std::vector<std::string> others;
        for (const auto other : store::complaints_of(session.desk().database(), *customer))
            if (other != id
                && complaint::is_unresolved(
                    store::find_complaint(session.desk().database(), other).value().status))
                others.push_back(to_string(other));
        if (others.empty()) return "";
        constexpr std::size_t k_most = 3;
        const auto more = others.size() > k_most ? fmt::format(" and {} more", others.size() - k_most) : "";
        others.resize(std::min(others.size(), k_most));
        return fmt::format("; {} has {}{} open as well", to_string(*customer), fmt::join(others, ", "), more);
    }

    // Two of one name may be one: a name alone recognises nobody.
    static void hint_at_namesakes(Session& session, const complaint::Customer& newcomer) {
        if (newcomer.name.empty() || !newcomer.email.empty() || !newcomer.phone.empty()) return;
        const auto called = store::customers_called(session.desk().database(), newcomer.name,
                                                    session.desk().policy().organisation.country);
        for (const auto& other : called.whole)
            if (other.id != newcomer.id) {
                session.confirm(fmt::format(
                    "{} is called {}, too; if they are the same, say reklamaatio customer merge {} {}",
                    to_string(other.id), newcomer.name, to_string(newcomer.id), to_string(other.id)));
                return;
            }
    }

    // A hint, where the complaint had no number yet, as it can be copied.
    static std::string typable(std::string hint, complaint::Id id) {
        constexpr std::string_view k_unknown = "edit ID ";
        if (const auto at = hint.find(k_unknown); at != std::string::npos)
            hint.replace(at, k_unknown.size(), fmt::format("edit {} ", to_string(id)));
        return hint;
    }

    // What the rules did: for a person who looks, and what is to be kept of it.
    struct Sorted {
        std::string sentence;
        std::string note;
    };

    std::vector<rulebook::Settable> said_by_hand() const {
        using rulebook::Settable;
        std::vector<Settable> said;
        if (m_kind) said.push_back(Settable::kind);
        if (m_priority) said.push_back(Settable::priority);
        if (m_harm) said.push_back(Settable::harm);
        if (m_category) said.push_back(Settable::category);
        if (m_product) said.push_back(Settable::product);
        if (m_owner) said.push_back(Settable::assign);
        return said;
    }

    Sorted sort(Session& session, complaint::Complaint& draft) const {
        const complaint::Complaint before = draft;
        const casework::Triage sorting(session.desk(), draft, said_by_hand());
        complaint::apply_classification(draft, rulebook::classification_by(sorting.set()));
        rulebook::Destination to;
        if (sorting.set().sets(rulebook::Settable::assign)) {
            to = casework::destination_of(session.desk(), sorting.meant_for());
            draft.team = to.team;
            draft.assignee = to.person;
        }
        return {view::with_reason(view::changes_text(before, draft, session.desk().zone()), to.why),
                to.is_makeshift ? to.why : ""};
    }

    // --at says when the customer complained, or, beside --received, when the complaint was answered.
    void check_answer(const complaint::Complaint& draft, const complaint::Occasion& when) const {
        if (!m_received || when.happened_at == when.now) return;
        if (!m_answered)
            throw host::UsageError(
                "--received and --at both say when the customer complained; leave one out, or say "
                "--answered");
        if (when.happened_at < draft.received_at)
            throw complaint::Refusal(fmt::format(
                "--at {} is before the complaint was received ({}); it cannot have been answered then",
                time::display_absolute(when.happened_at, when.zone),
                time::display_absolute(draft.received_at, when.zone)));
    }

    // Blanks alone say nothing.
    static std::string said(const std::string& text) { return text::is_blank(text) ? "" : text; }

    complaint::Complaint facts(Session& session, time::Instant happened_at) const {
        complaint::Complaint draft;
        draft.received_at =
            session.moment("--received", m_received, time::DateMeans::beginning).value_or(happened_at);
        if (draft.received_at < session.desk().now() - k_longest_ago)
            throw complaint::Refusal(
                fmt::format("the complaint cannot be older than a hundred years ({}); now is {}",
                            time::display_absolute(draft.received_at, session.desk().zone()),
                            time::display_absolute(session.desk().now(), session.desk().zone())));
        draft.subject = said(m_subject.value_or(""));
        draft.text = said(message());
        draft.wish = m_wish.value_or("");
        draft.kind = m_kind.value_or(draft.kind);
        draft.priority = m_priority.value_or(draft.priority);
        draft.harm = m_harm.value_or(draft.harm);
        draft.channel = m_channel.value_or("");
        draft.category = m_category.value_or("");
        draft.product = m_product.value_or("");
        draft.ref = m_ref.value_or("");
        draft.source = m_source.value_or("");
        for (const auto& tag : m_tags)
            complaint::check_tag(tag);
        draft.tags = complaint::changed_tags({}, m_tags, {});
        if (m_owner) {
            const auto owner = casework::parse_owner(session.desk().policy(), *m_owner, "");
            draft.team = owner.team;
            draft.assignee = owner.assignee;
        }
        return draft;
    }

    // C-7, but not "C-Lines Oy".
    static bool is_number(const std::string& who) {
        if (!who.starts_with("C-") && !who.starts_with("c-")) return false;
        return who.find_first_not_of("0123456789", 2) == std::string::npos;
    }

    // Nothing for somebody who is named by number, or for nobody.
    std::optional<store::CustomerMatch> customer(Session& session, complaint::Complaint& draft) const {
        complaint::Customer facts;
        if (m_phone) complaint::check_phone(*m_phone);
        if (m_customer && is_number(*m_customer)) {
            const auto id = complaint::parse_customer_id(*m_customer);
            const auto known = store::find_customer(session.desk().database(), id);
            if (!known)
                throw complaint::Refusal(
                    fmt::format("there is no customer {}; see reklamaatio customer list", to_string(id)));
            complaint::check_not_merged(*known);
            draft.customer = id;
            if (!m_phone) return std::nullopt;
            facts.phone = *m_phone;
            return session.desk().ledger().register_customer(*known, facts);
        }
        if (m_customer) facts = complaint::parse_customer(*m_customer);
        if (m_phone && !facts.phone.empty())
            throw host::UsageError(fmt::format(
                "--customer '{}' is a telephone number as well as --phone; leave one out", *m_customer));
        if (m_phone) facts.phone = *m_phone;
        const auto met = session.desk().ledger().register_customer(facts);
        if (met) draft.customer = met->customer.id;
        return met;
    }

  private:
    std::optional<std::string> m_subject, m_customer, m_phone, m_channel, m_category, m_product, m_received,
        m_ref, m_source, m_wish, m_owner;
    std::optional<complaint::Kind> m_kind;
    std::optional<complaint::Priority> m_priority;
    std::optional<complaint::Harm> m_harm;
    std::vector<std::string> m_tags;
    bool m_answered = false, m_no_rules = false;
};

} // namespace

std::unique_ptr<Command> make_open() {
    return std::make_unique<Open>();
}

} // namespace reklamaatio::cli
