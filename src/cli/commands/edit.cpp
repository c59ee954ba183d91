// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/caller.hpp"
#include "casework/customer_named.hpp"
#include "casework/granting.hpp"
#include "casework/handler.hpp"
#include "casework/reference.hpp"
#include "cli/field_options.hpp"
#include "cli/grant_options.hpp"
#include "cli/handling_command.hpp"
#include "cli/own_options.hpp"
#include "cli/registry.hpp"
#include "complaint/effort.hpp"
#include "complaint/merge.hpp"
#include "complaint/money.hpp"
#include "complaint/refusal.hpp"
#include "complaint/repair.hpp"
#include "complaint/standing.hpp"
#include "store/events.hpp"
#include "view/words/hint_text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using complaint::Complaint;

class Edit final : public HandlingCommand {
  protected:
    std::string message_help() const override { return "why"; }

    std::string_view words_go_with() const override { return "--subject"; }

    void declare_own(Options& options) override {
        options.text("--customer", "WHO", m_customer,
                     "\"Name <email>\", a telephone number, any of them together or alone, or C-7");
        options.text("--received", "TIME", m_received,
                     "when the customer complained: what is unmet and not yet due is planned again");
        declare_fields(options, complaint::Use::edit, m_to.values);
        m_set.declare(options);
        options.text("--amount", "SUM", m_amount, "what the remedy cost");
        options.text("--currency", "CODE", m_currency, "currency of the sum");
    }

  public:
    host::ExitStatus run(Session& session) override {
        check_something_is_said();
        read(session);
        return change_each(session, ids(),
                           [&](const Complaint& complaint, const complaint::Occasion& occasion) {
                               check_new_reference(session, complaint);
                               auto to = with_money(session, complaint);
                               if (m_received) to.first_act = first_act(session, complaint.id);
                               return complaint::edit(complaint, to, message(), occasion);
                           });
    }

  private:
    void check_something_is_said() const {
        if (took().count() > 0 && m_to.values.has(complaint::k_effort))
            throw host::UsageError(
                "--effort-minutes says the whole work, and --took adds to it; leave one out");
        if (m_to.values.empty() && m_set.empty() && !m_customer && !m_received && !m_amount && !m_currency)
            throw host::UsageError(
                "edit needs to know what to change: --subject, --received, --customer...; see "
                "reklamaatio help edit");
    }

    void read(Session& session) {
        m_set.add_to(session, m_to.values);
        if (const auto at =
                session.moment("--received", m_received, time::DateMeans::beginning, time::Direction::past))
            m_to.values.set("received_at", at->time_since_epoch().count());
        if (m_customer) take_customer(session);
        if (m_to.values.gives("approved_by"))
            m_to.values.set("approved_by", casework::person_typed(session.desk().policy(), approver(),
                                                                  session.desk().actor()));
        if (m_currency && !m_currency->empty() && !complaint::is_currency(*m_currency))
            throw host::UsageError(fmt::format(
                "--currency: '{}' is not a currency; write three capitals, such as EUR", *m_currency));
    }

    // Who is named; empty where nobody is, or an empty text takes the value away.
    std::string approver() const { return complaint::text_of(*m_to.values.find("approved_by")); }

    // What whoever wrote gave stays with the complaint, but for what is typed now.
    void take_customer(Session& session) {
        if (m_customer->empty()) return give_to_nobody();
        const auto meant = casework::customer_meant(session.desk(), *m_customer);
        if (meant.known) return give_to(*meant.known);
        const auto match = casework::register_customer(session.desk(), meant.facts, caller());
        if (!match) return give_to_nobody();
        give_to(match->customer);
        if (!meant.facts.name.empty()) m_to.values.set("gave_name", match->gave.name);
        if (!meant.facts.email.empty()) m_to.values.set("gave_email", match->gave.email);
        if (!meant.facts.phone.empty()) m_to.values.set("gave_phone", match->gave.phone);
        tell_hints(session, *match);
    }

    void give_to(const complaint::Customer& customer) {
        m_to.values.set("customer_id", customer.id.number);
        take_type(customer);
    }

    void give_to_nobody() {
        m_to.values.set("customer_id", complaint::Value());
        for (const auto* given : {"gave_name", "gave_email", "gave_phone"})
            m_to.values.set(given, std::string());
    }

    // Unless it was typed.
    void take_type(const complaint::Customer& customer) {
        if (customer.type && !m_to.values.has("customer_type"))
            m_to.values.set("customer_type", std::string(complaint::word(*customer.type)));
    }

    void tell_hints(Session& session, const store::CustomerMatch& match) const {
        for (const auto& hint : match.hints)
            session.confirm(
                view::hint_text(hint, match.customer.id, ids().size() == 1 ? ids().front() : "ID"));
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

    // A sum never stands without its currency, nor a currency without a sum.
    complaint::Correction with_money(Session& session, const Complaint& complaint) const {
        complaint::Correction to = m_to;
        if (m_amount && m_amount->empty()) {
            to.values.set("amount_cents", {});
            to.values.set("currency", {});
            return to;
        }
        if (!m_amount && !m_currency) return to;
        const auto cents =
            m_amount ? std::optional(complaint::parse_money(*m_amount).cents) : complaint.amount;
        if (!cents) complaint::refuse<complaint::Reason::currency_without_sum>(complaint.id);
        const auto code = currency(session, complaint);
        if (m_amount) to.values.set("amount_cents", *cents);
        to.values.set("currency", code);
        casework::check_grant(session.desk(), complaint.id, *cents, code,
                              to.values.has("approved_by") ? approver() : complaint.approved_by);
        return to;
    }

    std::string currency(Session& session, const Complaint& complaint) const {
        std::string said = m_amount ? complaint::parse_money(*m_amount).currency : "";
        if (m_currency && !said.empty() && said != *m_currency)
            throw host::UsageError(
                fmt::format("--amount says {} and --currency says {}; leave one out", said, *m_currency));
        if (m_currency && !m_currency->empty()) return *m_currency;
        if (!said.empty()) return said;
        return complaint.currency.empty() ? session.desk().policy().organisation.currency
                                          : complaint.currency;
    }

    void check_new_reference(Session& session, Complaint complaint) const {
        if (!m_to.values.has("ref") && !m_to.values.has("source")) return;
        m_to.values.apply_to(complaint);
        casework::check_reference(session.desk(), complaint);
    }

    complaint::Correction m_to;
    SetOptions m_set;
    std::optional<std::string> m_customer, m_received, m_amount, m_currency;
};

} // namespace

extern constexpr CommandRow k_edit{
    "edit",
    Group::handling,
    Access::write,
    "correct the facts of a complaint",
    R"(Corrects what was written down about complaints, whatever their status. What is not mentioned stays as it is;
an empty text removes a value. The log keeps what it was. When the time of receipt changes, deadlines that
are neither met nor past are planned again.)",
    {{{"reklamaatio edit R-12 --subject \"Kiuas halkesi\" --received \"yesterday 16:40\"", "two facts"},
      {"reklamaatio edit R-12 --customer \"Maija <maija@example.fi>\" -m \"she called\"",
       "it was somebody else"},
      {"reklamaatio edit R-12 --wish \"\"", "take a value away"}}},
    make<Edit>};

} // namespace reklamaatio::cli
