// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a transcript, of which console.cpp tells the form: commands with what is expected of them, what stands
// between them, and every line that means nothing.
#pragma once

#include "time/instant.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::tests {

struct Step {
    std::size_t line = 0; // of the command; the first is 1
    std::string command;
    std::vector<std::string> words;
    std::string input;
    std::vector<std::string> out;
    std::vector<std::string> err;
    int status = 0;
    std::string comments; // and empty lines, among what is expected
};

// What the next command finds around it.
struct Scene {
    time::Instant now{time::from_iso("2026-11-20T10:00:00Z").value()};
    int terminal = 0; // columns; 0: there is none
    std::map<std::string, std::string> variables{{"REKLAMAATIO_DB", "x.db"},
                                                 {"REKLAMAATIO_AS", "liisa"},
                                                 {"NO_COLOR", "1"},
                                                 {"REKLAMAATIO_PAGER", "cat"}};
};

class Transcript {
  public:
    // Tells faults with the name of the file, on standard error.
    explicit Transcript(const std::string& file);

    bool done() const { return m_next == m_lines.size(); }
    bool is_command() const { return next_begins("$ "); }

    // The command that comes next, with what is expected of it.
    Step take_command();

    // What comes next and is no command: changes the scene, makes a file, or is a comment.
    void take_other(Scene& scene);

    // The lines taken by the last call.
    std::vector<std::string> taken() const;

    int faults() const { return m_faults; }

  private:
    bool next_begins(std::string_view with) const { return !done() && m_lines[m_next].starts_with(with); }
    const std::string& take() { return m_lines[m_next++]; }
    void take_expectation(Step& step, bool& has_status);
    void take_file(const std::string& name);
    void obey(const std::string& line, Scene& scene);
    void fault(const std::string& what); // in the line taken last

    std::string m_file;
    std::vector<std::string> m_lines;
    std::size_t m_first = 0;
    std::size_t m_next = 0;
    int m_faults = 0;
};

} // namespace reklamaatio::tests
