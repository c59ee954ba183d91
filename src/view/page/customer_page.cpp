// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/page/customer_page.hpp"

#include "casework/customer_named.hpp"
#include "complaint/customer.hpp"
#include "complaint/endings.hpp"
#include "complaint/money.hpp"
#include "render/page.hpp"
#include "store/complainants.hpp"
#include "store/complaints.hpp"
#include "store/customer_overviews.hpp"
#include "store/customers.hpp"
#include "store/events.hpp"
#include "store/parts.hpp"
#include "text/plural.hpp"
#include "text/streams.hpp"
#include "text/visible.hpp"
#include "time/display.hpp"
#include "view/tables/complaint_table.hpp"
#include "view/tables/customer_table.hpp"
#include "view/tables/word_value.hpp"
#include "view/words/in_words.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::view {

namespace {

using complaint::Complaint;
using render::Align;
using render::amount_or_none;
using render::Cell;
using render::number_or_none;
using render::text_or_none;
using render::Value;

// A complaint of the customer, or one in which it goes on, with each end that it ever had.
struct Case {
    Complaint complaint;
    std::vector<complaint::Ending> endings;
};

std::vector<complaint::Ending> endings_of(store::Database& database, const Complaint& complaint) {
    if (!complaint.resolved_at && complaint.reopened_count == 0) return {};
    return complaint::endings(store::standing_events_of(database, complaint.id));
}

class CustomerFile {
  public:
    CustomerFile(casework::Desk& desk, const complaint::Customer& customer) : m_desk(desk) {
        auto& database = desk.database();
        for (const auto id : store::cases_of(database, customer.id)) {
            auto complaint = store::known_complaint(database, id);
            auto endings = endings_of(database, complaint);
            m_cases.push_back({std::move(complaint), std::move(endings)});
        }
        // The newest first; of equal times the one that was entered last.
        std::ranges::reverse(m_cases);
        std::ranges::stable_sort(m_cases, std::ranges::greater{},
                                 [](const Case& each) { return each.complaint.received_at; });
    }

    render::Table complaints() const {
        render::Table table{{{"id", "Complaint"},
                             {"received_at", "Received"},
                             {"kind", "Kind", Align::left, 2, 0},
                             {"status", "Status"},
                             {"outcome", "Outcome", Align::left, 1, 0},
                             {"settled", "Settled", Align::left, 3, 0},
                             {"subject", "Subject", Align::left, 0, 8}},
                            {}};
        for (const auto& [c, endings] : m_cases)
            table.rows.push_back({Value{to_string(c.id)}, when(c.received_at),
                                  word_or_none(std::optional(c.kind)), word_or_none(std::optional(c.status)),
                                  word_or_none(c.outcome), word_or_none(c.settled),
                                  text_or_none(headline(c))});
        return table;
    }

    // What was proposed, and what was granted in the end without having been proposed.
    render::Table remedies() const {
        render::Table table{{{"complaint", "Complaint"},
                             {"number", "Offer", Align::right, 2, 0},
                             {"at", "When"},
                             {"remedy", "Remedy"},
                             {"amount", "Amount", Align::right},
                             {"currency", "Cur."},
                             {"state", "State"},
                             {"wish", "Wish", Align::left, 1, 8}},
                            {}};
        for (const auto& [c, endings] : m_cases) {
            const auto procedure = store::procedure_of(m_desk.database(), c.id);
            for (const auto& offer : procedure.offers) {
                table.rows.push_back({Value{to_string(c.id)}, Value{offer.number},
                                      offer.made_at ? when(*offer.made_at) : Cell{},
                                      text_or_none(offer.remedy), amount_or_none(offer.amount),
                                      text_or_none(offer.currency), state(offer), text_or_none(offer.wish)});
            }
            for (const auto& ending : endings) {
                if (ending.remedy.empty() || ending.remedy == "none" || was_offered(procedure, ending))
                    continue;
                table.rows.push_back({Value{to_string(c.id)}, Value{}, when(ending.resolved_at),
                                      text_or_none(ending.remedy), amount_or_none(ending.amount),
                                      text_or_none(ending.amount ? ending.currency : ""),
                                      Value{std::string(ending.paid_at ? "given, paid" : "given")}, Value{}});
            }
        }
        return table;
    }

    render::Table followups() const {
        render::Table table{{{"complaint", "Complaint"},
                             {"at", "Asked"},
                             {"reached", "Reached"},
                             {"csat", "CSAT", Align::right},
                             {"nps", "NPS", Align::right},
                             {"retained", "Retained"}},
                            {}};
        for (const auto& [c, endings] : m_cases)
            for (const auto& ending : endings)
                for (const auto& followup : ending.followups)
                    table.rows.push_back({Value{to_string(c.id)}, followup.at ? when(*followup.at) : Cell{},
                                          word_or_none(followup.reached), number_or_none(followup.csat),
                                          number_or_none(followup.nps), word_or_none(followup.retained)});
        return table;
    }

