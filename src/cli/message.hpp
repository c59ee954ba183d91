// SPDX-License-Identifier: GPL-3.0-or-later
// -m TEXT, -m - and -e: where the words of a command come from.
#pragma once

#include "cli/options.hpp"
#include "host/environment.hpp"

#include <functional>
#include <optional>
#include <string>

namespace reklamaatio::cli {

class MessageOption {
  public:
    void declare(Options& options, const std::string& what);
    // Reads standard input or asks the editor; before anything is locked. `comments` says what the message is
    // for; it is asked only when an editor is.
    void prepare(const host::Environment& environment, const std::function<std::string()>& comments);
    // Whether a person is to write it, and what stands for those words until they are written.
    bool is_to_be_written() const { return m_edit && !m_given; }
    void take_for_granted() { m_text = "..."; }
    // The words that stood elsewhere than behind the option.
    void take(const std::string& words) { m_given = words; }
    // Whether there are, or are to be, words.
    bool is_said() const { return m_edit || m_given; }
    // Whether standard input is to be read for it.
    bool is_on_input() const { return m_given == "-"; }
    // Whether words were announced that are none: -m "", or nothing on standard input.
    bool is_wordless() const { return m_given && m_text.empty(); }
    // Empty when nothing was said.
    const std::string& text() const { return m_text; }
    // Where the text stands that was written in an editor; empty when none was, or it was discarded.
    const std::string& draft() const { return m_draft; }
    void discard_draft();

  private:
    std::optional<std::string> m_given;
    bool m_edit = false;
    std::string m_text;
    std::string m_draft;
};

// Everything on standard input, without line ends at its end. Throws UsageError when it is not UTF-8.
std::string read_all(std::istream& in);

} // namespace reklamaatio::cli
