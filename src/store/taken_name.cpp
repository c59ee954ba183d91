// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/taken_name.hpp"

#include "store/companions.hpp"
#include "store/open_file.hpp"
#include "store/schema.hpp"

#include <array>
#include <fstream>
#include <span>
#include <string_view>

namespace reklamaatio::store {

namespace fs = std::filesystem;

namespace {

// https://sqlite.org/fileformat2.html, 1.3
constexpr std::string_view k_magic{"SQLite format 3\0", 16};
constexpr std::size_t k_read_version = 19;
constexpr std::size_t k_application = 68;
using Header = std::array<char, 100>;

std::int64_t big_endian(std::span<const char, 4> bytes) {
    std::int64_t number = 0;
    for (const char byte : bytes)
        number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

bool is_ours(const Header& header) {
    return std::string_view(header.data(), k_magic.size()) == k_magic
           && big_endian(std::span(header).subspan<k_application, 4>()) == k_application_id;
}

} // namespace

fs::path remains_beside(const fs::path& path) {
    for (const auto ending : {k_write_ahead_log, k_rollback_journal}) {
        std::error_code fault;
        const auto size = fs::file_size(companion(path, ending), fault);
        if (!fault && size > 0) return companion(path, ending);
    }
    return {};
}

TakenBy taken_by(const fs::path& path) {
    std::error_code fault;
    const auto type = fs::symlink_status(path, fault).type();
    if (type != fs::file_type::not_found && type != fs::file_type::regular) return TakenBy::other;
    if (!remains_beside(path).empty()) return TakenBy::database;
    if (type == fs::file_type::not_found) return TakenBy::nothing;
    if (fs::file_size(path, fault) == 0 && !fault) return TakenBy::empty_file;
    Header header{};
    std::ifstream file(path, std::ios::binary);
    if (!file.read(header.data(), header.size()) || !is_ours(header)) return TakenBy::other;
    const bool is_at_rest = header[k_read_version] == static_cast<char>(Journal::rollback);
    return is_at_rest ? TakenBy::copy : TakenBy::database;
}

} // namespace reklamaatio::store
