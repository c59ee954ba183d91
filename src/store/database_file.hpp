// SPDX-License-Identifier: GPL-3.0-or-later
// The database as a file: what it must be before SQLite may open it.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

namespace reklamaatio::store {

// All functions throw StoreError; `shown` is what messages call the file.

// The path with its folder resolved. SQLite's NOFOLLOW refuses links in parent folders as well, where they do
// no harm.
std::filesystem::path with_resolved_folder(const std::filesystem::path& path);

// A regular file that is not empty, not a link, and may be read.
void check_is_plain_file(const std::filesystem::path& path, const std::string& shown);

// Whether nothing can ever be written beside the file by way of this name.
bool on_read_only_media(const std::filesystem::path& path);

// A URI that opens the file, and in which nothing but the path and these parameters mean anything.
std::string uri(const std::filesystem::path& path, std::string_view parameters);

// A folder of mode 0700 unless there is one.
void make_folder(const std::filesystem::path& folder);

// An empty file of mode 0600 unless there is one. SQLite would make it readable for everybody. Not to be
// called while a connection to the file is open: closing the descriptor would drop SQLite's locks.
void make_private_file(const std::filesystem::path& path, const std::string& shown);

// A database that is being made, and whose file goes again at destruction unless it is kept, with all that was made beside
// it: whoever was refused has made nothing. The writers' lock must be held meanwhile.
class UnfinishedFile {
  public:
    explicit UnfinishedFile(const std::filesystem::path& path);
    ~UnfinishedFile();
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;
    void keep() { m_is_kept = true; }

  private:
    // At hand, since there may be no memory for the names when they are to go.
    std::array<std::filesystem::path, 4> m_files;
    bool m_is_kept = false;
};

} // namespace reklamaatio::store
