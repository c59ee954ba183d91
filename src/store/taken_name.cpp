// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/taken_name.hpp"

#include "store/companions.hpp"
#include "store/file_header.hpp"

#include <fstream>
#include <string_view>

namespace reklamaatio::store {

namespace fs = std::filesystem;

fs::path remains_beside(const fs::path& path) {
    for (const auto ending : {k_write_ahead_log, k_rollback_journal})
        if (holds_changes(path, ending)) return companion(path, ending);
    return {};
}

TakenBy taken_by(const fs::path& path) {
    std::error_code fault;
    const auto type = fs::symlink_status(path, fault).type();
    if (type == fs::file_type::none) return TakenBy::unknown;
    if (type != fs::file_type::not_found && type != fs::file_type::regular) return TakenBy::other;
    if (!remains_beside(path).empty()) return TakenBy::database;
    if (type == fs::file_type::not_found) return TakenBy::nothing;
    if (fs::file_size(path, fault) == 0 && !fault) return TakenBy::empty_file;
    FileHeader header;
    std::ifstream file(path, std::ios::binary);
    if (!file.read(header.bytes.data(), header.bytes.size()) || !header.is_ours()) return TakenBy::other;
    return header.is_at_rest() ? TakenBy::copy : TakenBy::database;
}

} // namespace reklamaatio::store
