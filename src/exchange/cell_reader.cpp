// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cell_reader.hpp"

#include "complaint/arrival.hpp"
#include "complaint/error.hpp"
#include "complaint/prose.hpp"
#include "exchange/error.hpp"
#include "exchange/field_read.hpp"
#include "text/blank.hpp"
#include "text/plain.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

using complaint::BadValue;
using complaint::Status;

// What stands in a field by mistake may be a whole letter.
constexpr int k_longest_shown = 80;

// A message that names the value, fit for one line.
std::string clause(std::string message, const std::string& value) {
    const auto at = message.find(value);
    if (at != std::string::npos)
        message.replace(at, value.size(), text::shortened(text::spelt_out(value), k_longest_shown));
    return text::spelt_out(message);
}

time::Zone zone_of(const Profile& profile, const time::Zone& otherwise) {
    if (profile.timezone.empty()) return otherwise;
    if (const auto named = time::Zone::named(profile.timezone)) return *named;
    throw ProfileError(
        fmt::format("'{}' is not a time zone; write one such as Europe/Helsinki", profile.timezone));
}

DateForms forms_of(const std::vector<std::string>& formats, bool ignores_rest, std::string_view key) {
    try {
        DateForms forms(formats);
        if (ignores_rest) forms.ignore_rest();
        return forms;
    } catch (const time::Error& fault) {
        throw ProfileError(fmt::format("{}: {}", key, fault.what()));
    }
}

// Receipt is where the clocks start: the default would be 1970.
void take_nothing(const Field& field, Draft& draft) {
    if (field.name == "received_at") throw BadValue("is empty; when the complaint came must be known");
    field.take_empty(draft);
}

// A file without a column for the status says by its times how far a complaint is.
Status status_by_times(const complaint::Complaint& complaint) {
    if (complaint.closed_at) return Status::closed;
    if (complaint.resolved_at) return Status::resolved;
    return complaint.responded_at || !complaint.assignee.empty() ? Status::open : Status::new_;
}

constexpr std::array<std::string_view, 3> k_may_be_whole_days{"responded_at", "resolved_at", "closed_at"};

// What happened on a day that is said without a time happened after what is known to be before it.
void raise(const Draft& draft, std::string_view field, std::optional<time::Instant>& at,
           std::optional<time::Instant> before, const time::Zone& zone) {
    if (!at || !before || *at >= *before || zone.date_at(*at) != zone.date_at(*before)) return;
    if (std::ranges::find(draft.whole_days, field) != draft.whole_days.end()) at = before;
}

} // namespace

CellReader::CellReader(const Profile& profile, const time::Zone& zone, std::string currency,
                       const FieldSet& fields)
    : m_fields(fields), m_empty(profile.empty), m_constants(profile.constants),
      m_ignores_stale_ends(profile.ignores_stale_ends) {
    m_ours.zone = zone_of(profile, zone);
    m_ours.dates = DateForms::our_own();
    m_ours.currency = std::move(currency);
    m_reading = m_ours;
    m_reading.decimal_mark = profile.decimal_mark;
    m_reading.tag_separator = profile.tag_separator;
    m_reading.dates = forms_of(profile.date_formats, profile.ignores_date_rest, "date_format");
    for (const auto& [field, formats] : profile.date_formats_of) {
        auto& own = m_of_field.emplace(field, m_reading).first->second;
        own.dates = forms_of(formats, profile.ignores_date_rest, field);
    }
    for (const auto& [field, words] : profile.values)
        m_words.emplace(field, WordMap(words));
    if (!profile.source.empty()) m_constants.emplace("source", profile.source);
}

void CellReader::know_fields(const std::function<bool(std::string_view)>& file_has) {
    m_has_status = file_has("status");
    if (file_has("uid")) return;
    m_reading.ids = file_has("ref") ? Ids::foreign : Ids::references;
    for (auto& [field, reading] : m_of_field)
        reading.ids = m_reading.ids;
}

void CellReader::read_as_utc(std::string_view field) {
    m_of_field.emplace(field, m_reading).first->second.zone = time::Zone::utc();
}

