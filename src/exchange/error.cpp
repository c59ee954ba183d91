// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/error.hpp"

#include <array>
#include <string_view>

namespace reklamaatio::exchange {

namespace {

constexpr std::array<std::string_view, 26> k_words{"not_in_encoding",
                                                   "control_character",
                                                   "not_utf8",
                                                   "utf16",
                                                   "nul_byte",
                                                   "unclear_delimiter",
                                                   "columns_alike",
                                                   "columns_twice",
                                                   "no_time_column",
                                                   "no_text_column",
                                                   "workbook",
                                                   "open_document",
                                                   "old_office",
                                                   "office",
                                                   "packed",
                                                   "pdf",
                                                   "picture",
                                                   "program",
                                                   "web_page",
                                                   "xml",
                                                   "rich_text",
                                                   "json",
                                                   "sqlite",
                                                   "mail",
                                                   "sql",
                                                   "drawn_table"};
static_assert(k_words.size() == static_cast<std::size_t>(Unreadable::drawn_table) + 1);

// "f.csv:2:3: not_in_encoding: encoding windows-1252", for logs and tests.
std::string in_short(Unreadable reason, const std::string& place, const DataError::Facts& facts) {
    std::string text = place + ": ";
    text += k_words.at(static_cast<std::size_t>(reason));
    const char* between = ": ";
    for (const auto& [name, fact] : facts) {
        text.append(between).append(name).append(" ").append(fact);
        between = "; ";
    }
    return text;
}

} // namespace

DataError::DataError(Unreadable reason, std::string place, Facts facts)
    : std::runtime_error(in_short(reason, place, facts)), m_reason(reason), m_place(std::move(place)),
      m_facts(std::move(facts)) {}

} // namespace reklamaatio::exchange
