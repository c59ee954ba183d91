// SPDX-License-Identifier: GPL-3.0-or-later
// Files that commands write: as a whole or not at all.
#pragma once

#include "host/unnamed_file.hpp"

#include <filesystem>
#include <fstream>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace reklamaatio::host {

// A regular file is written beside itself, for its owner's eyes alone, and takes the place in finish(), so that nobody ever
// reads half of it; it keeps its mode, and a link to it stays a link. A device or a FIFO is written as it stands: renaming
// would put a file in its place.
class OutputFile {
  public:
    // Throws Failure (cannot_create, no_permission) for what cannot be written, and for a link that somebody else has put
    // into a folder where everybody may put files: it would lead whoever writes to files of their own.
    explicit OutputFile(std::string path);
    // Without finish() a regular file is left as it was.
    ~OutputFile() = default;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    std::ostream& stream() { return m_stream; }
    // Throws Failure (write_error) when not every byte was taken.
    void finish();

  private:
    std::string m_path;               // as it was given
    std::filesystem::path m_target;   // where links lead to
    std::optional<UnnamedFile> m_new; // nothing: written in place
    mode_t m_mode = 0;                // that it gets
    std::ofstream m_stream;
};

// Throws Failure (cannot_create) when there is something of that name already, or it cannot be written.
void write_new_file(const std::string& path, std::string_view text);

// Whether two paths name one file: the same device and inode, or, of files that are not there, the same name
// in the same folder.
bool is_same_file(const std::filesystem::path& a, const std::filesystem::path& b);

// Throws UsageError when the path is empty or stands for standard output (-), is the database, or one of the files that SQLite and we keep beside
// it. `option` is the one that names the path; an empty `database` is none.
void check_output(const std::string& option, const std::string& path, const std::string& database);

} // namespace reklamaatio::host
