// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/part_text.hpp"

#include "complaint/money.hpp"
#include "complaint/procedure.hpp"
#include "text/append.hpp"
#include "view/words/in_words.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Part;
using complaint::PartChange;
using complaint::Value;

bool is_nothing(const Value& value) {
    return std::holds_alternative<std::monostate>(value);
}

// Empty when the field did not change, or to nothing.
std::string text_of(const PartChange& part, std::string_view field) {
    const auto* change = complaint::change_of(part.changes, field);
    const auto* text = change != nullptr ? std::get_if<std::string>(&change->after) : nullptr;
    return text != nullptr ? *text : "";
}

std::optional<std::int64_t> number_of(const PartChange& part, std::string_view field) {
    const auto* change = complaint::change_of(part.changes, field);
    const auto* number = change != nullptr ? std::get_if<std::int64_t>(&change->after) : nullptr;
    return number != nullptr ? std::optional(*number) : std::nullopt;
}

std::string time_of(const PartChange& part, std::string_view field, const TimeText& when) {
    const auto seconds = number_of(part, field);
    return seconds ? when(time::Instant{time::Seconds{*seconds}}) : "";
}

std::string name_of(const PartChange& part) {
    switch (part.part) {
    case Part::step:
        return fmt::format("step {}", complaint::Vocabulary<complaint::Step>::k_words.at(
                                          static_cast<std::size_t>(part.number - 1)));
    case Part::promise:
        return fmt::format("promise P{}", part.number);
    case Part::task:
        return fmt::format("task T{}", part.number);
    case Part::appeal:
        return fmt::format("appeal A{}", part.number);
    case Part::extension:
        return fmt::format("extension {}", part.number);
    case Part::offer:
    case Part::alert:
        break;
    }
    return fmt::format("offer {}", part.number);
}

std::string made_text(const PartChange& part, const TimeText& when) {
    if (part.part == Part::promise)
        return fmt::format("{} by {}: {}", name_of(part), time_of(part, "due_at", when),
                           text_of(part, "text"));
    std::string text = fmt::format("{}: {}", name_of(part), text_of(part, "remedy"));
    if (const auto cents = number_of(part, "amount_cents"))
        text += fmt::format(" {} {}", complaint::amount_text(*cents), text_of(part, "currency"));
    if (const auto until = time_of(part, "valid_until", when); !until.empty())
        text += ", valid until " + until;
    return text;
}

// Empty where nobody had to.
std::string approval_text(const PartChange& part) {
    const auto who = text_of(part, "approved_by");
    return who.empty() ? "" : "approved by " + who;
}

// What became of it: "accepted", "paid", "broken"...; what was taken back says so.
std::string turn_text(const PartChange& part) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> k_turns{
        {{"kept_at", "kept"},
         {"broken_at", "broken"},
         {"withdrawn_at", "withdrawn"},
         {"accepted_at", "accepted"},
         {"declined_at", "declined"},
         {"paid_at", "paid"},
         {"done_at", "done"},
         {"dropped_at", "dropped"}}};
    for (const auto& [field, word] : k_turns) {
        const auto* change = complaint::change_of(part.changes, field);
        if (change == nullptr) continue;
        std::string text =
            fmt::format("{} {}{}", name_of(part), is_nothing(change->after) ? "no longer " : "", word);
        if (const auto wish = text_of(part, "wish"); !wish.empty())
            text += fmt::format(", wish \"{}\"", wish);
        return text;
    }
    return fmt::format("{} changed", name_of(part));
}

// "task T1 for pekka by Fri 6 Nov 23:59: ask the warehouse"; "task T1 done", "task T1 given to maria, due Mon 9 Nov".
std::string task_text(const PartChange& part, const TimeText& when) {
    const auto owner = text_of(part, "owner");
    const auto due = time_of(part, "due_at", when);
    const auto* made = complaint::change_of(part.changes, "made_at");
    if (made != nullptr && is_nothing(made->after)) return name_of(part) + " taken back";
    std::string text = name_of(part);
    if (made != nullptr) {
        text += owner.empty() ? "" : " for " + owner;
        text += due.empty() ? "" : " by " + due;
        return fmt::format("{}: {}", text, text_of(part, "text"));
    }
    if (owner.empty() && due.empty()) return turn_text(part);
    text += owner.empty() ? "" : " given to " + owner;
    return text + (owner.empty() || due.empty() ? "" : ",") + (due.empty() ? "" : " due " + due);
}

// "response overdue, told maria", "response overdue, acknowledged: on it".
std::string alert_part_text(const PartChange& part) {
    complaint::AlertRecord was;
    complaint::AlertRecord is;
    for (const auto& change : part.changes)
        if (const auto* field = complaint::field_named<complaint::AlertRecord>(change.field)) {
            field->set(was, change.before);
            field->set(is, change.after);
        }
    if (is.sent_at) return fmt::format("{}, told {}", alert_text(is), is.sent_to);
    if (!is.acknowledged_at) return alert_text(was) + " no longer acknowledged";
    return fmt::format("{} acknowledged{}{}", alert_text(is), is.text.empty() ? "" : ": ", is.text);
}

