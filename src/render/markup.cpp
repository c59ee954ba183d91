// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/markup.hpp"

#include "text/utf8.hpp"
#include "text/visible.hpp"

namespace reklamaatio::render {

namespace {

// The code points that Unicode keeps for nobody; XML 1.0 (section 2.2) has no place for the last two of the first plane.
bool is_noncharacter(char32_t c) {
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

std::string_view entity_of(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return "";
    }
}

} // namespace

std::string markup_text(std::string_view text) {
    const auto shown = text::visible_line(text);
    std::string escaped;
    escaped.reserve(shown.size());
    for (std::string_view rest = shown; !rest.empty();) {
        const auto character = text::decoded(rest);
        if (const auto entity = entity_of(rest.front()); !entity.empty())
            escaped += entity;
        else if (is_noncharacter(character.code_point))
            text::append_utf8(escaped, 0xFFFD);
        else
            escaped += rest.substr(0, character.size);
        rest.remove_prefix(character.size);
    }
    return escaped;
}

void Markup::begin(std::string_view element, const Attributes& attributes) {
    (m_text += '<') += element;
    for (const auto& [name, value] : attributes)
        ((((m_text += ' ') += name) += "=\"") += markup_text(value)) += '"';
}

Markup& Markup::open(std::string_view element, const Attributes& attributes) {
    begin(element, attributes);
    m_text += '>';
    m_open.emplace_back(element);
    return *this;
}

Markup& Markup::close() {
    ((m_text += "</") += m_open.back()) += '>';
    m_open.pop_back();
    return *this;
}

Markup& Markup::text(std::string_view text) {
    m_text += markup_text(text);
    return *this;
}

Markup& Markup::element(std::string_view element, std::string_view text, const Attributes& attributes) {
    return open(element, attributes).text(text).close();
}

Markup& Markup::empty(std::string_view element, const Attributes& attributes) {
    begin(element, attributes);
    m_text += "/>";
    return *this;
}

Markup& Markup::raw(std::string_view markup) {
    m_text += markup;
    return *this;
}

} // namespace reklamaatio::render
