// SPDX-License-Identifier: GPL-3.0-or-later
// The log as it is, or as much of it as is new to whoever keeps a cursor.
#pragma once

#include "cli/manifest.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "host/output_file.hpp"
#include "store/log_cursor.hpp"

#include <optional>
#include <string>

namespace reklamaatio::cli {

class LogExport {
  public:
    void declare(Options& options);
    // Of all three options.
    bool is_wanted() const { return m_events; }
    // Throws UsageError for an option that goes with the log, where the complaints are wanted.
    void check() const;
    // One object a line, whatever format is asked for; then the cursor, once those who read them have them. Throws
    // UsageError for a cursor that was typed, and Failure (bad_data) for one in a file.
    void write(Session& session, Manifest& manifest) const;

  private:
    void check_file(const Settings& settings) const;
    store::LogPlace place_after(Session& session) const;
    store::LogPlace place_in_file(Session& session) const;

    bool m_events = false;
    std::optional<std::string> m_after, m_cursor_file;
};

} // namespace reklamaatio::cli
