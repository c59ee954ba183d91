// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/own_fields.hpp"
#include "cli/complaint_list.hpp"
#include "cli/filter_options.hpp"
#include "cli/log_export.hpp"
#include "cli/manifest.hpp"
#include "cli/registry.hpp"
#include "view/tables/complaint_table.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

using render::Value;

class Export final : public Command {
  public:
    void declare(Options& options) override {
        m_log.declare(options);
        m_manifest.declare(options);
        m_filters.declare(options, "where the complaint stands");
    }
    std::string_view default_format() const override { return "csv"; }

    std::vector<view::DescribedTable> tables() const override {
        return {{"export", "complaints with every field",
                 [] { return view::complaint_columns(view::export_columns()); }}};
    }
    // The log has none.
    std::vector<render::Column> columns() const override {
        return m_log.is_wanted() ? std::vector<render::Column>{} : view::all_complaint_columns();
    }

    void prepare(const host::Environment&) override {
        m_log.check();
        m_filters.read_words();
    }

    host::ExitStatus run(Session& session) override {
        if (m_log.is_wanted())
            write_log(session);
        else
            write_complaints(session);
        return host::ExitStatus::done;
    }

  private:
    void write_complaints(Session& session) {
        const auto& filter = m_filters.complete(session, FilterOptions::Usual::all);
        m_manifest.begin(session);
        const exchange::FieldSet fields(casework::shown_fields(session.desk()));
        const auto usual = view::export_columns(fields);
        const auto rows = show_complaints(session, filter, {}, usual);
        const auto& settings = session.settings();
        const auto columns = settings.columns.empty() ? usual : settings.columns;
        m_manifest.finish(
            session, rows,
            {{"content", Value{"complaints"}},
             {"format", Value{std::string(render::row_of(settings.format).name)}},
             {"csv_dialect", render::text_or_none(settings.csv.name)},
             {"columns", columns},
             {"filters", render::records(m_filters.typed(), [](const auto& typed) {
                  return render::Record{{"option", Value{typed.first}}, {"value", Value{typed.second}}};
              })}});
    }

    void write_log(Session& session) {
        const auto refuse = [](std::string_view option) {
            throw host::UsageError(
                fmt::format("--events writes the log whole; {} goes with the complaints", option));
        };
        if (!session.settings().columns.empty()) refuse("--columns");
        if (!m_filters.typed().empty()) refuse(m_filters.typed().front().first);
        m_log.write(session, m_manifest);
    }

    LogExport m_log;
    FilterOptions m_filters;
    Manifest m_manifest;
};

} // namespace

extern constexpr CommandRow k_export{
    "export",
    Group::data,
    Access::read,
    "write every field of every complaint",
    R"(CSV unless another format is asked for. Importing the file into an empty database and exporting again gives
the same file. The filters of `list` narrow it down; closed and void complaints are there unless --status leaves them
out.

With --manifest, whoever takes the file can tell whether it is whole: the manifest has `rows` and `bytes`, `sha256` of all bytes as
sha256sum(1) prints it, `made_at`, `schema` (the `user_version` of the database) and `version` of the program, the format, and of complaints the
columns and the filters as they were typed, of the log the cursors before and behind it. It appears once the export has been
written.

The log can be followed: `--events --cursor FILE` prints what was logged since the last time and writes into FILE how
far it is, once all of it has been taken. If the run fails before, the next one prints the same again, so that nothing is
lost. Where nothing is new, it prints nothing and leaves FILE as it is. Without a file, --after takes
`log1:EVENT:HASH`, with `event` and `hash` of the last line that was taken. A cursor goes with its database and with
copies of it; that of another one is refused.)",
    {{{"reklamaatio export -o complaints.csv", "for a spreadsheet or a backup"},
      {"reklamaatio export --since 2026-01-01 --team returns -o returns.csv", "a part of it"},
      {"reklamaatio export --events --cursor feed.cursor >>feed.ndjson", "what is new since the last time"}}},
    make<Export>};

} // namespace reklamaatio::cli