std::string new_appeal_text(const PartChange& part, const TimeText& when) {
    const auto body = text_of(part, "body");
    if (body.empty()) return name_of(part) + " taken back";
    std::string text = body == complaint::k_review ? name_of(part) + ", a second look"
                                                   : fmt::format("{} to {}", name_of(part), body);
    if (const auto ref = text_of(part, "ref"); !ref.empty()) text += ", its reference " + ref;
    if (const auto due = time_of(part, "answer_by", when); !due.empty())
        text += (body == complaint::k_review ? ", due " : ", answer due ") + due;
    return text;
}

// "upheld, 120.00 EUR".
std::string decision_text(const PartChange& part) {
    complaint::Appeal is;
    for (const auto& change : part.changes)
        if (const auto* field = complaint::field_named<complaint::Appeal>(change.field))
            field->set(is, change.after);
    std::string text = is.decision ? std::string(in_words(*is.decision)) : "without a decision";
    if (is.amount) text += ", " + complaint::sum_text(is.amount, is.currency);
    return text;
}

// "appeal A1 to kkv, its reference D/123/2026, answer due Fri 18 Dec 23:59"; "appeal A1 answered", "appeal A1 decided:
// upheld, 120.00 EUR".
std::string appeal_text(const PartChange& part, const TimeText& when) {
    if (complaint::change_of(part.changes, "made_at") != nullptr) return new_appeal_text(part, when);
    std::string text;
    if (const auto* answered = complaint::change_of(part.changes, "answered_at"))
        text::append(text, is_nothing(answered->after) ? "no longer answered" : "answered", ", ");
    if (const auto* decided = complaint::change_of(part.changes, "decided_at"))
        text::append(
            text, is_nothing(decided->after) ? "no longer decided" : "decided: " + decision_text(part), ", ");
    return fmt::format("{} {}", name_of(part), text.empty() ? "changed" : text);
}

// "the term "goods" extended from Mon 23 Nov to Fri 8 Jan: laboratory report missing"; without a term the resolution.
std::string extension_text(const PartChange& part, const TimeText& when) {
    const auto* until = complaint::change_of(part.changes, "until");
    if (until == nullptr || until->after == complaint::Value{}) return name_of(part) + " taken back";
    const auto term = text_of(part, "term");
    return fmt::format(
        "{} extended from {} to {}: {}", term.empty() ? "resolution" : fmt::format("the term \"{}\"", term),
        time_of(part, "first_due_at", when), time_of(part, "until", when), text_of(part, "reason"));
}

// Of what is told to the customer.
bool is_said(const PartChange& part) {
    return part.part == Part::promise || part.part == Part::offer;
}

std::string said_text(const PartChange& part, const TimeText& when) {
    if (!is_said(part)) return "";
    const auto* made = complaint::change_of(part.changes, "made_at");
    if (made == nullptr) return turn_text(part);
    return is_nothing(made->after) ? name_of(part) + " taken back" : made_text(part, when);
}

std::string internal_text(const PartChange& part, const TimeText& when) {
    if (part.part == Part::alert) return alert_part_text(part);
    if (part.part == Part::task) return task_text(part, when);
    if (part.part == Part::appeal) return appeal_text(part, when);
    if (part.part == Part::extension) return extension_text(part, when);
    return part.part == Part::step ? turn_text(part) : "";
}

std::string part_text(const PartChange& part, const TimeText& when) {
    const auto said = said_text(part, when);
    if (said.empty()) return internal_text(part, when);
    const auto approval = approval_text(part);
    return said + (approval.empty() ? "" : ", ") + approval;
}

// What is told of each, where anything is.
template <typename Tell>
std::string each_text(const std::vector<PartChange>& parts, Tell tell) {
    std::string text;
    for (const auto& part : parts)
        text::append(text, tell(part), "; ");
    return text;
}

} // namespace

std::string found_text(const PartChange& part) {
    std::string text;
    if (part.part != Part::step) return text;
    for (const auto& [field, name] :
         {std::pair{"what", "what"}, std::pair{"place", "where"}, std::pair{"why", "why"}})
        if (const auto found = text_of(part, field); !found.empty())
            text::append(text, fmt::format("{}: {}", name, found), ", ");
    return text;
}

std::string parts_text(const std::vector<PartChange>& parts, const TimeText& when) {
    return each_text(parts, [&](const PartChange& part) { return part_text(part, when); });
}

std::string said_parts_text(const std::vector<PartChange>& parts, const TimeText& when) {
    return each_text(parts, [&](const PartChange& part) { return said_text(part, when); });
}

std::string internal_parts_text(const std::vector<PartChange>& parts, const TimeText& when) {
    return each_text(parts, [&](const PartChange& part) { return internal_text(part, when); });
}

} // namespace reklamaatio::view
