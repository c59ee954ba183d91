// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/words/data_error_text.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

// Of files that are no tables of text: what they are, and the way from there.
std::string_view other_format(exchange::Unreadable reason) {
    using exchange::Unreadable;
    switch (reason) {
    case Unreadable::workbook:
        return "{place} is an Excel workbook; save it as CSV UTF-8 and import that";
    case Unreadable::open_document:
        return "{place} is an OpenDocument spreadsheet; save it as CSV in UTF-8 and import that";
    case Unreadable::old_office:
        return "{place} is a file of an old Office, such as an .xls workbook; save it as CSV in UTF-8 and "
               "import that";
    case Unreadable::office:
        return "{place} is an Office document and no spreadsheet; copy its table into one, save that as CSV "
               "in UTF-8 and import it";
    case Unreadable::packed:
        return "{place} is packed with {with}; unpack it and import what was in it";
    case Unreadable::pdf:
        return "{place} is a PDF, which has no columns; export CSV from where its data come from";
    case Unreadable::picture:
        return "{place} is a picture; export CSV from where its data come from";
    case Unreadable::program:
        return "{place} is a program, and holds no data";
    case Unreadable::web_page:
        return "{place} is a web page (HTML), whatever its name says; open it in a spreadsheet, save it as "
               "CSV in UTF-8 and import that";
    case Unreadable::xml:
        return "{place} is XML; open it in a spreadsheet, save it as CSV in UTF-8 and import that";
    case Unreadable::rich_text:
        return "{place} is rich text (RTF); save it as plain text in UTF-8 and import that";
    case Unreadable::sqlite:
        return "{place} is an SQLite database; name one of ours with --db, or export a table of it as CSV: "
               "sqlite3 -csv -header FILE 'SELECT * FROM NAME'";
    case Unreadable::mail:
        return "{place} is an e-mail and no table; log it with open, or write CSV and import that";
    case Unreadable::sql:
        return "{place} is a dump of a database (SQL); have the database write the table as CSV, as with "
               "psql --csv, and import that";
    case Unreadable::drawn_table:
        return "{place} is a table drawn for people; have its program write a plain one, as psql --csv and "
               "mysql --batch do, and import that";
    default:
        return "{place} is JSON, and not a log of events; write CSV, such as that of reklamaatio export";
    }
}

// {name} stands for a fact of the reason.
std::string_view sentence_for(exchange::Unreadable reason) {
    using exchange::Unreadable;
    switch (reason) {
    case Unreadable::not_in_encoding:
        return "{place}: not {encoding}; use another --encoding";
    case Unreadable::control_character:
        return "{place}: the byte {byte} is a control character in {encoding}; is it {meant}? use --encoding "
               "{meant}";
    case Unreadable::not_utf8:
        return "{place}: not UTF-8; is it {encodings}? give --encoding";
    case Unreadable::utf16:
        return "{place} is {encoding}, not UTF-8; use --encoding {encoding}";
    case Unreadable::nul_byte:
        return "{place}: a NUL byte; is it UTF-16? give --encoding";
    case Unreadable::unclear_delimiter:
        return "{place}: cannot tell whether fields are separated by , ; | or a tab; use --delimiter";
    case Unreadable::columns_alike:
        return "{place}: both '{one}' and '{other}' mean {field}; use --map {field}=COLUMN";
    case Unreadable::columns_twice:
        return "{place}: there are two columns '{name}', here and at {first}, and {field} comes from one of "
               "them; use --map '{field}={name}#1' or '{field}={name}#2'";
    case Unreadable::no_time_column:
        return "{place}: no column for received_at; use --map received_at=COLUMN; the file has: {columns}";
    case Unreadable::no_text_column:
        return "{place}: no column for subject or text; use --map subject=COLUMN; the file has: {columns}";
    default:
        return other_format(reason);
    }
}

} // namespace

std::string data_error_text(const exchange::DataError& fault) {
    if (!fault.reason()) return fault.what();
    fmt::dynamic_format_arg_store<fmt::format_context> facts;
    facts.push_back(fmt::arg("place", fault.place()));
    for (const auto& [name, fact] : fault.facts())
        facts.push_back(fmt::arg(name.c_str(), fact));
    return fmt::vformat(sentence_for(*fault.reason()), facts);
}

} // namespace reklamaatio::view
