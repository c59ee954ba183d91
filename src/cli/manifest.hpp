// SPDX-License-Identifier: GPL-3.0-or-later
// --manifest: what an export holds and how to tell whether it arrived whole, in a file of its own.
#pragma once

#include "cli/options.hpp"
#include "cli/session.hpp"
#include "render/record.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace reklamaatio::cli {

class Manifest {
  public:
    void declare(Options& options);
    // Before anything is printed. Throws UsageError for a file that cannot be meant, Failure for one that cannot be
    // written.
    void begin(Session& session);
    // Hands over what was printed, and then writes the file, with `content` behind what every manifest has. Throws
    // Failure.
    void finish(Session& session, std::int64_t rows, const render::Record& content);

    const std::optional<std::string>& path() const { return m_path; }

  private:
    std::optional<std::string> m_path;
    std::optional<host::OutputFile> m_file;
};

} // namespace reklamaatio::cli
