// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/customer_named.hpp"
#include "casework/granting.hpp"
#include "casework/reference.hpp"
#include "cli/commands/commands.hpp"
#include "cli/grant_options.hpp"
#include "cli/handling_command.hpp"
#include "complaint/contact_keys.hpp"
#include "complaint/error.hpp"
#include "complaint/merge.hpp"
#include "complaint/money.hpp"
#include "store/events.hpp"
#include "text/append.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using complaint::Complaint;

class Edit final : public HandlingCommand {
  protected:
    std::string message_help() const override { return "why"; }

    void declare_own(Options& options) override {
        options.text("--subject", "TEXT", m_to.subject,
                     "the complaint in a few words; an empty text takes the value away, here and below");
        options.text("--text", "TEXT", m_to.text, "what the customer said");
        options.text("--wish", "TEXT", m_to.wish, "what the customer wants");
        options.text("-c,--customer", "WHO", m_customer, "\"Name <mail>\", either of the two, or C-7");
        options.text("--received", "TIME", m_received,
                     "when the customer complained: what is unmet and not yet due is planned anew");
        options.text("--channel", "CHANNEL", m_to.channel, "how it came");
        options.text("--ref", "REF", m_to.ref, "what another system calls it");
        options.text("--source", "NAME", m_to.source, "that other system");
        options.word("-k,--kind", "KIND", m_to.kind, "praise, remark, complaint or claim");
        options.word("--priority", "PRIORITY", m_to.priority, "low, normal, high or urgent");
        options.word("--harm", "HARM", m_to.harm, "none, safety or injury");
        options.text("--category", "CATEGORY", m_to.category, "what it is about");
        options.text("--product", "PRODUCT", m_to.product, "the product or service");
        options.text("--cause", "CAUSE", m_to.cause, "what was behind it");
        options.word_or_none("--outcome", "OUTCOME", m_to.outcome, "what we decided");
        options.word_or_none("--settled", "WORD", m_to.settled, "did the customer accept it");
        options.text("--remedy", "REMEDY", m_to.remedy, "what made it good");
        options.offer_words(complaint::k_remedies);
        options.text("--amount", "SUM", m_amount, "what it cost");
        options.text("--currency", "CODE", m_currency, "of the sum");
        options.text("--approved-by", "WHO", m_to.approved_by, "who allowed it, where you may not alone");
        options.number_or_none("--csat", "N", m_to.csat, "how content the customer was afterwards, 1 to 5");
        options.number_or_none("--nps", "N", m_to.nps, "how likely to recommend us, 0 to 10");
        options.word_or_none("--retained", "WORD", m_to.retained, "does the customer stay");
    }

  public:
    host::ExitStatus run(Session& session) override {
        check_something_is_said();
        read(session);
        return change_each(session, ids(),
                           [&](const Complaint& complaint, const complaint::Occasion& occasion) {
                               check_new_reference(session, complaint);
                               auto to = with_money(session, complaint);
                               if (to.received_at) to.first_act = first_act(session, complaint.id);
                               return complaint::edit(complaint, to, why(), occasion);
                           });
    }

  private:
    void check_something_is_said() const {
        const auto& t = m_to;
        const bool texts = t.subject || t.text || t.wish || t.channel || t.category || t.product || t.cause
                           || t.ref || t.source || t.remedy || t.approved_by;
        const bool words = t.kind || t.priority || t.harm || t.outcome || t.settled || t.retained;
        if (!texts && !words && !t.csat && !t.nps && !m_customer && !m_received && !m_amount && !m_currency)
            throw host::UsageError(
                "edit needs to know what to change: --subject, --received, --customer...; see "
                "reklamaatio help edit");
    }

    void read(Session& session) {
        m_to.received_at = session.moment("--received", m_received, time::DateMeans::beginning);
        if (m_customer) m_to.customer = customer(session);
        if (m_to.approved_by && !m_to.approved_by->empty())
            m_to.approved_by = rulebook::known_person(session.desk().policy().people, *m_to.approved_by);
        if (m_currency && !m_currency->empty() && !complaint::is_currency(*m_currency))
            throw host::UsageError(fmt::format(
                "--currency: '{}' is not a currency; write three capitals, such as EUR", *m_currency));
    }

    std::optional<complaint::CustomerId> customer(Session& session) {
        if (m_customer->empty()) return std::nullopt;
        const auto meant = casework::customer_meant(session.desk(), *m_customer);
        if (meant.known) return meant.known->id;
        const auto match = session.desk().ledger().register_customer(meant.facts);
        if (!match) return std::nullopt;
        m_note = match->note();
        for (const auto& hint : match->hints)
            session.confirm(hint);
        return match->customer.id;
    }

    // When the first thing happened to it that is not about its receipt.
    static std::optional<time::Instant> first_act(Session& session, complaint::Id id) {
        using complaint::EventKind;
        std::optional<time::Instant> first;
        for (const auto& event : complaint::standing(store::events_of(session.desk().database(), id))) {
            const bool is_of_receipt = event.kind == EventKind::opened || event.kind == EventKind::imported
                                       || event.kind == EventKind::edited || event.kind == EventKind::merged;
            if (!is_of_receipt) first = std::min(first.value_or(event.happened_at), event.happened_at);
        }
        return first;
    }

    std::string why() const {
        std::string why = message();
        text::append(why, m_note, "; ");
        return why;
    }

    // A sum never stands without its currency, nor a currency without a sum.
    complaint::Correction with_money(Session& session, const Complaint& complaint) const {
        complaint::Correction to = m_to;
        if (m_amount && m_amount->empty()) {
            to.amount.emplace();
            to.currency = "";
            return to;
        }
        if (!m_amount && !m_currency) return to;
        if (m_amount) to.amount = complaint::parse_money(*m_amount).cents;
        const auto cents = m_amount ? *to.amount : complaint.amount;
        if (!cents)
            throw complaint::Refusal(
                fmt::format("{} has no sum of money; add --amount", to_string(complaint.id)));
        to.currency = currency(session, complaint);
        casework::check_grant(session.desk(), complaint.id, *cents, *to.currency,
                              m_to.approved_by.value_or(complaint.approved_by));
        return to;
    }

    std::string currency(Session& session, const Complaint& complaint) const {
        const std::string said = m_amount ? complaint::parse_money(*m_amount).currency : "";
        if (m_currency && !said.empty() && said != *m_currency)
            throw host::UsageError(
                fmt::format("--amount says {} and --currency says {}; leave one out", said, *m_currency));
        if (m_currency && !m_currency->empty()) return *m_currency;
        if (!said.empty()) return said;
        return complaint.currency.empty() ? session.desk().policy().organisation.currency
                                          : complaint.currency;
    }

    void check_new_reference(Session& session, Complaint complaint) const {
        if (!m_to.ref && !m_to.source) return;
        complaint.ref = m_to.ref.value_or(complaint.ref);
        complaint.source = m_to.source.value_or(complaint.source);
        casework::check_reference(session.desk(), complaint);
    }

    complaint::Correction m_to;
    std::optional<std::string> m_customer, m_received, m_amount, m_currency;
    std::string m_note; // what was said of the customer and is known otherwise
};

} // namespace

std::unique_ptr<Command> make_edit() {
    return std::make_unique<Edit>();
}

} // namespace reklamaatio::cli
