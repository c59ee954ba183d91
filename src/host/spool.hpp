// SPDX-License-Identifier: GPL-3.0-or-later
// What comes through a pipe, kept so that it can be read as often as a file.
#pragma once

#include "host/environment.hpp"

#include <cstddef>
#include <istream>
#include <map>
#include <memory>
#include <string>

namespace reklamaatio::host {

// What is kept in memory; more goes to a file.
inline constexpr std::size_t k_most_in_memory = std::size_t{8} * 1024 * 1024;

// Reads all of the stream, however long its writer takes, and gives a copy that can be sought in. The copy is in memory
// while it is small, else in a file in TMPDIR, or /tmp, that nobody else can open and that has no name. Throws
// Failure when there is no room for it, where `name`, as messages call it, cannot be read to its end, and where a line of it
// is longer than k_longest_text.
std::unique_ptr<std::istream> spooled(std::istream& in, const std::string& name,
                                      const Environment& environment,
                                      std::size_t most_in_memory = k_most_in_memory);

// Files that a command reads several times. A pipe, under whatever name, gives its bytes but once.
class SpooledFiles {
  public:
    // Takes one in, "-" for standard input, and reads all of it where it can be read but once. Throws as spooled, and as
    // check_readable.
    void add(const std::string& file, const Environment& environment);
    // From its beginning. Throws as check_readable.
    std::shared_ptr<std::istream> open(const std::string& file) const;

  private:
    std::map<std::string, std::shared_ptr<std::istream>> m_pipes;
};

} // namespace reklamaatio::host
