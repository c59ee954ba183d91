// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts from files into the record: known ones found again, new ones added.
#pragma once

#include "complaint/complaint.hpp"
#include "complaint/handling.hpp"
#include "exchange/draft.hpp"
#include "store/store.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace reklamaatio::cli {

enum class OnConflict { error, skip, update };

// What became of a draft.
struct Arrival {
    enum class Kind { added, updated, skipped } kind = Kind::added;
    complaint::Id id;
    bool id_was_taken = false; // the file's number belonged to another one; a new one was given
};

class Importer {
  public:
    // `file_has` tells whether the file gives a field: what it does not give is not compared.
    Importer(store::Store& store, store::Ledger& ledger, OnConflict on_conflict,
             std::function<bool(std::string_view)> file_has);

    // Throws complaint::BadValue, with the field's name and ": " first where there is one, for times that
    // contradict each other, and for a known complaint that the file says other things of (with
    // OnConflict::error). Then nothing was written.
    Arrival take(const exchange::Draft& draft, std::chrono::milliseconds clock);

  private:
    bool given_by_file(std::string_view field) const;
    std::optional<complaint::Complaint> find_known(const exchange::Draft& draft);
    bool stands_so_now(const exchange::Draft& draft, const complaint::Complaint& known);
    Arrival add(const exchange::Draft& draft, const std::string& row_digest, std::chrono::milliseconds clock);
    Arrival update(const exchange::Draft& draft, const complaint::Complaint& known,
                   const std::string& row_digest);

    store::Store& m_store;
    store::Ledger& m_ledger;
    OnConflict m_on_conflict;
    std::function<bool(std::string_view)> m_file_has;
    complaint::Occasion m_occasion;
};

} // namespace reklamaatio::cli
