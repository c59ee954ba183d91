// SPDX-License-Identifier: GPL-3.0-or-later
// Words that a person writes in an editor, and the file that keeps them until they are safe elsewhere.
#pragma once

#include "host/environment.hpp"

#include <string>

namespace reklamaatio::host {

// What was written, and the file in which it still stands.
struct Draft {
    std::string text;
    std::string file;
};

// Asks $VISUAL, $EDITOR, sensible-editor or vi for a text. `comments` (lines without their #) say what it is
// for; lines that begin with # are left out of what comes back. The file is private, in `folder`, which is
// made where it can be, or else in $TMPDIR, so that a restart of the machine takes no draft away. Throws
// Failure when the editor fails or nothing was written, UsageError for what is no text and where there is
// neither a terminal nor an editor; what was written then stays in the file, and the message names it.
Draft write_draft(const Environment& environment, const std::string& folder, const std::string& comments);

// "what you wrote is kept in FILE; use it with -m - <FILE": for somebody whose words could not be used.
std::string kept_text(const std::string& file);

void remove_draft(const std::string& file);

} // namespace reklamaatio::host
