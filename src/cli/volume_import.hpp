// SPDX-License-Identifier: GPL-3.0-or-later
// Files of volumes into the record, and what became of their rows.
#pragma once

#include "cli/session.hpp"
#include "host/exit_status.hpp"
#include "host/spool.hpp"
#include "render/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::cli {

// How the files are written, as it was typed.
struct VolumeFile {
    std::optional<std::string> delimiter, encoding;
    // Throws UsageError for what is none.
    void check() const;
};

std::vector<render::Column> volume_import_columns();

// Tells faults with their places, and shows what became of the rows. Within the files each period and thing has one volume:
// a row that says another one is a fault. Throws Failure (bad_data) when some row did not fit and `keeps_going` does not allow
// that.
host::ExitStatus import_volumes(Session& session, const std::vector<std::string>& files,
                                const host::SpooledFiles& input, const VolumeFile& written, bool keeps_going,
                                bool is_dry_run);

} // namespace reklamaatio::cli
