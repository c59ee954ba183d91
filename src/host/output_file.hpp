// SPDX-License-Identifier: GPL-3.0-or-later
// Files that commands write: as a whole or not at all.
#pragma once

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <string_view>

namespace reklamaatio::host {

// A regular file is written beside itself and renamed in finish(), so that nobody ever reads half of it; it
// keeps its mode, and a link to it stays a link. A device or a FIFO is written as it stands: renaming would
// put a file in its place.
class OutputFile {
  public:
    // Throws Failure (cannot_create, no_permission) for what cannot be written.
    explicit OutputFile(std::string path);
    // Without finish() a regular file is left as it was.
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    std::ostream& stream() { return m_stream; }
    // Throws Failure (write_error) when not every byte was taken.
    void finish();

  private:
    std::string m_path;             // as it was given
    std::filesystem::path m_target; // where links lead to
    std::string m_temporary;        // empty: written in place
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
