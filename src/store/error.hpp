// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong with the database file.
#pragma once

#include <stdexcept>
#include <string>

namespace reklamaatio::store {

enum class ErrorKind {
    missing,       // no database there
    unreachable,   // no file can have such a name, or its way leads in a circle
    empty,         // a file with nothing in it, of which a database can be made
    not_ours,      // a file of another program, or no database at all
    newer,         // written by a later version of this program
    damaged,       // it contradicts itself
    busy,          // another process kept it locked for too long
    cannot_create, // no folder, or the name is taken by something else
    not_permitted,
    several_names, // hard links: what is written under one name is lost under the other
    cannot_read,   // I/O error
    cannot_write,  // disk full, I/O error
    contradiction, // what follows from it cannot be written: a constraint forbids it
    bug            // a call of ours is wrong
};

// The message is a sentence with the path in it.
class StoreError : public std::runtime_error {
  public:
    StoreError(ErrorKind kind, const std::string& message) : std::runtime_error(message), m_kind(kind) {}
    ErrorKind kind() const { return m_kind; }

  private:
    ErrorKind m_kind;
};

} // namespace reklamaatio::store
