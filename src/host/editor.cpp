// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/editor.hpp"

#include "host/failure.hpp"
#include "host/search_path.hpp"
#include "text/blank.hpp"
#include "text/streams.hpp"
#include "text/utf8.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include <fmt/format.h>

namespace reklamaatio::host {

namespace {

namespace fs = std::filesystem;

std::string editor_of(const Environment& environment) {
    for (const char* variable : {"VISUAL", "EDITOR"})
        if (const std::string named = environment.variable(variable); !named.empty()) return named;
    if (!environment.out_is_terminal && !environment.err_is_terminal)
        throw UsageError("--edit needs a terminal; give the text with -m, or name an editor in VISUAL");
    constexpr const char* k_debians_choice = "sensible-editor";
    return is_there_to_run(environment, k_debians_choice) ? k_debians_choice : "vi";
}

std::string usable_folder(const Environment& environment, const fs::path& folder) {
    if (!folder.empty()) {
        std::error_code fault;
        fs::create_directories(folder, fault);
        if (!fault && ::access(folder.c_str(), W_OK) == 0) {
            fs::permissions(folder, fs::perms::owner_all, fault);
            return folder;
        }
    }
    const std::string temporary = environment.variable("TMPDIR");
    return temporary.empty() ? "/tmp" : temporary;
}

// mkstemps makes it readable for its owner alone.
std::string new_file(const std::string& folder) {
    constexpr std::string_view k_suffix = ".txt";
    std::string name = fmt::format("{}/reklamaatio-XXXXXX{}", folder, k_suffix);
    const int descriptor = ::mkstemps(name.data(), static_cast<int>(k_suffix.size()));
    if (descriptor < 0)
        throw Failure(ExitStatus::cannot_create,
                      fmt::format("cannot create {}: {}", name, std::strerror(errno)));
    ::close(descriptor);
    return name;
}

std::string template_of(const std::string& comments) {
    std::string text = "\n";
    text::InText lines(comments);
    for (std::string line; text::next_line(lines, line);)
        text += line.empty() ? "#\n" : fmt::format("# {}\n", line);
    return text + "# Lines that begin with # are left out; an empty text aborts.\n";
}

std::string without_comments(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text;
    for (std::string line; text::next_line(in, line);)
        if (!line.starts_with('#')) text += line + '\n';
    if (!in.is_open() || in.bad())
        throw Failure(ExitStatus::no_input,
                      fmt::format("cannot read {}: {}; what you wrote is there", file, std::strerror(errno)));
    const auto first = text.find_first_not_of('\n');
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(" \r\n") + 1 - first);
}

// Only the words stay in the file, so that they can be used as they are. Where that fails, what was written
// stays as it was.
void keep_words_alone(const std::string& file, const std::string& text) {
    std::string shorter = file + ".XXXXXX"; // a name that nobody who can see the first one knows before
    const int descriptor = ::mkostemp(shorter.data(), O_CLOEXEC);
    if (descriptor < 0) return;
    ::close(descriptor);
    std::ofstream out(shorter, std::ios::binary);
    out << text << '\n';
    out.close();
    std::error_code fault;
    if (out.good()) fs::rename(shorter, file, fault);
    fs::remove(shorter, fault);
}

// For a shell.
std::string quoted(const std::string& path) {
    if (path.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-+@:,=")
        == std::string::npos)
        return path;
    std::string text = "'";
    for (const char c : path)
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

bool runs_well(const Environment& environment, const std::string& editor, const std::string& file) {
    // As git does it: the shell takes the editor's words apart, the file stays one argument. Where ids or
    // texts come through standard input, the editor talks to the terminal all the same.
    const bool has_terminal = environment.out_is_terminal || environment.err_is_terminal;
    const std::string input = !environment.in_is_terminal && has_terminal ? " </dev/tty" : "";
    const std::string command = fmt::format("{} \"$REKLAMAATIO_DRAFT\"{}", editor, input);
    auto variables = environment.variables;
    variables["REKLAMAATIO_DRAFT"] = file;
    const int status = environment.shell.run_for_person(command, variables, std::nullopt);
    // Some editors write a new file in the place of the old one.
    std::error_code ignored;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write,
                    fs::perm_options::replace | fs::perm_options::nofollow, ignored);
    return status == 0;
}

} // namespace

Draft write_draft(const Environment& environment, const std::string& folder, const std::string& comments) {
    const std::string editor = editor_of(environment);
    const std::string file = new_file(usable_folder(environment, folder));
    std::ofstream(file, std::ios::binary) << template_of(comments);
    const bool well = runs_well(environment, editor, file);
    Draft draft{without_comments(file), file};
    if (text::is_blank(draft.text)) {
        remove_draft(file);
        throw Failure(ExitStatus::refused,
                      well ? "nothing was written in the editor, so nothing was done"
                           : fmt::format("the editor '{}' failed; name another one in VISUAL", editor));
    }
    if (text::invalid_utf8_at(draft.text) || draft.text.find('\0') != std::string::npos)
        throw UsageError(fmt::format("what was written is not UTF-8 text; it is kept in {}", file));
    keep_words_alone(file, draft.text);
    if (!well)
        throw Failure(ExitStatus::refused,
                      fmt::format("the editor '{}' failed; {}", editor, kept_text(file)));
    return draft;
}

std::string kept_text(const std::string& file) {
    return fmt::format("what you wrote is kept in {0}; use it with -m - <{0}", quoted(file));
}

void remove_draft(const std::string& file) {
    std::remove(file.c_str());
}

} // namespace reklamaatio::host
