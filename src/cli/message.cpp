// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/message.hpp"

#include "host/editor.hpp"
#include "host/failure.hpp"
#include "host/folders.hpp"
#include "host/input_file.hpp"
#include "text/utf8.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

std::string trimmed_end(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
        text.pop_back();
    return text;
}

// What was typed is wrong usage, and what came from elsewhere bad data.
void check_is_text(const std::string& text, const std::string& where, host::ExitStatus fault) {
    if (text::invalid_utf8_at(text) || text.find('\0') != std::string::npos)
        throw host::Failure(fault, fmt::format("{} is not UTF-8 text", where));
}

} // namespace

std::string read_all(std::istream& in) {
    std::string text = host::read_stream(in, "standard input");
    check_is_text(text, "standard input", host::ExitStatus::bad_data);
    return trimmed_end(std::move(text));
}

void MessageOption::declare(Options& options, const std::string& what) {
    options.text("--message", "TEXT", m_given, what + "; - reads it from standard input");
    options.mark_prose();
    options.flag("--edit", m_edit, "write it in $EDITOR");
}

void MessageOption::prepare(const host::Environment& environment,
                            const std::function<std::string()>& comments) {
    if (m_edit && m_given)
        throw host::UsageError("--message and --edit cannot be used together; leave one out");
    if (m_edit) {
        host::Draft draft =
            host::write_draft(environment, host::default_drafts_folder(environment), comments());
        m_text = std::move(draft.text);
        m_draft = std::move(draft.file);
    } else if (m_given && *m_given == "-") {
        m_text = read_all(environment.in);
    } else if (m_given) {
        check_is_text(*m_given, "--message", host::ExitStatus::usage);
        m_text = trimmed_end(*m_given);
    }
}

void MessageOption::discard_draft() {
    if (!m_draft.empty()) host::remove_draft(m_draft);
    m_draft.clear();
}

} // namespace reklamaatio::cli
