// SPDX-License-Identifier: GPL-3.0-or-later
// Tables onto paper, in any format, row by row.
#pragma once

#include "render/csv_dialect.hpp"
#include "render/format.hpp"
#include "render/record.hpp"
#include "render/style.hpp"
#include "render/table.hpp"
#include "time/zone.hpp"

#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace reklamaatio::render {

// What the formats need to know. Instants are in `zone` in text and in UTC ("...Z") in data.
struct WriterOptions {
    Format format = Format::text;
    Style style;
    time::Zone zone = time::Zone::utc();
    bool header = true;       // false: --no-header; JSON has keys all the same
    bool to_terminal = false; // then control characters are shown, not sent, in CSV and TSV as well
    CsvDialect csv = {};
    bool names_left_out = false; // in text: below the table, the columns for which there was no room
};

// Call begin once, row for each row, end once. CSV, TSV and NDJSON stream; JSON streams too; text holds its
// rows until end, because columns fit their contents. ids prints the first column.
class Writer {
  public:
    Writer() = default;
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    virtual ~Writer() = default;
    virtual void begin(std::span<const Column> columns) = 0;
    virtual void row(std::span<const Cell> cells) = 0;
    virtual void end() = 0;
};

// Null for openmetrics and html, which are not of one table. The stream must outlive the writer. Whether it took the bytes is
// for its owner to check.
std::unique_ptr<Writer> make_writer(std::ostream& out, const WriterOptions& options);

// begin, every row, end.
void write(const Table& table, std::ostream& out, const WriterOptions& options);

// Adds one CSV field to a line, quoted where RFC 4180 asks for it, and where blanks at its ends would be lost to readers
// that trim.
void append_csv_field(std::string& line, std::string_view text, char separator = ',');

// A JSON string literal with its quotes. Not ASCII only, but control characters (DEL, C1 and the
// bidirectional overrides too) are escaped; malformed UTF-8 becomes U+FFFD.
std::string json_string(std::string_view text);

// A literal that another library wrote, made harmless for terminals in the same way.
std::string escape_controls(const std::string& literal);

// Frames JSON objects as the format has them: in one array with json, one a line with ndjson.
class ObjectFrame {
  public:
    ObjectFrame(std::ostream& out, Format format) : m_out(out), m_is_array(format == Format::json) {}

    // Begins the array before the first object; without it an array that stays empty is "[]".
    void open();
    void add(const Record& record);
    // One that was written already.
    void add(std::string_view object);
    // Behind the last one, or where there was none.
    void end();

  private:
    std::ostream& m_out;
    bool m_is_array;
    bool m_is_open = false;
    bool m_has_object = false;
};

// A value as CSV prints it, not quoted: "" for none, 0.9167 for a share, 49.90 for an amount, whole minutes
// for a length, true or false.
std::string plain_text(const Value& value);
// The same where it stands already, in a value that is text, or else written to `room`.
std::string_view plain_text_in(const Value& value, std::string& room);

} // namespace reklamaatio::render
