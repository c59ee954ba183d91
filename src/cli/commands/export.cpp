// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/complaint_list.hpp"
#include "cli/filter_options.hpp"
#include "cli/registry.hpp"
#include "render/writer.hpp"
#include "store/event_log.hpp"
#include "view/tables/complaint_table.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class Export final : public Command {
  public:
    void declare(Options& options) override {
        options.flag(
            "--events", m_events,
            "the whole log instead, one JSON object a line; importing it rebuilds the same database");
        m_filters.declare(options, "where the complaint stands");
    }
    std::string_view default_format() const override { return "csv"; }

    void prepare(const host::Environment&) override { m_filters.read_words(); }

    host::ExitStatus run(Session& session) override {
        if (m_events)
            write_log(session);
        else
            show_complaints(session, m_filters.complete(session, FilterOptions::Usual::all), {},
                            view::export_columns());
        return host::ExitStatus::done;
    }

  private:
    // Whatever format is asked for, a log is lines of JSON.
    void write_log(Session& session) const {
        if (!session.settings().columns.empty())
            throw host::UsageError("--events writes the log whole; --columns goes with the complaints");
        if (!m_filters.typed().empty())
            throw host::UsageError(fmt::format("--events writes the log whole; {} goes with the complaints",
                                               m_filters.typed().front().first));
        store::write_event_log(
            session.desk().database(), session.desk().store().policies(),
            [&](const std::string& line) { session.out() << render::escape_controls(line) << '\n'; });
    }

    FilterOptions m_filters;
    bool m_events = false;
};

} // namespace

extern constexpr CommandRow k_export{
    "export",
    Group::data,
    Access::read,
    "write every field of every complaint",
    R"(CSV unless another format is asked for. Importing the file into an empty database and exporting again gives
the same file. The filters of `list` narrow it down; closed and void complaints are there unless --status leaves them
out.)",
    {{{"reklamaatio export -o complaints.csv", "for a spreadsheet or a backup"},
      {"reklamaatio export --format ndjson | jq .subject", "for other tools"},
      {"reklamaatio export --since 2026-01-01 --team returns -o returns.csv", "a part of it"}}},
    make<Export>};

} // namespace reklamaatio::cli
