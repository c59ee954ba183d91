// SPDX-License-Identifier: GPL-3.0-or-later
// Room on the disk for what has to be written later, come what may.
#pragma once

#include <cstddef>
#include <filesystem>

namespace reklamaatio::store {

// Holds as much of the disk of a database as it takes to record that many events, in a file without a name, until
// destruction; whoever records then finds it free. A death in between leaves nothing.
class Reserve {
  public:
    // Throws StoreError (cannot_write) when the disk has not as much. Where no such file can be made none is held.
    Reserve(const std::filesystem::path& database, std::size_t events);
    ~Reserve();
    Reserve(const Reserve&) = delete;
    Reserve& operator=(const Reserve&) = delete;

  private:
    int m_descriptor;
};

} // namespace reklamaatio::store
