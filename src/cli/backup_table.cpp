// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/backup_table.hpp"

#include "text/plural.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

using render::Value;

std::vector<render::Column> backup_columns() {
    using render::Align;
    using render::Column;
    using render::Kind;
    return {Column{"file", "File"}.holding(Kind::text, "the name of the file"),
            Column{"bytes", "Bytes", Align::right}.holding(Kind::number, "how long it is"),
            Column{"complaints", "Complaints", Align::right}.holding(Kind::number, "complaints in it"),
            Column{"changes", "Changes", Align::right}.holding(Kind::number, "changes in its log"),
            Column{"head", "Head"}.holding(Kind::text, "where its log ends, as verify --after takes it")};
}

render::Table backup_table(const std::string& file, const casework::Backup& backup) {
    return {backup_columns(),
            {{Value{file}, Value{backup.bytes}, Value{backup.contents.complaints},
              Value{backup.contents.changes}, Value{store::cursor_of(backup.end)}}}};
}

std::string backup_text(const casework::Backup& backup) {
    return fmt::format("{} in {}, {}", text::plural(backup.contents.complaints, "complaint"),
                       text::plural(backup.contents.changes, "change"), text::plural(backup.bytes, "byte"));
}

} // namespace reklamaatio::cli
