// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/manifest.hpp"

#include "cli/version.hpp"
#include "host/failure.hpp"
#include "store/schema.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

using render::Value;

void Manifest::declare(Options& options) {
    options.text("--manifest", "FILE", m_path,
                 "write to FILE what was exported: rows, SHA-256, columns and filters, as JSON");
}

void Manifest::begin(Session& session) {
    if (!m_path) return;
    const auto& settings = session.settings();
    host::check_output("--manifest", *m_path, settings.db);
    if (settings.output && host::is_same_file(*settings.output, *m_path))
        throw host::UsageError(fmt::format("--manifest: {} is the export; name another file", *m_path));
    m_file.emplace(*m_path);
    session.measure();
}

void Manifest::finish(Session& session, std::int64_t rows, const render::Record& content) {
    session.hand_over();
    if (!m_file) return;
    const auto& settings = session.settings();
    const auto measured = session.measured();
    render::Record manifest{
        {"file", settings.output ? Value{*settings.output} : Value{}},
        {"rows", Value{rows}},
        {"bytes", Value{measured.bytes}},
        {"sha256", Value{measured.sha256}},
        {"made_at", Value{session.now()}},
        {"schema", Value{static_cast<std::int64_t>(store::schema_of(session.desk().database()))}},
        {"version", Value{std::string(k_version)}}};
    manifest.insert(manifest.end(), content.begin(), content.end());
    m_file->stream() << render::json_text(manifest) << '\n';
    m_file->finish();
}

} // namespace reklamaatio::cli
