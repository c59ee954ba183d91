// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/page/extract_page.hpp"

#include "casework/own_fields.hpp"
#include "complaint/money.hpp"
#include "exchange/field_set.hpp"
#include "render/page.hpp"
#include "render/shown_text.hpp"
#include "text/append.hpp"
#include "text/visible.hpp"
#include "time/display.hpp"
#include "view/words/event_text.hpp"
#include "view/words/in_words.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Direction;

class ExtractPage {
  public:
    ExtractPage(casework::Desk& desk, const render::Style& style)
        : m_desk(desk), m_fields(casework::shown_fields(desk)), m_page(style) {}

    void show_head(const casework::CustomerExtract& extract) {
        m_page.title(text::visible_line(title_of(extract)));
        m_page.blank();
        const auto& firm = m_desk.policy().organisation;
        m_page.wrapped(
            "",
            text::visible_line(fmt::format(
                "This is what {} keeps about you in its record of complaints, on {}. Times are those of {}. "
                "Names of our staff and of other customers are left out.",
                firm.name.empty() ? "our firm" : firm.name, when(m_desk.now()), firm.zone.name())));
        if (extract.customers.empty())
            m_page.wrapped(
                "", "You are not among our customers any more: what follows was undone and is kept in the "
                    "record of changes alone.");
        for (const auto& customer : extract.customers)
            show_customer(customer);
    }

    void show_complaint(const casework::Dossier& dossier) {
        m_page.blank();
        m_page.title(text::visible_line(
            fmt::format("{}  {}", to_string(dossier.complaint().id), headline(dossier.complaint()))));
        for (const auto* field : m_fields.all()) {
            const auto value = field->value(dossier.overview);
            if (is_told_elsewhere(field->name) || std::holds_alternative<std::monostate>(value)) continue;
            line(field->heading, render::shown_text(value, m_desk.zone()));
        }
        if (!dossier.conversation.empty()) m_page.blank();
        for (const auto& spoken : dossier.conversation)
            m_page.wrapped(fmt::format("{}  ", when(spoken.said.happened_at)),
                           text::visible(words_of(spoken)));
    }

    void show_log(const std::vector<casework::Recorded>& log) {
        m_page.blank();
        m_page.title("What was recorded, in this order");
        for (const auto& [logged, stands] : log)
            m_page.wrapped(fmt::format("{}  ", when(logged.event.recorded_at)),
                           text::visible_line(recorded_text(logged.event, stands)));
    }

    std::string text() const { return m_page.text(); }

  private:
    static std::string title_of(const casework::CustomerExtract& extract) {
        if (extract.customers.empty()) return to_string(extract.asked_for);
        const auto& who = extract.customers.front();
        return fmt::format("{}  {}", to_string(who.id), called(who));
    }

    std::string when(time::Instant at) const { return time::display_absolute(at, m_desk.zone()); }

    void line(std::string_view label, const std::string& value) {
        if (!value.empty()) m_page.labelled(label, text::visible(value));
    }

    void show_customer(const complaint::Customer& customer) {
        m_page.blank();
        line("Customer", to_string(customer.id));
        line("Name", customer.name);
        line("E-mail", customer.email);
        line("Telephone", customer.phone);
        line("Reference", customer.source.empty() ? customer.ref : customer.source + "/" + customer.ref);
        if (customer.type) line("Type", std::string(in_words(*customer.type)));
        line("Prefers", customer.prefers);
        if (customer.value)
            line("Value", fmt::format("{} {} a year", complaint::amount_text(*customer.value),
                                      m_desk.policy().organisation.currency));
        if (customer.merged_into) line("Same as", to_string(*customer.merged_into));
    }

    // Above it, or of nobody's concern but staff's.
    static bool is_told_elsewhere(std::string_view field) {
        constexpr std::array<std::string_view, 8> k_fields{
            "id", "customer", "customer_id", "email", "phone", "customer_value", "customer_ref", "subject"};
        return casework::names_staff(field) || std::ranges::find(k_fields, field) != k_fields.end();
    }

    std::string words_of(const casework::Spoken& spoken) const {
        const auto& message = spoken.said.message;
        std::string text = message.direction == Direction::in    ? "from you"
                           : message.direction == Direction::out ? "to you"
                                                                 : "our note";
        if (!message.channel.empty()) text += ", " + message.channel;
        if (message.automatic) text += " (automatic)";
        const auto about = about_text(message.direction, spoken.parts, absolute(m_desk.zone()));
        if (!about.empty()) text += fmt::format(" ({})", about);
        if (spoken.erased) return text + ": " + std::string(complaint::k_erased);
        return message.text.empty() ? text : text + ": " + message.text;
    }

    std::string recorded_text(const complaint::Event& event, bool stands) const {
        std::string text = event.complaint ? to_string(*event.complaint) : to_string(*event.customer);
        text += " " + kind_text(event.kind);
        const auto what = event_text(event, m_desk.zone());
        if (!what.empty()) text += ": " + what;
        for (const auto& part : event.parts)
            if (const auto found = found_text(part); !found.empty()) text += ", " + found;
        if (event.happened_at != event.recorded_at)
            text += fmt::format(" (happened {})", when(event.happened_at));
        return !stands && event.undoes == 0 ? text + " (undone)" : text;
    }

    casework::Desk& m_desk;
    exchange::FieldSet m_fields;
    render::Page m_page;
};

} // namespace

std::string extract_page(casework::Desk& desk, const casework::CustomerExtract& extract,
                         const render::Style& style) {
    ExtractPage page(desk, style);
    page.show_head(extract);
    for (const auto& dossier : extract.complaints)
        page.show_complaint(dossier);
    page.show_log(extract.log);
    return page.text();
}

} // namespace reklamaatio::view
