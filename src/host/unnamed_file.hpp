// SPDX-License-Identifier: GPL-3.0-or-later
// A file that is being written, and of which nobody sees anything before it is whole.
#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>

namespace reklamaatio::host {

// Readable for its owner alone, and without a name until put(); where the file system has no such files, under a name of
// its own, which goes at destruction and when SIGHUP, SIGINT or SIGTERM ends the program.
class UnnamedFile {
  public:
    enum class Kind { unnamed_where_it_can_be, named };
    // In the folder of the target, because a rename does not leave its file system. errno says why where is_open() is false.
    explicit UnnamedFile(std::filesystem::path target, Kind kind = Kind::unnamed_where_it_can_be);
    ~UnnamedFile();
    UnnamedFile(const UnnamedFile&) = delete;
    UnnamedFile& operator=(const UnnamedFile&) = delete;

    bool is_open() const { return m_descriptor >= 0; }
    int descriptor() const { return m_descriptor; }
    // By which the same file can be opened once more while this is open.
    std::string path() const;

    // Gives it the target's name, in the place of what had it. False, with errno, where that cannot be.
    [[nodiscard]] bool put();
    // The same where nothing has the name; else false, with EEXIST.
    [[nodiscard]] bool put_new();
    // What was written is on the disk then, and after a name was given that, too. False, with errno.
    [[nodiscard]] bool flush();

  private:
    bool give_name();

    std::filesystem::path m_target;
    std::string m_name; // that it has meanwhile; empty: none
    int m_descriptor;
};

} // namespace reklamaatio::host
