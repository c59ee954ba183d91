// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/customer.hpp"

#include "casework/customer_named.hpp"
#include "casework/customer_type.hpp"
#include "casework/meanwhile.hpp"
#include "cli/customer_data.hpp"
#include "cli/customer_list.hpp"
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "complaint/mailbox.hpp"
#include "complaint/merge.hpp"
#include "complaint/money.hpp"
#include "complaint/phone.hpp"
#include "complaint/refusal.hpp"
#include "store/customers.hpp"
#include "store/merging.hpp"
#include "view/page/customer_page.hpp"
#include "view/tables/customer_table.hpp"
#include "view/words/event_text.hpp"
#include "view/words/meanwhile_text.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

using complaint::Customer;

class CustomerCommand final : public HandlingCommand {
  protected:
    bool takes_ids() const override { return false; }
    bool takes_effort() const override { return false; }
    bool names_customers() const override { return true; }
    std::string message_help() const override { return "for edit and merge, why"; }

    void declare_own(Options& options) override {
        options.choice_argument("ACTION", {"list", "show", "edit", "merge", "extract", "erase"}, "an action",
                                m_action,
                                "list, show WHO, edit WHO, merge WHO INTO, extract WHO or erase WHO", true);
        options.arguments("WHO", arguments(),
                          "customers: C-7, an e-mail address, a telephone number or a name; for list, a part "
                          "of any of them; for merge, the one who stays comes last",
                          false);
        options.text("--name", "NAME", m_name,
                     "for edit: what the customer is called; for list: a part of it");
        options.text("--email", "ADDRESS", m_email,
                     "for edit: the e-mail address; an empty text removes it, here and below");
        options.text("--phone", "NUMBER", m_phone, "for edit: the telephone number");
        options.text("--value", "SUM", m_value, "for edit: what the customer is worth a year");
        options.text("--prefers", "CHANNEL", m_prefers, "for edit: the preferred channel");
        options.choice("--type", "TYPE", {"consumer", "business", "authority", ""}, "a type of customer",
                       m_type, "for edit: what the customer is, also for the unresolved complaints");
        options.text("--text", "TEXT", m_text, "for list: in name, e-mail address or telephone number");
        options.number("--limit", "N", m_limit, "for list: at most N");
        options.flag("--yes", m_erasing.is_sure, "for erase: do not ask");
        options.flag("--force", m_erasing.open_too, "for erase: also while complaints are not over");
    }

    void ask_own(const host::Environment& environment, const Settings& settings) override {
        if (m_action == "erase" && !ids().empty() && !is_dry_run() && !m_erasing.is_sure)
            ask_before_erasing(ids(), environment, settings);
    }

  public:
    std::vector<view::DescribedTable> tables() const override {
        return {{"customer list", "customers, also those of show and edit", view::customer_columns},
                {"customer erase", "what was erased, and where something of it may be left", erased_columns}};
    }
    std::vector<render::Column> columns() const override {
        return m_action == "erase" ? erased_columns() : view::customer_columns();
    }

    Access access(Access of_row) const override {
        const bool looks = m_action == "list" || m_action == "show" || m_action == "extract";
        return looks ? Access::read : of_row;
    }

    host::ExitStatus run(Session& session) override {
        check_options();
        if (m_action == "list")
            list_customers(session, {ids(), m_name, m_text, m_limit});
        else if (m_action == "show")
            show(session);
        else if (m_action == "edit")
            edit(session);
        else if (m_action == "extract")
            extract_customers(session, typed_names(session));
        else if (m_action == "erase")
            erase_customers(session, typed_names(session), m_erasing, is_dry_run());
        else
            merge(session);
        return host::ExitStatus::done;
    }

  private:
    void check_options() const {
        if ((m_email || m_phone || m_value || m_prefers || m_type) && m_action != "edit")
            throw host::UsageError("--email, --phone, --value, --prefers and --type go with customer edit");
        if (m_name && m_action != "edit" && m_action != "list")
            throw host::UsageError("--name goes with customer edit and customer list");
        if ((m_text || m_limit) && m_action != "list")
            throw host::UsageError("--text and --limit go with customer list");
        if (m_action == "erase" && !message().empty())
            throw host::UsageError("an erasure has no note, which might say what is erased");
        if ((m_erasing.is_sure || m_erasing.open_too) && m_action != "erase")
            throw host::UsageError("--yes and --force go with customer erase");
        if ((m_action == "show" || m_action == "extract" || m_action == "erase") && ids().empty())
            throw host::UsageError(
                fmt::format("customer {0} needs a customer: reklamaatio customer {0} C-7", *m_action));
        if (m_action == "edit" && !m_name && !m_email && !m_phone && !m_value && !m_prefers && !m_type)
            throw host::UsageError(
                "customer edit needs to know what to change: --name, --email, --phone, --value, --prefers or "
                "--type");
        if (m_action == "merge" && ids().size() < 2)
            throw host::UsageError(
                "customer merge needs two customers: reklamaatio customer merge C-3 C-7; the last one "
                "stays");
    }

