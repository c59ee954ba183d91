// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of more than one statement into what they mean; for this room alone.
#pragma once

#include "complaint/complaint.hpp"
#include "complaint/error.hpp"
#include "complaint/field.hpp"
#include "store/database.hpp"
#include "store/error.hpp"
#include "time/target.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::store {

// What something else in the database tells of, and is not there; `what` is how messages call it: "R-12".
[[noreturn]] void throw_gone(const Database& database, const std::string& what);

// A word of a vocabulary that the database must know. Throws StoreError (damaged).
template <typename E>
E stored_word(const std::string& text) {
    if (const auto found = complaint::find_word<E>(text)) return *found;
    throw StoreError(ErrorKind::damaged,
                     "the database holds '" + text + "' where a known word belongs; restore a backup");
}

// Nothing where the column has none.
template <typename E>
std::optional<E> word_or_none(const Query& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return stored_word<E>(row.text(column));
}
inline std::optional<bool> truth_or_none(const Query& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return row.integer(column) != 0;
}

inline std::optional<complaint::CustomerId> customer_or_none(const Query& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return complaint::CustomerId{row.integer(column)};
}

// Years 1 to 9999: what is outside no program of ours has written, and walking a calendar there may take for ever.
bool is_in_calendar(time::Instant at);

// Nothing where the column is empty: the due time was given, or promised. Throws StoreError (damaged).
std::optional<time::Target> target_in(const Query& row, int column);
// As it is written: a target, or a statutory term. Throws likewise.
std::string target_text_in(const Query& row, int column, complaint::Clock clock);

// A value of a field as a row has it. Throws StoreError (damaged).
complaint::Value value_in(const Query& row, int column, complaint::FieldType type);

// Whether a row has a value as the program writes it.
bool is_as_written(const Query& row, int column, const complaint::Value& value);

// Sets all fields of a blank owner from the columns of a row, which are in the order of its table of fields. `name` is what
// messages call the owner. Throws StoreError (damaged).
template <typename Owner>
void set_fields_from(const Query& row, int first_column, Owner& owner, const std::string& name) {
    try {
        for (int column = first_column - 1; const auto& field : complaint::fields_of<Owner>()) {
            // Most columns have nothing, which is what a blank owner has; a word may have to be there.
            if (row.is_null(++column) && field.words.empty()) continue;
            field.set(owner, value_in(row, column, field.type));
        }
    } catch (const complaint::BadValue& fault) {
        throw StoreError(ErrorKind::damaged, name + " is damaged: " + fault.what());
    }
}

// The names of the fields that a row has otherwise than the program would have written them of this owner.
template <typename Owner>
std::vector<std::string_view> differing_fields(const Query& row, int first_column, const Owner& owner) {
    std::vector<std::string_view> differing;
    for (int column = first_column; const auto& field : complaint::fields_of<Owner>()) {
        if (!is_as_written(row, column, field.get(owner))) differing.push_back(field.name);
        ++column;
    }
    return differing;
}

// "c.id, c.uid, ...": what complaint_from reads, from its first column on.
std::string complaint_columns(std::string_view prefix);
complaint::Complaint complaint_from(const Query& row, int first_column);

// "u.id, u.name, ...", likewise.
#define REKLAMAATIO_CUSTOMER_COLUMNS                                                                         \
    "u.id, u.name, u.email, u.phone, u.value_cents, u.prefers, u.merged_into, u.ref, u.source, u.type, "     \
    "u.erased_at"
// Whether a customer `u` has such a part in the name, which is folded, or such figures in the telephone number.
#define REKLAMAATIO_HAS_IN_NAME(part) "instr(folded(u.name), " part ") > 0"
#define REKLAMAATIO_HAS_IN_PHONE(figures)                                                                    \
    "(instr(figures(u.phone), " figures ") > 0 OR instr(u.phone_key, " figures ") > 0)"
inline constexpr std::string_view k_customer_columns = REKLAMAATIO_CUSTOMER_COLUMNS;
inline constexpr int k_customer_column_count = 11;
complaint::Customer customer_from(const Query& row, int first_column);

// Whether a deadline `d` of a complaint `c` is still owed: neither met nor given up, and of a complaint that
// waits for it. What is resolved waits for its follow-up, and whatever its status for the tasks of staff, for the decision
// that the law requires told, for the answer that a body wants, and for the report to an authority. The first three
// conditions are those of the index deadline_unmet.
#define REKLAMAATIO_OWED                                                                                     \
    "d.met_at IS NULL AND d.cancelled_at IS NULL AND d.missed_at IS NULL AND "                               \
    "(c.status IN ('new', 'open', 'waiting') OR (c.status = 'resolved' AND d.clock = 'followup')"            \
    " OR d.clock IN ('task', 'legal', 'appeal', 'authority'))"

// What outlives the end of a complaint: a statutory term, and what a body or an authority wants. Word for word the condition of the index
// deadline_outliving.
#define REKLAMAATIO_UNMET_TERM                                                                               \
    "l.clock IN ('legal', 'appeal', 'authority') AND l.met_at IS NULL AND l.cancelled_at IS NULL AND "       \
    "l.missed_at IS NULL"
// Of these what the law requires.
#define REKLAMAATIO_UNMET_LAW REKLAMAATIO_UNMET_TERM " AND l.clock = 'legal'"

// The answer to a customer who wrote after the complaint was resolved: owed as well, but never overdue; what
// is resolved is overdue with its follow-up alone.
#define REKLAMAATIO_ANSWER_OWED                                                                              \
    "d.met_at IS NULL AND d.cancelled_at IS NULL AND d.missed_at IS NULL AND "                               \
    "c.unanswered_since IS NOT NULL AND d.clock = 'reply' AND d.started_at >= c.resolved_at"

} // namespace reklamaatio::store
