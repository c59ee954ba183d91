// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/described_tables.hpp"
#include "cli/registry.hpp"
#include "render/columns.hpp"
#include "render/record.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

using render::Record;
using render::Value;

Value text(std::string_view text) {
    return std::string(text);
}

// Where nothing is known there is null, but of what is true or false.
Record property_of(const render::Column& column) {
    const auto& kind = render::row_of(column.kind);
    Record property;
    if (column.kind == render::Kind::truth)
        property.push_back({"type", text(kind.json_type)});
    else
        property.push_back({"type", std::vector<std::string>{std::string(kind.json_type), "null"}});
    if (!kind.json_format.empty()) property.push_back({"format", text(kind.json_format)});
    property.push_back({"description", text(column.meaning)});
    return property;
}

class Schema final : public Command {
  public:
    void declare(Options& options) override {
        options.arguments("NAME", m_names, "a table, such as report sla; without it, which ones there are",
                          false);
        options.flag("--json-schema", m_json_schema, "as a JSON Schema of what --format json prints");
    }

    std::vector<view::DescribedTable> tables() const override {
        return {{"schema", "the tables that there are", list_columns},
                {"schema NAME", "the columns of a table, also those of --columns help",
                 render::description_columns}};
    }
    std::vector<render::Column> columns() const override {
        return m_names.empty() ? list_columns() : render::description_columns();
    }

    host::ExitStatus run(Session& session) override {
        if (m_names.empty())
            list(session);
        else if (m_json_schema)
            print_json_schema(session, described_table(name()));
        else
            session.show(render::description_of(described_table(name()).columns()));
        return host::ExitStatus::done;
    }

  private:
    // A name may be typed as several words, as the command is.
    std::string name() const { return fmt::format("{}", fmt::join(m_names, " ")); }

    static std::vector<render::Column> list_columns() {
        using render::Column;
        using render::Kind;
        return {Column{"name", "Name"}.holding(Kind::text, "name of the table"),
                Column{"rows", "Rows", render::Align::left, 0, 20}.holding(Kind::text, "what its rows are")};
    }

    void list(Session& session) const {
        if (m_json_schema) throw host::UsageError("--json-schema needs the name of a table");
        render::Table table{list_columns(), {}};
        for (const auto& described : described_tables())
            table.rows.push_back({text(described.name), text(described.summary)});
        session.show(table);
    }

    static void print_json_schema(Session& session, const view::DescribedTable& table) {
        Record properties;
        std::vector<std::string> required;
        for (const auto& column : table.columns()) {
            properties.push_back({column.key, property_of(column)});
            required.push_back(column.key);
        }
        const Record items{{"type", text("object")}, {"properties", properties}, {"required", required}};
        session.out() << render::json_text({{"$schema", text("https://json-schema.org/draft/2020-12/schema")},
                                            {"title", text("reklamaatio " + table.name)},
                                            {"description", text(table.summary)},
                                            {"type", text("array")},
                                            {"items", items}})
                      << '\n';
    }

    std::vector<std::string> m_names;
    bool m_json_schema = false;
};

} // namespace

extern constexpr CommandRow k_schema{
    "schema",
    Group::data,
    Access::none,
    "describe the tables that are printed, and the views",
    R"(What programs can rely on: the columns of every table that commands print, and of the views of the database, with type,
unit and meaning. Columns keep their names and their order; new ones are added at the end. No database is needed.)",
    {{{"reklamaatio schema", "which tables there are"},
      {"reklamaatio schema report sla", "the columns of one"},
      {"reklamaatio schema export --json-schema", "for a validator"}}},
    make<Schema>};

} // namespace reklamaatio::cli
