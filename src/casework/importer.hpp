// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts from files into the record: known ones found again, new ones added.
#pragma once

#include "casework/desk.hpp"
#include "casework/file_customers.hpp"
#include "casework/known_words.hpp"
#include "casework/survivors.hpp"
#include "complaint/complaint.hpp"
#include "complaint/error.hpp"
#include "complaint/handling.hpp"
#include "exchange/draft.hpp"
#include "exchange/field_set.hpp"
#include "store/store.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::casework {

enum class OnConflict { error, skip, update };

// What became of a draft.
struct ImportedRow {
    enum class Kind { added, updated, skipped } kind = Kind::added;
    complaint::Id id;
    bool id_was_taken = false; // the file's number belonged to another one; a new one was given
    // Fields that the file has changed, and people here as well: they are as people have them.
    std::vector<std::string_view> kept = {};
    bool gave_otherwise = false; // the customer is known by another name, address or number
    bool other_value = false;    // the customer is known to be worth something else, and stays so
};

// A known complaint of which the file says other things.
class Conflict : public complaint::BadValue {
  public:
    Conflict(std::string_view field, const std::string& why, complaint::Id known)
        : BadValue(field, why), m_known(known) {}
    complaint::Id known() const { return m_known; }

  private:
    complaint::Id m_known;
};

// For the rows of one file.
class Importer {
  public:
    // `file_has` tells whether the file gives a field: what it does not give is not compared. `on_conflict` tells what is
    // done with a known complaint.
    using ForKnown = std::function<OnConflict(complaint::Id)>;
    Importer(Desk& desk, ForKnown on_conflict, std::function<bool(std::string_view)> file_has);
    Importer(Desk& desk, OnConflict on_conflict, std::function<bool(std::string_view)> file_has)
        : Importer(
            desk, [on_conflict](complaint::Id) { return on_conflict; }, std::move(file_has)) {}

    // Not before the complaint that a draft was merged into is there: the file's number for it need not be
    // ours.
    bool can_take(const exchange::Draft& draft);

    // What merged rows go on in and no row was called may be a reference from now on.
    void no_row_is_left() { m_survivors.no_row_is_left(); }

    // Throws complaint::BadValue, with the field's name and ": " first where there is one, for what
    // contradicts itself, words and people that the policy does not have, and a survivor that has not come;
    // Conflict with OnConflict::error; complaint::Refusal where the file does not tell which of several
    // customers it means. Then nothing was written.
    ImportedRow take(exchange::Draft draft);

    // Words of the file that are known here in another case. An export of ours is taken as it is.
    std::vector<KnownWords::Replaced> replaced_words() const { return m_words.replaced(); }

  private:
    bool given_by_file(const complaint::Field<complaint::Complaint>& field) const;
    std::optional<complaint::Complaint> find_known(const exchange::Draft& draft);
    ImportedRow add(const exchange::Draft& draft, const std::string& content);
    ImportedRow update(const exchange::Draft& draft, const complaint::Complaint& known,
                       const std::string& row_digest);
    bool tells_what_was_given() const;
    bool gives_otherwise(const complaint::Complaint& complaint) const;
    void check_with_policy(const complaint::Complaint& before, const complaint::Complaint& after) const;

    Desk& m_desk;
    ForKnown m_on_conflict;
    std::function<bool(std::string_view)> m_file_has;
    complaint::Occasion m_occasion;
    exchange::FieldSet m_fields;
    KnownWords m_words;
    Survivors m_survivors;
    FileCustomers m_customers;
};

} // namespace reklamaatio::casework
