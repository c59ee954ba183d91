// SPDX-License-Identifier: GPL-3.0-or-later
// One array of flat objects, or one object a line.
#include "render/format_writers.hpp"
#include "text/append.hpp"
#include "text/utf8.hpp"
#include "text/visible.hpp"

#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace reklamaatio::render {

namespace {

struct JsonText {
    std::string operator()(std::monostate) const { return "null"; }
    std::string operator()(const std::string& text) const { return json_string(text); }
    std::string operator()(std::int64_t number) const { return plain_text(number); }
    std::string operator()(bool yes) const { return plain_text(yes); }
    std::string operator()(time::Instant instant) const { return json_string(plain_text(instant)); }
    std::string operator()(time::Date date) const { return json_string(plain_text(date)); }
    std::string operator()(Share share) const { return share.denominator == 0 ? "null" : plain_text(share); }
    std::string operator()(Amount amount) const { return plain_text(amount); }
    std::string operator()(Length length) const { return plain_text(length); }
};

class JsonWriter final : public Writer {
  public:
    JsonWriter(std::ostream& out, Format format) : m_out(out), m_frame(out, format) {}

    void begin(std::span<const Column> columns) override {
        for (const auto& column : columns)
            m_keys.push_back(json_string(column.key) + ':');
    }

    void row(std::span<const Cell> cells) override {
        m_frame.begin_object();
        m_out << '{';
        for (std::size_t i = 0; i < m_keys.size(); ++i) {
            if (i > 0) m_out << ',';
            const Value value = i < cells.size() ? cells[i].value : Value{};
            m_out << m_keys[i] << json_value(value);
        }
        m_out << '}';
        m_frame.end_object();
    }

    void end() override { m_frame.end(); }

  private:
    std::ostream& m_out;
    ObjectFrame m_frame;
    std::vector<std::string> m_keys; // quoted, with their colons
};

} // namespace

std::string json_value(const Value& value) {
    return std::visit(JsonText{}, value);
}

std::string json_object(const std::vector<std::pair<std::string_view, Value>>& members) {
    std::string text;
    for (const auto& [key, value] : members)
        text::append(text, json_string(key) + ':' + json_value(value), ",");
    return '{' + text + '}';
}

// JSON allows control characters beyond U+001F raw, but a terminal obeys some of them.
std::string escape_controls(const std::string& literal) {
    std::string escaped;
    escaped.reserve(literal.size());
    for (std::string_view rest = literal; !rest.empty();) {
        const auto character = text::decoded(rest);
        if (text::shown_control(character.code_point).empty()) {
            escaped += rest.substr(0, character.size);
        } else {
            escaped += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(character.code_point));
        }
        rest.remove_prefix(character.size);
    }
    return escaped;
}

std::string json_string(std::string_view text) {
    constexpr int k_one_line = -1;
    constexpr bool k_ascii_only = false;
    const nlohmann::json value = std::string(text);
    return escape_controls(
        value.dump(k_one_line, ' ', k_ascii_only, nlohmann::json::error_handler_t::replace));
}

std::unique_ptr<Writer> make_json_writer(std::ostream& out) {
    return std::make_unique<JsonWriter>(out, Format::json);
}

std::unique_ptr<Writer> make_ndjson_writer(std::ostream& out) {
    return std::make_unique<JsonWriter>(out, Format::ndjson);
}

void ObjectFrame::open() {
    if (m_is_array && !m_is_open) m_out << "[\n";
    m_is_open = true;
}

void ObjectFrame::begin_object() {
    open();
    if (m_is_array && m_has_object) m_out << ",\n";
    m_has_object = true;
}

void ObjectFrame::end_object() {
    if (!m_is_array) m_out << '\n';
}

void ObjectFrame::add(std::string_view object) {
    begin_object();
    m_out << object;
    end_object();
}

void ObjectFrame::end() {
    if (m_is_array) m_out << (m_has_object ? "\n]\n" : m_is_open ? "]\n" : "[]\n");
}

} // namespace reklamaatio::render
