// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a file that came from outside.
#pragma once

#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reklamaatio::exchange {

// Why a file cannot be read where a setting of the import may help, and the facts that go with it.
enum class Unreadable {
    not_in_encoding,   // encoding
    control_character, // encoding, byte: it means one in that encoding; meant: the encoding that it may be
    not_utf8,          // encodings: those that it may be in
    utf16,             // encoding: the name to say
    nul_byte,          // -
    unclear_delimiter, // -
    columns_alike,     // one, other, field: both columns mean the field
    columns_twice,  // name, first, field: the second of that name, the first of which is at the other place
    no_time_column, // columns: those that there are
    no_text_column, // columns
    // Files that are no tables of text.
    workbook,
    open_document, // a spreadsheet
    old_office,    // Excel and others, before 2007
    office,        // no spreadsheet
    packed,        // with
    pdf,
    picture,
    program,
    web_page,
    xml,
    rich_text,
    json, // and no log of events
    sqlite,
    mail,
    sql,
    drawn_table
};

// What programs are told of them, by Unreadable.
inline constexpr std::array<std::string_view, 26> k_unreadable_words{
    "not_in_encoding",    "control_character",  "not_utf8",         "utf16",
    "nul_byte",           "unclear_delimiter",  "columns_alike",    "columns_twice",
    "no_time_column",     "no_text_column",     "file_is_workbook", "file_is_open_document",
    "file_is_old_office", "file_is_office",     "file_is_packed",   "file_is_pdf",
    "file_is_picture",    "file_is_program",    "file_is_web_page", "file_is_xml",
    "file_is_rich_text",  "file_is_json",       "file_is_sqlite",   "file_is_mail",
    "file_is_sql",        "file_is_drawn_table"};
static_assert(k_unreadable_words.size() == static_cast<std::size_t>(Unreadable::drawn_table) + 1);

constexpr std::string_view word_of(Unreadable reason) {
    return k_unreadable_words[static_cast<std::size_t>(reason)];
}

// Where the place is known, it stands before what is wrong: "file:line:column". what() is a whole message but where
// there is a reason, whose sentence view/words has.
class DataError : public std::runtime_error {
  public:
    using Facts = std::vector<std::pair<std::string, std::string>>;

    explicit DataError(const std::string& message) : std::runtime_error(message) {}
    DataError(Unreadable reason, std::string place, Facts facts = {});

    const std::optional<Unreadable>& reason() const { return m_reason; }
    const std::string& place() const { return m_place; }
    const Facts& facts() const { return m_facts; }

  private:
    std::optional<Unreadable> m_reason;
    std::string m_place;
    Facts m_facts;
};

// A profile or an option of the import that cannot be.
class ProfileError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

} // namespace reklamaatio::exchange
