// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/sheet_cell.hpp"

#include "render/writer.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace reklamaatio::render {

// Text keeps its format when somebody edits it, so that it does not become a formula then.
const std::string_view k_sheet_styles =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
)";

namespace {

// Of UTF-16, in which Excel counts.
constexpr std::size_t k_longest_text = 32'767;
constexpr std::string_view k_cut = " [...]";

// Day 1 was 1900-01-01, and 1900 is taken for a leap year.
constexpr time::LocalTime k_day_zero{
    std::chrono::sys_days{std::chrono::year{1899} / 12 / 30}.time_since_epoch()};

std::size_t units_of(char32_t code_point) {
    return code_point > 0xFFFF ? 2 : 1;
}

// What fits with the mark of the cut behind it; all of a text that fits without.
std::string_view fitting(std::string_view text) {
    if (text.size() <= k_longest_text) return text;
    std::size_t units = 0;
    std::size_t fits = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = text::decoded(text.substr(at));
        units += units_of(character.code_point);
        if (units > k_longest_text) return text.substr(0, fits);
        at += character.size;
        if (units + k_cut.size() <= k_longest_text) fits = at;
    }
    return text;
}

bool is_hexadecimal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

// _x0041_ would be read as A.
bool looks_escaped(std::string_view text) {
    return text.size() >= 7 && text.starts_with("_x") && text[6] == '_'
           && std::all_of(text.begin() + 2, text.begin() + 6, is_hexadecimal);
}

void append_character(std::string& xml, const text::Decoded& character, std::string_view bytes) {
    const auto code_point = character.code_point;
    const bool is_kept = code_point == '\t' || code_point == '\n';
    if (code_point == '&')
        xml += "&amp;";
    else if (code_point == '<')
        xml += "&lt;";
    else if (code_point == '>')
        xml += "&gt;";
    else if (code_point < 0x20 && !is_kept)
        fmt::format_to(std::back_inserter(xml), "_x{:04X}_", static_cast<unsigned>(code_point));
    else if (!character.well_formed || code_point == 0xFFFE || code_point == 0xFFFF)
        xml += "\uFFFD";
    else
        xml += bytes;
}

struct CellOf {
    std::string& xml;
    std::string_view reference;
    const time::Zone& zone;

    void operator()(std::monostate) const {}
    void operator()(const std::string& text) const {
        append_text_cell(xml, reference, text, SheetStyle::text);
    }
    void operator()(std::int64_t number) const { append(SheetStyle::plain, fmt::format("{}", number)); }
    void operator()(bool yes) const {
        xml += fmt::format(R"(<c r="{}" t="b"><v>{}</v></c>)", reference, yes ? 1 : 0);
    }
    void operator()(time::Instant instant) const {
        const auto since = zone.to_local(instant) - k_day_zero;
        append(SheetStyle::instant, fmt::format("{:.15g}", static_cast<double>(since.count()) / 86'400));
    }
    void operator()(time::Date date) const {
        const auto days = std::chrono::floor<std::chrono::days>(time::LocalTime{date} - k_day_zero);
        append(SheetStyle::date, fmt::format("{}", days.count()));
    }
    void operator()(Share share) const {
        if (share.denominator != 0) append(SheetStyle::share, plain_text(share));
    }
    void operator()(Amount amount) const { append(SheetStyle::amount, plain_text(amount)); }
    void operator()(const Number& number) const { append(SheetStyle::plain, number.text); }
    void operator()(Length length) const { append(SheetStyle::plain, plain_text(length)); }

    void append(SheetStyle style, const std::string& number) const {
        xml += fmt::format(R"(<c r="{}" s="{}"><v>{}</v></c>)", reference, static_cast<int>(style), number);
    }
};

} // namespace

std::string sheet_column(std::size_t index) {
    std::string name;
    for (++index; index > 0; index = (index - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (index - 1) % 26));
    return name;
}

std::string sheet_text(std::string_view text) {
    std::string xml;
    auto rest = fitting(text);
    const bool is_cut = rest.size() < text.size();
    while (!rest.empty()) {
        const auto character = text::decoded(rest);
        if (looks_escaped(rest)) xml += "_x005F";
        append_character(xml, character, rest.substr(0, character.size));
        rest.remove_prefix(character.size);
    }
    return is_cut ? xml.append(k_cut) : xml;
}

void append_text_cell(std::string& xml, std::string_view reference, std::string_view text, SheetStyle style) {
    xml += fmt::format(R"(<c r="{}" s="{}" t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>)",
                       reference, static_cast<int>(style), sheet_text(text));
}

void append_cell(std::string& xml, std::string_view reference, const Value& value, const time::Zone& zone) {
    std::visit(CellOf{xml, reference, zone}, value);
}

} // namespace reklamaatio::render