bool CellReader::is_none(std::string_view text) const {
    return text.empty() || std::ranges::find(m_empty, text) != m_empty.end();
}

CellReader::Meant CellReader::meant(const Field& field, const std::string& cell) const {
    const auto text = text::trimmed(cell);
    const auto words = m_words.find(field.name);
    const auto word = [&](std::string_view theirs) {
        return words == m_words.end() ? nullptr : words->second.find(theirs);
    };
    const bool is_empty = std::ranges::find(m_empty, text) != m_empty.end();
    if (const auto* ours = is_empty && words != m_words.end() ? words->second.find_exactly(text) : word(text))
        return {*ours, true};
    if (is_empty || text.empty()) {
        const auto* ours = word("");
        return ours != nullptr ? Meant{*ours, true} : Meant{"", false};
    }
    return {complaint::is_prose(field.name) ? cell : std::string(text), false};
}

// What we wrote ourselves comes back as it was.
void CellReader::spell(std::string_view field, std::string& text) const {
    if (m_reading.ids != Ids::ours && complaint::is_plain(field)) text = text::plain(text);
}

const Reading& CellReader::reading_of(const Field& field, bool is_ours) const {
    if (is_ours) return m_ours;
    const auto own = m_of_field.find(field.name);
    return own == m_of_field.end() ? m_reading : own->second;
}

void CellReader::take_text(const Field& field, const std::string& text, const Reading& reading, Draft& into) {
    field.take(into, text, reading);
    const bool may_be_a_day = std::ranges::find(k_may_be_whole_days, field.name) != k_may_be_whole_days.end();
    if (may_be_a_day && reading.dates.read(text, reading.zone).is_date) into.whole_days.push_back(field.name);
}

void CellReader::take(const Field& field, const std::string& cell, Draft& into) const {
    std::optional<Meant> found;
    const auto value = [&]() -> const std::string& { return found ? found->text : cell; };
    try {
        found = meant(field, cell);
        spell(field.name, found->text);
        if (found->text.empty())
            take_nothing(field, into);
        else
            take_text(field, found->text, reading_of(field, found->is_ours), into);
    } catch (const BadValue& fault) {
        throw BadValue(clause(fault.what(), value()));
    } catch (const time::Error& fault) {
        throw BadValue(clause(fault.what(), value()));
    }
}

void CellReader::take_constants(Draft& into) const {
    for (const auto& [name, value] : m_constants)
        take_constant(name, value, into);
}

void CellReader::take_constant(std::string_view name, const std::string& value, Draft& into) const {
    const auto* field = m_fields.named(name);
    if (field == nullptr) throw ProfileError(fmt::format("'{}' is not a field", name));
    const auto words = m_words.find(name);
    try {
        const auto* ours = words == m_words.end() ? nullptr : words->second.find(value);
        std::string text = ours != nullptr ? *ours : value;
        spell(name, text);
        if (text.empty())
            take_nothing(*field, into);
        else
            field->take(into, text, m_ours);
    } catch (const BadValue& fault) {
        throw ProfileError(fmt::format("the constant for {}: {}", name, clause(fault.what(), value)));
    } catch (const time::Error& fault) {
        throw ProfileError(fmt::format("the constant for {}: {}", name, clause(fault.what(), value)));
    }
}

void CellReader::complete(Draft& draft) const {
    auto& complaint = draft.complaint;
    if (complaint.amount && complaint.currency.empty()) complaint.currency = m_ours.currency;
    if (!draft.customer.ref.empty()) draft.customer.source = complaint.source;
    raise(draft, "responded_at", complaint.responded_at, complaint.received_at, m_ours.zone);
    raise(draft, "resolved_at", complaint.resolved_at, complaint.received_at, m_ours.zone);
    raise(draft, "closed_at", complaint.closed_at, complaint.resolved_at.value_or(complaint.received_at),
          m_ours.zone);
    if (!m_has_status) complaint.status = status_by_times(complaint);
    if (m_ignores_stale_ends) complaint::leave_out_stale_end(complaint);
}

} // namespace reklamaatio::exchange
