// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/message.hpp"

#include "cli/error.hpp"
#include "text/utf8.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>
#include <unistd.h>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

std::string trimmed_end(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
        text.pop_back();
    return text;
}

void check_is_text(const std::string& text, const std::string& where) {
    if (text::invalid_utf8_at(text) || text.find('\0') != std::string::npos)
        throw UsageError(fmt::format("{} is not UTF-8 text", where));
}

std::string without_comments(std::istream& in) {
    std::string text;
    for (std::string line; std::getline(in, line);)
        if (!line.starts_with('#')) text += line + '\n';
    return trimmed_end(text);
}

std::string temporary_file(const Environment& environment) {
    const std::string folder = environment.variable("TMPDIR");
    std::string name = (folder.empty() ? "/tmp" : folder) + "/reklamaatio-XXXXXX";
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0)
        throw Failure(ExitStatus::cannot_create,
                      fmt::format("cannot create {}: {}", name, std::strerror(errno)));
    ::close(descriptor);
    return name;
}

} // namespace

std::string read_all(std::istream& in) {
    std::string text{std::istreambuf_iterator<char>(in), {}};
    check_is_text(text, "standard input");
    return trimmed_end(std::move(text));
}

std::string edited(const Environment& environment, const std::string& start) {
    std::string editor = environment.variable("VISUAL");
    if (editor.empty()) editor = environment.variable("EDITOR");
    if (editor.empty()) editor = "vi";
    const std::string file = temporary_file(environment);
    std::ofstream(file) << start;
    // As git does it: the shell takes the editor's words apart, the file stays one argument.
    const std::string command = fmt::format("{} \"$REKLAMAATIO_DRAFT\"", editor);
    ::setenv("REKLAMAATIO_DRAFT", file.c_str(), 1);
    const int status = std::system(command.c_str()); // NOLINT: running the user's editor is what is asked for
    std::ifstream written(file);
    const std::string text = without_comments(written);
    if (status != 0)
        throw Failure(ExitStatus::refused,
                      fmt::format("the editor '{}' failed; what was written is in {}", editor, file));
    check_is_text(text, file);
    std::remove(file.c_str());
    if (text.empty())
        throw Failure(ExitStatus::refused, "nothing was written in the editor, so nothing was done");
    return text;
}

void MessageOption::declare(Options& options, const std::string& what) {
    options.text("-m,--message", "TEXT", m_given, what + "; - reads it from standard input");
    options.flag("-e,--edit", m_edit, "write it in $EDITOR");
}

void MessageOption::prepare(const Environment& environment) {
    if (m_edit && m_given) throw UsageError("--message and --edit exclude each other; leave one out");
    if (m_edit) {
        m_text =
            edited(environment,
                   "\n# Write the text above. Lines that begin with # are left out; an empty text aborts.\n");
    } else if (m_given && *m_given == "-") {
        m_text = read_all(environment.in);
    } else if (m_given) {
        check_is_text(*m_given, "--message");
        m_text = trimmed_end(*m_given);
    }
}

} // namespace reklamaatio::cli
