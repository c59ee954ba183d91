// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook of one sheet (ECMA-376, SpreadsheetML), row by row: texts stand in their cells, so that no table of them
// is kept. libxlsxwriter is not linked: Debian has no static archive of it, and the shared one brings OpenSSL to every
// start of the program.
#include "render/format_writers.hpp"
#include "render/sheet_cell.hpp"
#include "render/too_large.hpp"
#include "render/zip_stream.hpp"
#include "text/width.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::render {

namespace {

constexpr std::size_t k_most_rows = 1'048'576; // the header included
constexpr std::size_t k_measured_rows = 1000;  // by which the columns are made as wide as they are
constexpr int k_narrowest = 8;
constexpr int k_widest = 60;
constexpr std::size_t k_measured_bytes = 240; // of a text

constexpr std::string_view k_head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
)";
constexpr std::string_view k_types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
)";
constexpr std::string_view k_parts =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
)";
constexpr std::string_view k_parts_of_workbook =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
)";
// What Excel filters by has a name that it looks for.
constexpr std::string_view k_workbook =
    R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="reklamaatio" sheetId="1" r:id="rId1"/></sheets>{}</workbook>
)";
constexpr std::string_view k_filter_name =
    R"(<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">reklamaatio!$A$1:${}${}</definedName></definedNames>)";
constexpr std::string_view k_sheet =
    R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView tabSelected="1" workbookViewId="0">{}</sheetView></sheetViews>)";
constexpr std::string_view k_frozen =
    R"(<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>)";

// As many columns of a terminal are about as wide as they are characters of a sheet.
int width_of(const Value& value) {
    if (std::holds_alternative<time::Instant>(value)) return 19;
    return text::width(plain_text(value).substr(0, k_measured_bytes));
}

class XlsxWriter final : public Writer {
  public:
    XlsxWriter(std::ostream& out, const WriterOptions& options)
        : m_zip(out), m_zone(options.zone), m_header(options.header) {}

    void begin(std::span<const Column> columns) override {
        m_zip.add("[Content_Types].xml", std::string(k_head).append(k_types));
        m_zip.add("_rels/.rels", std::string(k_head).append(k_parts));
        m_zip.add("xl/_rels/workbook.xml.rels", std::string(k_head).append(k_parts_of_workbook));
        m_zip.add("xl/styles.xml", k_sheet_styles);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            m_names.push_back(sheet_column(i));
            m_widths.push_back(m_header ? text::width(columns[i].key) : 0);
        }
        if (!m_header) return;
        m_xml += R"(<row r="1">)";
        for (std::size_t i = 0; i < columns.size(); ++i)
            append_text_cell(m_xml, m_names[i] + "1", columns[i].key, SheetStyle::head);
        m_xml += "</row>";
        ++m_rows;
    }

    void row(std::span<const Cell> cells) override {
        if (m_rows == k_most_rows)
            throw TooLarge(fmt::format("a sheet has {} rows at most, with the header", k_most_rows));
        ++m_rows;
        m_xml += fmt::format(R"(<row r="{}">)", m_rows);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            append_cell(m_xml, fmt::format("{}{}", m_names[i], m_rows), cells[i].value, m_zone);
            if (!m_is_begun) m_widths[i] = std::max(m_widths[i], width_of(cells[i].value));
        }
        m_xml += "</row>";
        if (m_is_begun || m_rows >= k_measured_rows) hand_over();
    }

    void end() override {
        hand_over();
        std::string filter;
        std::string name;
        if (m_header && !m_names.empty()) {
            filter = fmt::format(R"(<autoFilter ref="A1:{}{}"/>)", m_names.back(), m_rows);
            name = fmt::format(k_filter_name, m_names.back(), m_rows);
        }
        m_zip.write(fmt::format("</sheetData>{}</worksheet>\n", filter));
        m_zip.add("xl/workbook.xml", std::string(k_head).append(fmt::format(k_workbook, name)));
        m_zip.finish();
    }

  private:
    // The columns stand in front of the rows: those that were measured are kept until then.
    void hand_over() {
        if (!m_is_begun) {
            m_zip.begin("xl/worksheets/sheet1.xml");
            m_zip.write(std::string(k_head).append(fmt::format(k_sheet, m_header ? k_frozen : "")));
            m_zip.write(columns() + "<sheetData>");
        }
        m_is_begun = true;
        m_zip.write(m_xml);
        m_xml.clear();
    }

    std::string columns() const {
        if (m_widths.empty()) return "";
        std::string xml = "<cols>";
        for (std::size_t i = 0; i < m_widths.size(); ++i)
            xml += fmt::format(R"(<col min="{0}" max="{0}" width="{1}" customWidth="1"/>)", i + 1,
                               std::clamp(m_widths[i] + 2, k_narrowest, k_widest));
        return xml + "</cols>";
    }

    ZipStream m_zip;
    time::Zone m_zone;
    bool m_header;
    bool m_is_begun = false;
    std::size_t m_rows = 0;
    std::vector<std::string> m_names; // A, B, C
    std::vector<int> m_widths;
    std::string m_xml; // that is not written yet
};

} // namespace

std::unique_ptr<Writer> make_xlsx_writer(std::ostream& out, const WriterOptions& options) {
    return std::make_unique<XlsxWriter>(out, options);
}

} // namespace reklamaatio::render
