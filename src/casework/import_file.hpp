// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a file into the record, in an order that lets what was merged find the one that it went on in.
#pragma once

#include "casework/importer.hpp"
#include "casework/repeated_rows.hpp"
#include "complaint/refusal.hpp"
#include "exchange/row_reader.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string_view>

namespace reklamaatio::casework {

// What decides where a file has several rows about one complaint.
enum class Repeated {
    error, // each of them must say the same
    last   // the last one; those before are passed over
};

struct RowOutcome {
    std::optional<ImportedRow>
        arrival;                  // nothing: the row does not fit, and its faults say why; or it is repeated
    bool is_conflict = false;     // its last fault is that a known complaint has other values
    bool contradicts_row = false; // its last fault is that an earlier row has its key and says otherwise
    bool is_repeated = false;     // another row of its key was taken instead, and nothing is wrong with that
};

struct RowListener {
    std::function<void()> read; // once for each row, as it comes from the file
    // Once for each row; rows that had to wait for others come last.
    std::function<void(exchange::DraftRow&, const RowOutcome&)> settled;
    // What is refused, in a sentence: it becomes a fault of its row.
    std::function<std::string(const complaint::Refusal&)> text_of;
};

// Where a complaint came from, in an import of several files.
struct Origin {
    std::string_view file;
    std::size_t line = 0;
};
using Origins = std::map<complaint::Id, Origin>;

struct ImportOptions {
    OnConflict on_conflict = OnConflict::error;
    Repeated repeated = Repeated::error;
    // The complaints of the files before: rows about them are judged as those of one file are.
    const Origins* earlier = nullptr;
};

// Gives the words that became ours, as Importer::replaced_words has them.
// What does not fit leaves nothing behind, and the rows behind it are taken all the same: whether that is to stand
// is for the caller to say, who commits or does not. The file is read twice at least. Throws exchange::DataError for
// a file that cannot be read on.
std::vector<KnownWords::Replaced> import_file(Desk& desk, const ReadFile& read, const ImportOptions& options,
                                              const RowListener& listener);

} // namespace reklamaatio::casework
