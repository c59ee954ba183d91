// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/file_kind.hpp"

#include "exchange/readers.hpp"

#include <doctest/doctest.h>

using namespace reklamaatio;
using namespace std::string_literals;
using exchange::Unreadable;

namespace {

std::optional<Unreadable> kind_of(const std::string& beginning) {
    const auto kind = exchange::other_kind(beginning);
    return kind ? std::optional(kind->reason) : std::nullopt;
}

// The local header of an entry, stored, as every file in a ZIP archive begins.
std::string entry(const std::string& name, const std::string& content = "") {
    const auto size = [](std::size_t bytes, int width) {
        std::string little;
        for (int i = 0; i < width; ++i)
            little += static_cast<char>(bytes >> (8 * i) & 0xFF);
        return little;
    };
    return "PK\x03\x04\x14"s + std::string(13, '\0') + size(content.size(), 4) + size(content.size(), 4)
           + size(name.size(), 2) + size(0, 2) + name + content;
}

std::string packer_of(const std::string& beginning) {
    const auto kind = exchange::other_kind(beginning);
    return kind && kind->reason == Unreadable::packed ? kind->facts.at(0).second : "";
}

} // namespace

TEST_CASE("spreadsheets and other documents are told by what is packed in them") {
    CHECK(kind_of(entry("[Content_Types].xml", "<x/>") + entry("_rels/.rels") + entry("xl/workbook.xml"))
          == Unreadable::workbook);
    CHECK(kind_of(entry("xl/worksheets/sheet1.xml")) == Unreadable::workbook);
    CHECK(kind_of(entry("xl/_rels/workbook.xml.rels")) == Unreadable::workbook);
    CHECK(kind_of(entry("[Content_Types].xml") + entry("word/document.xml")) == Unreadable::office);
    CHECK(kind_of(entry("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))
          == Unreadable::open_document);
    CHECK(kind_of(entry("mimetype", "application/vnd.oasis.opendocument.text")) == Unreadable::office);
    CHECK(kind_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on") == Unreadable::old_office);
}

TEST_CASE("what is packed is told with what packs it") {
    CHECK(packer_of(entry("shop.csv", "a,b\n")) == "ZIP");
    CHECK(packer_of("PK\x05\x06"s + std::string(18, '\0')) == "ZIP");
    CHECK(packer_of("\x1F\x8B\x08\x00"s) == "gzip");
    CHECK(packer_of("BZh91AY&SY") == "bzip2");
    CHECK(packer_of("\xFD"
                    "7zXZ\0"s)
          == "xz");
    CHECK(packer_of("\x28\xB5\x2F\xFD x") == "zstd");
    CHECK(packer_of("7z\xBC\xAF\x27\x1C") == "7-Zip");
    CHECK(packer_of("Rar!\x1A\x07\x01") == "RAR");
}

TEST_CASE("other files are told by how they begin") {
    CHECK(kind_of("%PDF-1.7\n") == Unreadable::pdf);
    CHECK(kind_of("SQLite format 3\0x"s) == Unreadable::sqlite);
    CHECK(kind_of("{\\rtf1\\ansi") == Unreadable::rich_text);
    CHECK(kind_of("<!DOCTYPE html>\n<html>") == Unreadable::web_page);
    CHECK(kind_of("\r\n  <HTML><body>") == Unreadable::web_page);
    CHECK(kind_of("<table><tr><td>Date</td>") == Unreadable::web_page);
    CHECK(kind_of("<head><title>Complaints</title>") == Unreadable::web_page);
    CHECK(kind_of("<META charset=utf-8>") == Unreadable::web_page);
    CHECK(kind_of("<?xml version=\"1.0\"?>\n<html xmlns=") == Unreadable::web_page);
    CHECK(kind_of("<?xml version=\"1.0\"?>\n<rows>") == Unreadable::xml);
}

TEST_CASE("JSON of other programs is told from names of columns") {
    CHECK(kind_of("[\n{\"id\":1}") == Unreadable::json);
    CHECK(kind_of("[[1,2],[3,4]]") == Unreadable::json);
    CHECK(kind_of("[]") == Unreadable::json);
    CHECK(kind_of("{\"id\":1}\n{\"id\":2}\n") == Unreadable::json);
    CHECK(kind_of("{ }") == Unreadable::json);
    CHECK(kind_of("[Date],[Text]\n") == std::nullopt);
    CHECK(kind_of("{date},{text}\n") == std::nullopt);
}

TEST_CASE("letters are told by what stands before their text") {
    CHECK(kind_of("Return-Path: <maija@example.fi>\nReceived: from mail\n") == Unreadable::mail);
    CHECK(kind_of("From maija@example.fi Fri Nov 20 10:00:00 2026\nSubject: Kiuas\n") == Unreadable::mail);
    CHECK(kind_of("Subject: Kiuas\r\n halkesi\r\n") == Unreadable::mail);
    CHECK(kind_of("Received: from mail\n\tby another\n") == Unreadable::mail);
    CHECK(kind_of("From shop to customer\nSubject: Kiuas\n") == std::nullopt);
    CHECK(kind_of("Subject: what,Date: when\nx,y\n") == std::nullopt);
    CHECK(kind_of("From,To\na,b\n") == std::nullopt);
}

TEST_CASE("dumps of databases and tables drawn for people are told") {
    CHECK(kind_of("-- MySQL dump 10.13\nDROP TABLE IF EXISTS `a`;\n") == Unreadable::sql);
    CHECK(kind_of("--\n-- PostgreSQL database dump\n--\nSET x = 0;\nCREATE TABLE public.a (\n")
          == Unreadable::sql);
    CHECK(kind_of("PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE a(b);\n") == Unreadable::sql);
    CHECK(kind_of("INSERT INTO a VALUES (1);\n") == Unreadable::sql);
    CHECK(kind_of("/* of our shop */\nINSERT INTO a VALUES (1);\n") == Unreadable::sql);
    CHECK(kind_of("-- our complaints\nid,date\n") == std::nullopt);
    CHECK(kind_of("SET NO,Date\n1,2\n") == std::nullopt);
    CHECK(kind_of(" id | status \n----+--------\n  1 | open\n") == Unreadable::drawn_table);
    CHECK(kind_of("+----+------+\n| id | date |\n") == Unreadable::drawn_table);
    CHECK(kind_of("| id | date |\n|---|---|\n") == Unreadable::drawn_table);
    CHECK(kind_of("Complaints\n==========\nid;date\n") == std::nullopt);
    CHECK(kind_of("id|date\n-|-\n") == std::nullopt);
    CHECK(kind_of("id;date\n----------\n") == std::nullopt);
}

TEST_CASE("tables are told to be nothing else") {
    for (const std::string csv :
         {"", "a", "a,b\n1,2\n", "\"a\";\"b\"\n", "PK,b\n", "<b>,c\n", "%,x\n", "sep=;\na;b\n"}) {
        CAPTURE(csv);
        CHECK(kind_of(csv) == std::nullopt);
    }
}

TEST_CASE("UTF-16 is told by its zero bytes") {
    CHECK(exchange::utf16_without_bom("a\0,\0b\0\n\0"s) == "UTF-16LE");
    CHECK(exchange::utf16_without_bom("\0a\0,\0b\0\n"s) == "UTF-16BE");
    CHECK(exchange::utf16_without_bom("a,b\n").empty());
    CHECK(exchange::utf16_without_bom("a\0"s).empty());
    CHECK(exchange::utf16_without_bom("a,b\0c\n1,2,3\n"s).empty());
    CHECK(exchange::utf16_without_bom(std::string(40, '\0')).empty());
}

TEST_CASE("pictures and programs are told by their first bytes") {
    CHECK(kind_of("\x89PNG\r\n\x1A\n and so on") == Unreadable::picture);
    CHECK(kind_of("\xFF\xD8\xFF\xE0") == Unreadable::picture);
    CHECK(kind_of("GIF89a") == Unreadable::picture);
    CHECK(kind_of("II*\0"s) == Unreadable::picture);
    CHECK(kind_of("MM\0*"s) == Unreadable::picture);
    CHECK(kind_of("\x7F"
                  "ELF\x02")
          == Unreadable::program);
    CHECK(kind_of("MZ\x90\0"s) == Unreadable::program);
    CHECK_FALSE(kind_of("GIFT,MZ\n").has_value());
}