    // Words may be one name that nobody put in quotes: "customer show Aino Korhonen".
    std::vector<std::string> typed_names(Session& session) const {
        if (ids().size() < 2 || !std::ranges::all_of(ids(), is_word)) return ids();
        auto whole = fmt::format("{}", fmt::join(ids(), " "));
        const auto& country = session.desk().policy().organisation.country;
        const auto called = store::customers_called(session.desk().database(), whole, country);
        if (called.whole.empty()) return ids();
        return {std::move(whole)};
    }

    // Whom the names mean, each once.
    using Find = Customer (*)(casework::Desk&, const std::string&);
    static std::vector<Customer> named_by(Find find, Session& session, std::span<const std::string> names) {
        std::vector<Customer> found;
        for (const auto& name : names)
            if (auto customer = find(session.desk(), name);
                std::ranges::find(found, customer.id, &Customer::id) == found.end())
                found.push_back(std::move(customer));
        return found;
    }

    void show(Session& session) const {
        const auto customers = named_by(casework::customer_named, session, typed_names(session));
        if (session.prints_objects()) {
            render::ObjectFrame objects(session.out(), session.settings().format);
            objects.open();
            for (const auto& customer : customers)
                objects.add(view::customer_record(session.desk(), customer));
            return objects.end();
        }
        if (!session.prints_text()) return show_rows(session, customers);
        bool is_first = true;
        for (const auto& customer : customers) {
            if (!is_first) session.out() << '\n';
            is_first = false;
            session.out() << view::customer_page(session.desk(), customer, session.writer_options());
        }
    }

    static void show_rows(Session& session, const std::vector<Customer>& customers) {
        std::vector<store::CustomerOverview> rows;
        for (const auto& customer : customers)
            rows.push_back(*store::find_customer_overview(session.desk().database(), customer.id));
        session.show(view::customer_table(session.desk(), rows, session.prints_page()));
    }

    void edit(Session& session) {
        const auto names = typed_names(session);
        if (names.size() != 1)
            throw host::UsageError(
                "customer edit takes one customer: reklamaatio customer edit C-7 --phone NUMBER");
        const Customer before = casework::customer_named_in_full(session.desk(), names.front());
        complaint::check_is_in_use(before);
        const Customer after = edited(session, before);
        check_is_unmistakable(session, before, after);
        tell_of_replaced(session, before, after);
        session.desk().ledger().record(before, after, message());
        if (after.type != before.type)
            casework::follow_customer_type(session.desk(), after, occasion(session));
        announce(session, told(session, before, after));
        if (!session.prints_text()) show_rows(session, {after});
    }

    static void tell_of_replaced(Session& session, const Customer& before, const Customer& after) {
        if (!session.confirms()) return;
        complaint::Event event;
        event.kind = complaint::EventKind::customer_changed;
        event.customer = after.id;
        event.changes = complaint::differences(before, after);
        for (const auto& replaced : casework::replaced_by(session.desk(), event))
            session.confirm(view::replaced_text(session.desk(), replaced));
    }

    std::string told(Session& session, const Customer& before, const Customer& after) const {
        complaint::Event event;
        event.customer = after.id;
        event.changes = complaint::differences(before, after);
        return event.changes.empty() ? fmt::format("{} is already so; nothing changed", to_string(after.id))
                                     : fmt::format("{} {} changed: {}", to_string(after.id), tense().is(),
                                                   view::event_text(event, session.desk().zone()));
    }

