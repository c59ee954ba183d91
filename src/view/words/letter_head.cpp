// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/letter_head.hpp"

#include "casework/owed.hpp"
#include "complaint/money.hpp"
#include "complaint/overview.hpp"
#include "store/complainants.hpp"
#include "store/complaints.hpp"
#include "store/messages.hpp"
#include "store/overviews.hpp"
#include "store/parts.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"
#include "text/wrap.hpp"
#include "time/display.hpp"
#include "view/words/due_text.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::view {

namespace {

// Editors have at least 80 columns, and each line stands after "# ".
constexpr int k_line_width = 76;
constexpr int k_label_width = 12;
// A long story is better read with `show`.
constexpr std::size_t k_most_lines = 6;

void add(std::string& head, std::string_view label, const std::string& value) {
    if (value.empty()) return;
    auto lines = text::wrapped(text::visible_line(value), k_line_width - k_label_width);
    if (lines.size() > k_most_lines) {
        lines.resize(k_most_lines);
        constexpr std::string_view k_more = " ...";
        const int room = k_line_width - k_label_width - text::width(k_more);
        lines.back() = text::wrapped(lines.back(), room).front() + std::string(k_more);
    }
    for (const auto& line : lines) {
        head += fmt::format("{:<{}}{}\n", label, k_label_width, line);
        label = "";
    }
}

std::string customer_text(const complaint::Customer& customer) {
    std::vector<std::string> facts;
    for (const auto* fact : {&customer.name, &customer.email, &customer.phone})
        if (!fact->empty()) facts.push_back(*fact);
    if (!customer.prefers.empty()) facts.push_back(fmt::format("prefers {}", customer.prefers));
    return fmt::format("{}", fmt::join(facts, ", "));
}

// The customer's words that nobody has answered; what was said when the complaint was received are the first.
std::string unanswered_words(store::Database& database, const complaint::Complaint& complaint) {
    std::string words = complaint.responded_at ? "" : complaint.text;
    for (const auto& said : store::conversation_of(database, complaint.id)) {
        const auto& message = said.message;
        const bool is_note = message.direction == complaint::Direction::note;
        if (message.automatic || is_note != message.needs_no_answer) continue;
        words = message.direction == complaint::Direction::in ? message.text : "";
    }
    return words;
}

std::string offer_text(const complaint::Offer& offer) {
    return fmt::format("offer {}, {}", offer.number,
                       complaint::remedy_text(offer.remedy, offer.amount, offer.currency));
}

// Deadlines, then what was offered and promised and is open.
std::vector<std::string> owed_by_us(store::Database& database, complaint::Id id, time::Instant now,
                                    const time::Zone& zone) {
    std::vector<std::string> owed;
    const auto procedure = store::procedure_of(database, id);
    for (const auto& deadline : casework::owed_deadlines(database, id)) {
        if (!is_owed_to_customer(deadline.clock)) continue;
        owed.push_back(due_text(deadline, now, day_and_time(now, zone)));
        const auto promise =
            std::ranges::find(procedure.promises, deadline.ordinal, &complaint::Promise::number);
        if (deadline.clock == complaint::Clock::promise && promise != procedure.promises.end())
            owed.back() += ": " + promise->text;
    }
    for (const auto& offer : procedure.offers)
        if (state_of(offer, now) == complaint::OfferState::proposed)
            owed.push_back(offer_text(offer) + ", waiting for an answer");
    return owed;
}

std::string whole_head(casework::Desk& desk, const complaint::Overview& about) {
    const auto& complaint = about.complaint;
    std::string head;
    add(head, to_string(complaint.id), headline(complaint));
    add(head, "Customer", customer_text(about.customer));
    for (const auto& other : store::other_complainants(desk.database(), complaint.id))
        add(head, "As well", customer_text(other.customer));
    add(head, "Wish", complaint.wish);
    add(head, "Asks", unanswered_words(desk.database(), complaint));
    std::string_view label = "Owed";
    for (const auto& owed : owed_by_us(desk.database(), complaint.id, desk.now(), desk.zone())) {
        add(head, label, owed);
        label = "";
    }
    return head;
}

std::string line_of(store::Database& database, const complaint::Overview& about) {
    const auto name = called(about.customer);
    std::string text = headline(about.complaint);
    if (!name.empty()) text += ", " + name;
    if (!about.customer.prefers.empty()) text += fmt::format(" (prefers {})", about.customer.prefers);
    for (const auto& other : store::other_complainants(database, about.complaint.id))
        text += fmt::format(", as well {}", called(other.customer));
    return fmt::format("{}  {}", to_string(about.complaint.id), text::visible_line(text));
}

} // namespace

std::string letter_head(casework::Desk& desk, std::span<const complaint::Id> complaints) {
    auto& database = desk.database();
    if (complaints.size() == 1)
        return whole_head(desk, store::find_overview(database, complaints.front()).value());
    std::string head;
    for (const auto id : complaints)
        head += line_of(database, store::find_overview(database, id).value()) + '\n';
    return head;
}

} // namespace reklamaatio::view
