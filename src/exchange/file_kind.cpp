// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/file_kind.hpp"

#include "text/ascii.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace reklamaatio::exchange {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view k_blanks = " \t\r\n";

// What every file of a format begins with.
struct Magic {
    std::string_view bytes;
    Unreadable reason;
    std::string_view with; // what packs it
};

constexpr std::array k_magics{
    Magic{"%PDF-"sv, Unreadable::pdf, ""},
    Magic{"SQLite format 3\0"sv, Unreadable::sqlite, ""},
    Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, Unreadable::old_office, ""},
    Magic{"{\\rtf"sv, Unreadable::rich_text, ""},
    Magic{"\x1F\x8B"sv, Unreadable::packed, "gzip"},
    Magic{"BZh91AY&SY"sv, Unreadable::packed, "bzip2"},
    Magic{"\xFD"
          "7zXZ\0"sv,
          Unreadable::packed, "xz"},
    Magic{"\x28\xB5\x2F\xFD"sv, Unreadable::packed, "zstd"},
    Magic{"7z\xBC\xAF\x27\x1C"sv, Unreadable::packed, "7-Zip"},
    Magic{"Rar!\x1A\x07"sv, Unreadable::packed, "RAR"},
    Magic{"\x89PNG\r\n\x1A\n"sv, Unreadable::picture, ""},
    Magic{"\xFF\xD8\xFF"sv, Unreadable::picture, ""},
    Magic{"GIF8"sv, Unreadable::picture, ""},
    Magic{"II*\0"sv, Unreadable::picture, ""},
    Magic{"MM\0*"sv, Unreadable::picture, ""},
    Magic{"\x7F"
          "ELF"sv,
          Unreadable::program, ""},
    Magic{"MZ\x90\0"sv, Unreadable::program, ""},
};

bool holds(std::string_view text, std::string_view what) {
    return text.find(what) != std::string_view::npos;
}

// What was packed first tells what all of it is.
FileKind kind_of_zip(std::string_view text) {
    if (holds(text.substr(0, 200), "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"))
        return {Unreadable::open_document};
    if (holds(text, "xl/workbook") || holds(text, "xl/worksheets/") || holds(text, "xl/_rels/"))
        return {Unreadable::workbook};
    if (holds(text, "[Content_Types].xml") || holds(text.substr(0, 200), "mimetypeapplication/vnd.oasis"))
        return {Unreadable::office};
    return {Unreadable::packed, {{"with", "ZIP"}}};
}

// Behind the bracket stands what no name of a column begins with.
bool is_json(std::string_view text) {
    if (text.empty() || (text.front() != '[' && text.front() != '{')) return false;
    const bool is_list = text.front() == '[';
    const auto next = text.find_first_not_of(k_blanks, 1);
    if (next == std::string_view::npos) return true;
    return (is_list ? "[{\"]-0123456789"sv : "\"}"sv).find(text[next]) != std::string_view::npos;
}

std::optional<FileKind> kind_of_markup(std::string_view text) {
    const auto begins = [&](std::string_view tag) {
        return std::ranges::equal(text.substr(0, tag.size()), tag, {}, text::to_lower);
    };
    if (begins("<!doctype html") || begins("<html") || begins("<table") || begins("<head") || begins("<meta"))
        return FileKind{Unreadable::web_page};
    if (begins("<?xml")) return FileKind{holds(text, "<html") ? Unreadable::web_page : Unreadable::xml};
    return std::nullopt;
}

// A line that a letter has before its text, or one that goes on with it.
bool is_mail_header(std::string_view line) {
    constexpr std::array k_names{"return-path"sv,  "delivered-to"sv,   "received"sv, "from"sv,
                                 "to"sv,           "subject"sv,        "date"sv,     "message-id"sv,
                                 "mime-version"sv, "reply-to"sv,       "cc"sv,       "content-type"sv,
                                 "x-mailer"sv,     "dkim-signature"sv, "arc-seal"sv, "x-original-to"sv};
    const auto name = line.substr(0, line.find(": "));
    return name.size() < line.size() && std::ranges::any_of(k_names, [&](std::string_view known) {
               return std::ranges::equal(name, known, {}, text::to_lower);
           });
}

bool is_mail(std::string_view text) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto first = text.substr(0, end);
    const auto rest = text.substr(std::min(end + 1, text.size()));
    const auto second = rest.substr(0, rest.find('\n'));
    if (first.starts_with("From ") && holds(first, "@")) return is_mail_header(second);
    return is_mail_header(first)
           && (is_mail_header(second) || second.starts_with(' ') || second.starts_with('\t'));
}

// A comment and a statement that makes rows, or such a statement at once.
bool is_sql(std::string_view text) {
    constexpr std::array k_statements{"CREATE TABLE "sv, "INSERT INTO "sv, "DROP TABLE "sv};
    const auto begins = [&](std::string_view statement) { return text.starts_with(statement); };
    if (std::ranges::any_of(k_statements, begins)) return true;
    if (!begins("--") && !begins("/*") && !begins("PRAGMA ") && !begins("SET ")) return false;
    return std::ranges::any_of(
        k_statements, [&](std::string_view statement) { return holds(text, "\n" + std::string(statement)); });
}

// "----+------", which parts a header from its rows.
bool is_ruler(std::string_view line) {
    return line.find_first_not_of("-=+| \t\r") == std::string_view::npos && holds(line, "---")
           && line.find_first_of("+|") != std::string_view::npos;
}

bool is_drawn(std::string_view text) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto rest = text.substr(std::min(end + 1, text.size()));
    return is_ruler(text.substr(0, end)) || is_ruler(rest.substr(0, rest.find('\n')));
}

} // namespace

std::optional<FileKind> other_kind(std::string_view beginning) {
    for (const auto& magic : k_magics)
        if (beginning.starts_with(magic.bytes))
            return FileKind{magic.reason, {{"with", std::string(magic.with)}}};
    if (beginning.starts_with("PK\x03\x04") || beginning.starts_with("PK\x05\x06"))
        return kind_of_zip(beginning);
    const auto text = beginning.substr(std::min(beginning.find_first_not_of(k_blanks), beginning.size()));
    if (is_json(text)) return FileKind{Unreadable::json};
    if (is_mail(text)) return FileKind{Unreadable::mail};
    if (is_sql(text)) return FileKind{Unreadable::sql};
    if (is_drawn(text)) return FileKind{Unreadable::drawn_table};
    return kind_of_markup(text);
}

std::string_view utf16_without_bom(std::string_view beginning) {
    constexpr std::size_t k_enough = 4;
    constexpr std::size_t k_looked_at = 4096;
    const auto looked_at = beginning.substr(0, std::min(beginning.size(), k_looked_at) / 2 * 2);
    if (looked_at.size() < k_enough) return {};
    std::array<std::size_t, 2> nuls{};
    for (std::size_t at = 0; at < looked_at.size(); ++at)
        if (looked_at[at] == '\0') ++nuls[at % 2];
    const auto half = looked_at.size() / 2;
    // Four in five: letters of other alphabets have a first byte of their own.
    const auto is_nul = [&](std::size_t count) { return count * 5 >= half * 4; };
    if (is_nul(nuls[1]) && nuls[0] == 0) return "UTF-16LE";
    return is_nul(nuls[0]) && nuls[1] == 0 ? "UTF-16BE" : "";
}

} // namespace reklamaatio::exchange