    Customer edited(Session& session, Customer customer) const {
        if (m_name) customer.name = *m_name;
        if (m_email) customer.email = m_email->empty() ? "" : complaint::read_email(*m_email);
        if (m_phone) customer.phone = m_phone->empty() ? "" : complaint::read_phone(*m_phone);
        if (m_prefers) customer.prefers = *m_prefers;
        if (m_type && m_type->empty()) customer.type.reset();
        if (m_type && !m_type->empty())
            customer.type = complaint::parse_word<complaint::CustomerType>(*m_type);
        if (m_value) customer.value = value(session);
        if (customer.name.empty() && customer.email.empty() && customer.phone.empty())
            complaint::refuse<complaint::Reason::customer_without_facts>(customer.id);
        return customer;
    }

    std::optional<std::int64_t> value(Session& session) const {
        if (m_value->empty()) return std::nullopt;
        const auto money = complaint::parse_money(*m_value);
        const auto& currency = session.desk().policy().organisation.currency;
        if (!money.currency.empty() && money.currency != currency)
            throw host::UsageError(fmt::format("--value is in {}, the organisation's currency, not in {}",
                                               currency, money.currency));
        return money.cents;
    }

    // No two customers share an address by which either could be meant.
    static void check_is_unmistakable(Session& session, const Customer& before, const Customer& after) {
        if (before.email == after.email && before.phone == after.phone) return;
        const auto& country = session.desk().policy().organisation.country;
        const auto other = store::mistakable_for(session.desk().database(), after, country);
        if (other)
            complaint::refuse<complaint::Reason::address_of_other>(
                other->shared, complaint::introduced(other->other), other->other.id, after.id);
        if (before.phone == after.phone) return;
        for (const auto& sharing :
             store::others_with_phone(session.desk().database(), after, after.phone, country))
            session.confirm(
                fmt::format("{} is the number of {} as well", after.phone, complaint::introduced(sharing)));
    }

    void merge(Session& session) {
        const Customer survivor = casework::customer_named_in_full(session.desk(), ids().back());
        const auto duplicates =
            named_by(casework::customer_named_in_full, session, std::span(ids()).first(ids().size() - 1));
        const auto after = store::merge(session.desk().database(), session.desk().ledger(), duplicates,
                                        survivor, message(), occasion(session));
        std::vector<std::string> gone;
        for (const auto& duplicate : duplicates)
            gone.push_back(to_string(duplicate.id));
        announce(session, fmt::format("{} {} merged into {}", fmt::join(gone, ", "), tense().is(gone.size()),
                                      complaint::introduced(after)));
        if (!session.prints_text()) show_rows(session, {after});
    }

    std::optional<std::string> m_action, m_name, m_email, m_phone, m_value, m_prefers, m_type, m_text;
    std::optional<std::int64_t> m_limit;
    ErasingChoice m_erasing;
};

} // namespace

extern constexpr CommandRow k_customer{
    "customer",
    Group::data,
    Access::write,
    "list, show, edit, merge, extract or erase customers",
    R"(A customer is named by number (C-7), e-mail address, telephone number, or a name that only one has. show tells
the facts, all complaints with the newest first, what was offered and given, and how satisfied the customer was
afterwards. A local telephone number is read in the policy's country, so that 040 1234567 and +358 40 1234567
are the same.

merge makes one of two: all complaints become those of the customer who is named last, who also takes over
what was not known yet. It is one change, and can be undone. The addresses of those who were merged are still recognised.

extract tells all that is kept about a customer, with whoever was merged with them, for whoever asks for it: the facts,
each complaint with what was said and noted, and every change with the values before and after. Text is a page that can be handed over; --json has
the same for programs. It leaves out names of staff, and what other customers said in complaints that were merged with theirs.
What people wrote in notes and letters stands as it was written, so read it before it is handed over: a note may name somebody else.

erase takes all that is personal of a customer out of the database and out of its log, for good: names, addresses, texts, notes and letters,
also past ones and those of whoever was merged with them. Numbers, times, outcomes and sums stay, so that reports have the same figures. It asks, or
--yes answers; it is refused while complaints of theirs are not over, unless --force is said. It tells which copies still have the data, and where else the name
stands. What goes and what stays is in reklamaatio-privacy(7).)",
    {{{"reklamaatio customer merge C-3 C-5 C-7 -m \"the same person\"", "C-7 stays"},
      {"reklamaatio customer extract C-7 -o C-7.txt", "what she may ask for"},
      {"reklamaatio customer erase C-7 --dry-run", "what would go"}}},
    make<CustomerCommand>};

} // namespace reklamaatio::cli
