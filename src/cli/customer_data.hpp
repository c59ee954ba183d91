// SPDX-License-Identifier: GPL-3.0-or-later
// What customers may ask for of the data about them.
#pragma once

#include "casework/erasing.hpp"
#include "cli/session.hpp"
#include "complaint/complaint.hpp"
#include "render/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::cli {

// Prints all that is kept about each of them: a page, or an object of JSON. Throws UsageError for a format of rows.
void extract_customers(Session& session, const std::vector<std::string>& names);

struct ErasingChoice {
    bool is_sure = false;  // nobody is asked
    bool open_too = false; // while complaints are not over
};

// Asks the person who sits at a terminal. Throws UsageError where nobody does, and Failure (refused) where the answer is
// another than yes.
void ask_before_erasing(const std::vector<std::string>& names, const host::Environment& environment,
                        const Settings& settings);

// What was erased is gone for good when the command has ended; it fails with 75 where that could not be.
void erase_customers(Session& session, const std::vector<std::string>& names, const ErasingChoice& choice,
                     bool is_dry_run);

// Tells what was erased (or would be), and where something may be left; and sees to it that it is gone for good.
void show_erased(Session& session, const casework::Erasing& erasing, bool is_dry_run);
// Who is in the list beside the database, or in that file.
std::vector<store::Erased> erased_before(const std::string& database, const std::optional<std::string>& file);
// In text, if there was anybody.
void tell_erased_again(Session& session, const casework::Erasing& erasing);
// Erases again whoever of these is here after an import, and tells so.
void erase_again(Session& session, const std::optional<std::string>& file, bool is_dry_run);
std::vector<render::Column> erased_columns();

} // namespace reklamaatio::cli