    // "3 complaints in 12 months, 2 upheld; 1 open": somebody whose complaints are justified is no
    // troublemaker.
    std::string standing() const {
        const auto now = m_desk.now();
        const auto today = std::chrono::year_month_day{m_desk.zone().date_at(now)};
        const auto since = m_desk.zone().start_of(time::Date{today - std::chrono::years{1}});
        std::int64_t recent = 0;
        std::int64_t upheld = 0;
        std::int64_t open = 0;
        for (const auto& [c, endings] : m_cases) {
            if (c.status == complaint::Status::void_) continue;
            if (complaint::is_unresolved(c.status)) ++open;
            if (c.received_at < since || !has_outcome(c.kind)) continue;
            ++recent;
            if (c.outcome == complaint::Outcome::upheld || c.outcome == complaint::Outcome::partly) ++upheld;
        }
        return fmt::format("{} in 12 months, {} upheld; {} open", text::plural(recent, "complaint"), upheld,
                           open);
    }

  private:
    static bool was_offered(const complaint::Procedure& procedure, const complaint::Ending& ending) {
        return std::ranges::any_of(procedure.offers, [&](const complaint::Offer& offer) {
            return offer.accepted_at && *offer.accepted_at <= ending.resolved_at
                   && offer.remedy == ending.remedy && offer.amount == ending.amount;
        });
    }

    Cell when(time::Instant at) const {
        return {Value{at}, time::display_short(at, m_desk.now(), m_desk.zone())};
    }

    Value state(const complaint::Offer& offer) const {
        const std::string word(in_words(complaint::state_of(offer, m_desk.now())));
        return Value{offer.paid_at ? word + ", paid" : word};
    }

    casework::Desk& m_desk;
    std::vector<Case> m_cases;
};

std::string facts(casework::Desk& desk, const complaint::Customer& customer, const render::Style& style) {
    render::Page page(style);
    page.title(fmt::format("{}  {}", to_string(customer.id), text::visible_line(called(customer))));
    page.blank();
    const auto line = [&](std::string_view label, const std::string& value) {
        if (!value.empty()) page.labelled(label, text::visible_line(value));
    };
    if (customer.merged_into)
        line("Merged", fmt::format("into {}: use that one", to_string(*customer.merged_into)));
    line("E-mail", customer.email);
    if (!customer.ref.empty())
        line("Reference", customer.source.empty() ? customer.ref : customer.source + "/" + customer.ref);
    line("Telephone", customer.phone);
    for (const auto& other : store::also_known_as(desk.database(), customer.id))
        line("Also", complaint::introduced(other));
    if (customer.type) line("Type", std::string(in_words(*customer.type)));
    line("Prefers", customer.prefers);
    if (customer.value)
        line("Value", fmt::format("{} {} a year", complaint::amount_text(*customer.value),
                                  desk.policy().organisation.currency));
    return page.text();
}

// Addresses by which the customer is recognised as well.
render::Table also_known(casework::Desk& desk, const complaint::Customer& customer) {
    render::Table table{{{"id", ""}, {"name", ""}, {"email", ""}, {"phone", ""}}, {}};
    for (const auto& other : store::also_known_as(desk.database(), customer.id))
        table.rows.push_back({Value{to_string(other.id)}, text_or_none(other.name), text_or_none(other.email),
                              text_or_none(other.phone)});
    return table;
}

} // namespace

std::string customer_page(casework::Desk& desk, const complaint::Customer& customer,
                          const render::WriterOptions& options) {
    const CustomerFile file(desk, customer);
    text::OutText out;
    out << facts(desk, customer, options.style);
    if (!customer.merged_into) {
        render::Page page(options.style);
        page.labelled("Complaints", file.standing());
        out << page.text();
    }
    for (const auto& table : {file.complaints(), file.remedies(), file.followups()}) {
        if (table.rows.empty()) continue;
        out << '\n';
        render::write(table, out, options);
    }
    return out.str();
}

render::Record customer_record(casework::Desk& desk, const complaint::Customer& customer) {
    const CustomerFile file(desk, customer);
    const auto list =
        customer_table(desk, {*store::find_customer_overview(desk.database(), customer.id)}, false);
    render::Record record;
    for (std::size_t i = 0; i < list.columns.size(); ++i)
        record.push_back({list.columns[i].key, list.rows.front()[i].value});
    record.push_back({"also_known_as", also_known(desk, customer)});
    record.push_back({"complaint_list", file.complaints()});
    record.push_back({"remedies", file.remedies()});
    record.push_back({"followups", file.followups()});
    return record;
}

} // namespace reklamaatio::view
