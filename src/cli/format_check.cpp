// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format_check.hpp"

#include "host/failure.hpp"

namespace reklamaatio::cli {

using render::Format;

void check_format(const Command& command, const Settings& settings) {
    if (settings.format == Format::openmetrics && !command.has_metrics())
        throw host::UsageError("--format: openmetrics is for `report sla` alone; write csv or json");
    if (settings.format == Format::html && !command.has_document())
        throw host::UsageError("--format: html is for `report` alone; write text, csv or json");
    if (settings.format == Format::html && !settings.columns.empty())
        throw host::UsageError("--columns is for data, and html shows all; leave one of them out");
    if (settings.csv.is_for_spreadsheets && settings.format != Format::csv && !command.reads_csv())
        throw host::UsageError("--csv-dialect is for CSV; add --csv");
    if (settings.format != Format::xlsx) return;
    if (!command.has_table())
        throw host::UsageError("--format: xlsx is for tables, and this command prints none");
    if (!settings.output) throw host::UsageError("--format xlsx makes a file; name it with -o NAME.xlsx");
}

} // namespace reklamaatio::cli
