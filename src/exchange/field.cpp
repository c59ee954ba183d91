// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field.hpp"

#include "complaint/error.hpp"
#include "complaint/own_field.hpp"
#include "exchange/field_read.hpp"
#include "exchange/synonyms.hpp"
#include "text/fold.hpp"
#include "text/plain.hpp"
#include "text/plural.hpp"

#include <algorithm>

namespace reklamaatio::exchange {

namespace {

using complaint::Complaint, complaint::Customer, complaint::FieldType, complaint::OwnType;
using complaint::known_field, render::Value;

// A value of the record as files and tables have it.
Value shown(FieldType type, complaint::Value value) {
    if (auto* text = std::get_if<std::string>(&value)) return std::move(*text);
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number == nullptr) return {};
    switch (type) {
    case FieldType::instant:
        return time::Instant{time::Seconds{*number}};
    case FieldType::length:
        return std::chrono::floor<std::chrono::minutes>(time::Seconds{*number}).count();
    case FieldType::money:
        return render::Amount{*number};
    case FieldType::complaint_id:
        return to_string(complaint::Id{*number});
    default:
        return *number;
    }
}

bool is_of_type(const complaint::OwnField& field, const std::string& text) {
    try {
        return complaint::read_own(field, text, complaint::DecimalMark::point) == text;
    } catch (const complaint::BadValue&) {
        return false;
    }
}

// By its type; what was of another type once is a text.
Value own_shown(const complaint::OwnField& field, const Complaint& complaint) {
    const std::string text(own_text(complaint, field));
    if (text.empty()) return {};
    switch (field.facts().type) {
    case OwnType::number:
        return is_of_type(field, text) ? Value{render::Number{text}} : Value{text};
    case OwnType::time:
        if (const auto at = time::from_iso(text)) return *at;
        break;
    case OwnType::date:
        if (const auto date = time::date_from_iso(text)) return *date;
        break;
    case OwnType::money:
        return is_of_type(field, text) ? Value{render::Amount{complaint::parse_money(text).cents}}
                                       : Value{text};
    case OwnType::text:
    case OwnType::yes_no:
        break;
    }
    return text;
}

// What a text of a file means by the type of its field alone.
complaint::Value meant(FieldType type, const std::string& text, const Reading& reading) {
    switch (type) {
    case FieldType::instant:
        return read_instant(text, reading).time_since_epoch().count();
    case FieldType::given_due:
        return read_due(text, reading).time_since_epoch().count();
    case FieldType::complaint_id:
        return complaint::parse_id(text).number;
    default:
        return text;
    }
}

// Letters and digits only: "Received at", "received_at" and "ReceivedAt" are the same.
bool is_part_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::string bare(std::string_view header) {
    auto letters = text::folded(text::plain(header));
    std::erase_if(letters, [](char c) { return !is_part_of_word(c); });
    return letters;
}

// `name` is folded as it stands in the tables.
bool means(std::string_view bare_header, std::string_view name) {
    for (const char c : name) {
        if (!is_part_of_word(c)) continue;
        if (!bare_header.starts_with(c)) return false;
        bare_header.remove_prefix(1);
    }
    return bare_header.empty();
}

} // namespace

FieldType Field::type() const {
    if (m_complaint != nullptr) return m_complaint->type;
    return m_customer != nullptr ? m_customer->type : FieldType::text; // one of ours alone prints itself
}

std::string Field::summary() const {
    if (m_customer != nullptr) return std::string(m_customer->known_as.summary);
    if (m_complaint == nullptr) return std::string(m_own.summary);
    const std::string summary(m_complaint->known_as.summary);
    return m_complaint->words.empty() ? summary : summary + ": " + text::alternatives(m_complaint->words);
}

render::Align Field::align() const {
    if (m_own.show != nullptr) return m_own.align;
    const auto* own = m_complaint != nullptr ? m_complaint->own : nullptr;
    const bool is_own_number =
        own != nullptr && (own->facts().type == OwnType::number || own->facts().type == OwnType::money);
    const auto is_number = is_own_number || type() == FieldType::integer || type() == FieldType::length
                           || type() == FieldType::money;
    return is_number ? render::Align::right : render::Align::left;
}

bool Field::is_guarded() const {
    return m_own.show == nullptr && (type() == FieldType::text || type() == FieldType::tags);
}

std::span<const std::string_view> Field::words() const {
    return m_complaint == nullptr ? std::span<const std::string_view>() : m_complaint->words;
}

bool Field::knows(std::string_view word) const {
    // As they are read: ours in lower case, those of a firm's own field as the firm writes them.
    const auto plain = m_complaint != nullptr && m_complaint->own != nullptr ? text::folded : text::lower;
    return std::ranges::find(words(), plain(word), plain) != words().end();
}

Value Field::value(const complaint::Overview& overview) const {
    if (m_own.show != nullptr) return m_own.show(overview);
    if (m_customer != nullptr) return shown(type(), m_customer->get(overview.customer));
    if (type() == FieldType::given_due) return render::instant_or_none(due_of(overview));
    if (m_complaint->own != nullptr) return own_shown(*m_complaint->own, overview.complaint);
    return shown(type(), m_complaint->get(overview.complaint));
}

void Field::take(Draft& draft, const std::string& text, const Reading& reading) const {
    if (m_take != nullptr) return m_take(draft, text, reading);
    if (m_complaint != nullptr && m_complaint->own != nullptr)
        return m_complaint->set(draft.complaint, read_own_text(*m_complaint->own, text, reading));
    const auto value = meant(type(), text, reading);
    if (m_complaint != nullptr)
        m_complaint->set(draft.complaint, value);
    else
        m_customer->set(draft.customer, value);
}

void Field::take_empty(Draft& draft) const {
    const bool is_due = m_complaint != nullptr && m_complaint->type == FieldType::given_due;
    const bool says_nothing = is_due && m_complaint->get(draft.complaint) == complaint::Value{};
    if (says_nothing) m_complaint->set(draft.complaint, "none");
}

// The due time that holds, whoever set it.
std::optional<time::Instant> Field::due_of(const complaint::Overview& overview) const {
    return name == "response_due_at" ? overview.response_due_at : overview.resolution_due_at;
}

const Field* field_named(std::string_view name) {
    const auto found = std::ranges::find(fields(), name, &Field::name);
    return found == fields().end() ? nullptr : &*found;
}

bool is_called(std::string_view header, std::string_view name) {
    return means(bare(header), text::folded(name));
}

bool is_foreign_uid(std::string_view header) {
    return std::ranges::any_of(synonyms::k_foreign_uid,
                               [&](std::string_view name) { return is_called(header, name); });
}

const Field* field_of_header(std::string_view header) {
    const auto letters = bare(header);
    const auto called_so = [&](std::string_view name) { return means(letters, name); };
    for (const Field& field : fields())
        if (called_so(field.name) || std::ranges::any_of(field.synonyms, called_so)) return &field;
    return nullptr;
}

} // namespace reklamaatio::exchange
