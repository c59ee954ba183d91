// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/data_error_text.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::view::tests {

using exchange::DataError;
using exchange::Unreadable;

TEST_CASE("what is wrong with a file is told with the option that may help") {
    const auto told = [](Unreadable reason, DataError::Facts facts = {}) {
        return data_error_text(DataError(reason, "f.csv:2:3", std::move(facts)));
    };
    CHECK(told(Unreadable::not_in_encoding, {{"encoding", "windows-1252"}})
          == "f.csv:2:3: not windows-1252; use another --encoding");
    CHECK(told(Unreadable::not_utf8, {{"encodings", "ISO-8859-1 or windows-1250"}})
          == "f.csv:2:3: not UTF-8; is it ISO-8859-1 or windows-1250? give --encoding");
    CHECK(told(Unreadable::utf16, {{"encoding", "UTF-16LE"}})
          == "f.csv:2:3 is UTF-16LE, not UTF-8; use --encoding UTF-16LE");
    CHECK(
        told(Unreadable::control_character,
             {{"byte", "96"}, {"meant", "windows-1252"}, {"encoding", "ISO-8859-1"}})
        == "f.csv:2:3: the byte 96 is a control character in ISO-8859-1; is it windows-1252? use --encoding "
           "windows-1252");
    CHECK(told(Unreadable::nul_byte) == "f.csv:2:3: a NUL byte; is it UTF-16? give --encoding");
    CHECK(told(Unreadable::unclear_delimiter)
          == "f.csv:2:3: cannot tell whether fields are separated by , ; | or a tab; use --delimiter");
    CHECK(told(Unreadable::columns_alike, {{"one", "Aihe"}, {"other", "{subject}"}, {"field", "subject"}})
          == "f.csv:2:3: both 'Aihe' and '{subject}' mean subject; use --map subject=COLUMN");
    CHECK(told(Unreadable::columns_twice, {{"name", "Date"}, {"first", "2:1"}, {"field", "received_at"}})
          == "f.csv:2:3: there are two columns 'Date', here and at 2:1, and received_at comes from one of "
             "them; use "
             "--map 'received_at=Date#1' or 'received_at=Date#2'");
    CHECK(told(Unreadable::no_time_column, {{"columns", "a, b"}})
          == "f.csv:2:3: no column for received_at; use --map received_at=COLUMN; the file has: a, b");
    CHECK(told(Unreadable::no_text_column, {{"columns", "a, b"}})
          == "f.csv:2:3: no column for subject or text; use --map subject=COLUMN; the file has: a, b");
    CHECK(told(Unreadable::json)
          == "f.csv:2:3 is JSON, and not a log of events; write CSV, such as that of reklamaatio export");
    CHECK(data_error_text(DataError("f.csv: is empty; a header was expected"))
          == "f.csv: is empty; a header was expected");
}

TEST_CASE("a file that is no table is named for what it is with the way out") {
    const auto told = [](Unreadable reason, DataError::Facts facts = {}) {
        return data_error_text(DataError(reason, "shop.xlsx", std::move(facts)));
    };
    CHECK(told(Unreadable::workbook)
          == "shop.xlsx is an Excel workbook; save it as CSV UTF-8 and import that");
    CHECK(told(Unreadable::open_document)
          == "shop.xlsx is an OpenDocument spreadsheet; save it as CSV in UTF-8 and import that");
    CHECK(told(Unreadable::packed, {{"with", "ZIP"}})
          == "shop.xlsx is packed with ZIP; unpack it and import what was in it");
    for (const auto reason : {Unreadable::old_office, Unreadable::office, Unreadable::pdf,
                              Unreadable::web_page, Unreadable::xml, Unreadable::rich_text,
                              Unreadable::sqlite, Unreadable::mail, Unreadable::sql, Unreadable::drawn_table})
        CHECK(told(reason).find("JSON") == std::string::npos);
}

} // namespace reklamaatio::view::tests
