// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/log_export.hpp"

#include "complaint/error.hpp"
#include "host/failure.hpp"
#include "host/input_file.hpp"
#include "render/writer.hpp"
#include "store/event_log.hpp"
#include "text/blank.hpp"

#include <filesystem>

#include <fmt/format.h>

namespace reklamaatio::cli {

using render::Value;

void LogExport::declare(Options& options) {
    options.flag("--events", m_events,
                 "the whole log instead, one JSON object a line; importing it rebuilds the same database");
    options.text("--after", "CURSOR", m_after, "of the log, only what comes after this cursor");
    options.text(
        "--cursor", "FILE", m_cursor_file,
        "of the log, only what is new since the cursor in this file, which then has the new one; without "
        "the file from the beginning");
}

void LogExport::check() const {
    const auto* option = m_after ? "--after" : m_cursor_file ? "--cursor" : nullptr;
    if (option != nullptr && !m_events)
        throw host::UsageError(fmt::format("{} goes with --events, the log", option));
    if (m_after && m_cursor_file)
        throw host::UsageError("--after and --cursor both say where to begin; give one");
}

store::LogPlace LogExport::place_in_file(Session& session) const {
    std::error_code fault; // which reading the file tells
    if (!std::filesystem::exists(*m_cursor_file, fault) && !fault) return {};
    const auto text = host::read_file(*m_cursor_file, session.environment().in);
    try {
        return store::place_of(session.desk().database(), std::string(text::trimmed(text)));
    } catch (const complaint::BadValue& fault) {
        throw host::Failure(host::ExitStatus::bad_data,
                            fmt::format("{}: {}; without the file the log comes from its beginning",
                                        *m_cursor_file, fault.what()));
    }
}

store::LogPlace LogExport::place_after(Session& session) const {
    if (m_cursor_file) return place_in_file(session);
    if (!m_after) return {};
    try {
        return store::place_of(session.desk().database(), *m_after);
    } catch (const complaint::BadValue& fault) {
        throw host::UsageError(fmt::format("--after: {}", fault.what()));
    }
}

void LogExport::check_file(const Settings& settings) const {
    host::check_output("--cursor", *m_cursor_file, settings.db);
    if (settings.output && host::is_same_file(*settings.output, *m_cursor_file))
        throw host::UsageError(
            fmt::format("--cursor: {} is where the log goes; name another file", *m_cursor_file));
}

void LogExport::write(Session& session, Manifest& manifest) const {
    if (m_cursor_file) check_file(session.settings());
    const auto after = place_after(session);
    std::optional<host::OutputFile> file;
    // What cannot be written is said before anything is handed over.
    if (m_cursor_file) file.emplace(*m_cursor_file);
    manifest.begin(session);
    std::int64_t events = 0;
    const auto take = [&](const std::string& line) {
        session.out() << render::escape_controls(line) << '\n';
        ++events;
    };
    const auto last =
        store::write_event_log(session.desk().database(), session.desk().store().policies(), take, after);
    manifest.finish(session, events,
                    {{"content", Value{"log"}},
                     {"format", Value{"ndjson"}},
                     {"after", after.event == 0 ? Value{} : Value{store::cursor_of(after)}},
                     {"cursor", Value{store::cursor_of(last)}}});
    if (!file || last.event == after.event) return;
    file->stream() << store::cursor_of(last) << '\n';
    file->finish();
}

} // namespace reklamaatio::cli
