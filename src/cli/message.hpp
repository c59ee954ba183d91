// SPDX-License-Identifier: GPL-3.0-or-later
// -m TEXT, -m - and -e: where the words of a command come from.
#pragma once

#include "cli/environment.hpp"
#include "cli/options.hpp"

#include <optional>
#include <string>

namespace reklamaatio::cli {

class MessageOption {
  public:
    void declare(Options& options, const std::string& what);
    // Reads standard input or asks the editor; before anything is locked.
    void prepare(const Environment& environment);
    // Empty when nothing was said.
    const std::string& text() const { return m_text; }

  private:
    std::optional<std::string> m_given;
    bool m_edit = false;
    std::string m_text;
};

// Everything on standard input, without line ends at its end. Throws UsageError when it is not UTF-8.
std::string read_all(std::istream& in);

// What the person writes in $VISUAL, $EDITOR or vi: lines that begin with # left out. Throws Failure when the
// editor fails, or when nothing was written.
std::string edited(const Environment& environment, const std::string& start);

} // namespace reklamaatio::cli
