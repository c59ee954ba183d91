// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of exports and imports, in the order of the file: fields of the record, what headers call them,
// and how they are read. Columns are only ever added at the end.
#pragma once

#include "complaint/field.hpp"
#include "complaint/overview.hpp"
#include "exchange/draft.hpp"
#include "render/table.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace reklamaatio::exchange {

// A field of the complaint or of its customer, as files have it, or what else files say of a complaint.
class Field {
  public:
    using Take = void (*)(Draft&, const std::string& text, const Reading&);
    // What headers call it besides its name: English, Finnish, Polish; folded (text::folded), words separated
    // by '_'.
    using Synonyms = std::span<const std::string_view>;

    // `take`: reads it where its type does not tell how.
    constexpr Field(const complaint::Field<complaint::Complaint>& of, Synonyms called, Take take = nullptr)
        : name(of.column()), heading(of.known_as.heading), synonyms(called), m_complaint(&of), m_take(take) {}
    constexpr Field(const complaint::Field<complaint::Customer>& of, Synonyms called, Take take = nullptr)
        : name(of.column()), heading(of.known_as.heading), synonyms(called), m_customer(&of), m_take(take) {}
    // What is a field of neither.
    struct Own {
        std::string_view name;
        std::string_view heading;
        std::string_view summary;
        render::Align align;
        render::Value (*show)(const complaint::Overview&);
    };
    constexpr Field(const Own& own, Synonyms called, Take take)
        : name(own.name), heading(own.heading), synonyms(called), m_own(own), m_take(take) {}

    std::string_view name;    // CSV header, JSON key, --map FIELD=...
    std::string_view heading; // in text tables
    Synonyms synonyms;

    // What it holds, for manual and help; with the words of a closed vocabulary.
    std::string summary() const;
    render::Align align() const;
    complaint::FieldType type() const;
    // Of the firm's own; null: of ours.
    const complaint::OwnField* own() const { return m_complaint == nullptr ? nullptr : m_complaint->own; }
    // Whether its text is guarded against formulas in files for spreadsheets.
    bool is_guarded() const;
    // The words of a closed vocabulary, and whether a text is one of them, in any case; of other fields none.
    std::span<const std::string_view> words() const;
    bool knows(std::string_view word) const;

    render::Value value(const complaint::Overview& overview) const;
    // Whether two surely have the same value, which costs less than to make both; of what is more than a field that is
    // not said.
    bool has_same(const complaint::Overview& one, const complaint::Overview& other) const {
        if (m_customer != nullptr) return m_customer->same(one.customer, other.customer);
        return m_complaint != nullptr && m_complaint->type != complaint::FieldType::given_due
               && m_complaint->same(one.complaint, other.complaint);
    }
    // Takes a text that is not empty into the draft. Throws complaint::BadValue or time::Error with a clause
    // that names the value, such as "'12,5o' is not a sum of money; write 49.90 or 49,90 EUR".
    void take(Draft& draft, const std::string& text, const Reading& reading) const;
    // Takes "the file has this column and it is empty here", which says something of due times alone: there is
    // no target.
    void take_empty(Draft& draft) const;

  private:
    // Of a field of the complaint or of its customer.
    std::optional<time::Instant> due_of(const complaint::Overview& overview) const;

    const complaint::Field<complaint::Complaint>* m_complaint = nullptr;
    const complaint::Field<complaint::Customer>* m_customer = nullptr;
    Own m_own = {};
    Take m_take = nullptr;
};

// id, ref, source and so on.
std::span<const Field> fields();

// Null when there is none of that name.
const Field* field_named(std::string_view name);

// Whether a header is that name, whatever the case, accents, blanks and punctuation.
bool is_called(std::string_view header, std::string_view name);

// Whether a header names what another system tells its complaints apart by, such as a GUID. It means no field by itself.
bool is_foreign_uid(std::string_view header);

// The field that a header means, by name or synonym, whatever the case, accents and blanks; null when none.
const Field* field_of_header(std::string_view header);

} // namespace reklamaatio::exchange
