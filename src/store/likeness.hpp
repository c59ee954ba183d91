// SPDX-License-Identifier: GPL-3.0-or-later
// Whose a file is, and making other files alike.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <sys/stat.h>

namespace reklamaatio::store {

// What a file beside a database has in common with it.
struct Likeness {
    mode_t mode; // the nine bits of permissions
    uid_t owner;
    gid_t group;
    nlink_t names = 1; // hard links

    // "liisa:desk, mode 0640"; numbers where the names are not known.
    std::string text() const;
};

// Its number where it has no name.
std::string group_name(gid_t group);

// Of a file that nobody else has anything to do with, in whatever group it comes to be.
Likeness private_likeness();

// Nothing where there is no regular file of that name.
std::optional<Likeness> likeness_of(const std::filesystem::path& path);

// Whether whoever may use the one may use the other: the same mode and group, and the same owner where the owner may more
// than the group.
bool is_alike(const Likeness& file, const Likeness& original);

// Whether this process may, as it acts; may_use is both.
bool may_use(const std::filesystem::path& path);
bool may_read(const std::filesystem::path& path);
bool may_write(const std::filesystem::path& path);

// Why this process may not write a file, as the end of a sentence after "cannot write FILE: ".
std::string why_not_written(const std::filesystem::path& path, const Likeness& likeness);

// The folder that a file is in; and that this process can make nothing in it, with whose it is.
std::filesystem::path folder_of(const std::filesystem::path& file);
std::string closed_folder_text(const std::filesystem::path& folder);

// Makes an open file alike: the mode against any umask, the owner as root only. Where the group cannot be given, the
// group gets no rights, lest another group had them.
void make_alike(int descriptor, const Likeness& original);

// The same for a file that is there, as far as this process may; a link, or a file with another name, stays as it is. It never opens the file: SQLite may have locks on it, which closing would drop.
void make_alike(const std::filesystem::path& path, const Likeness& original);

// An empty file that is alike from its first moment on, unless there is something of that name. Throws StoreError
// (not_permitted, cannot_create).
void make_file_alike(const std::filesystem::path& path, const Likeness& original);

} // namespace reklamaatio::store
