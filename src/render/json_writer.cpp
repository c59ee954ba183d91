// SPDX-License-Identifier: GPL-3.0-or-later
// One array of flat objects, or one object a line.
#include "render/format_writers.hpp"
#include "render/json_value.hpp"
#include "render/record.hpp"
#include "text/utf8.hpp"
#include "text/visible.hpp"

#include <fmt/format.h>

namespace reklamaatio::render {

namespace {

class JsonWriter final : public Writer {
  public:
    JsonWriter(std::ostream& out, Format format) : m_frame(out, format) {}

    void begin(std::span<const Column> columns) override { m_rows = JsonRows(columns); }

    void row(std::span<const Cell> cells) override {
        std::string object;
        m_rows.append(object, cells);
        m_frame.add(object);
    }

    void end() override { m_frame.end(); }

  private:
    ObjectFrame m_frame;
    JsonRows m_rows;
};

} // namespace

std::string escape_controls(const std::string& literal) {
    std::string escaped;
    escaped.reserve(literal.size());
    for (std::string_view rest = literal; !rest.empty();) {
        const auto character = text::decoded(rest);
        if (text::shown_control(character.code_point).empty()) {
            escaped += rest.substr(0, character.size);
        } else {
            append_json_escape(escaped, character.code_point);
        }
        rest.remove_prefix(character.size);
    }
    return escaped;
}

std::unique_ptr<Writer> make_json_writer(std::ostream& out, const WriterOptions&) {
    return std::make_unique<JsonWriter>(out, Format::json);
}

std::unique_ptr<Writer> make_ndjson_writer(std::ostream& out, const WriterOptions&) {
    return std::make_unique<JsonWriter>(out, Format::ndjson);
}

void ObjectFrame::open() {
    if (m_is_array && !m_is_open) m_out << "[\n";
    m_is_open = true;
}

void ObjectFrame::add(std::string_view object) {
    open();
    if (m_is_array && m_has_object) m_out << ",\n";
    m_has_object = true;
    m_out << object;
    if (!m_is_array) m_out << '\n';
}

void ObjectFrame::add(const Record& record) {
    add(std::string_view(json_text(record)));
}

void ObjectFrame::end() {
    if (m_is_array) m_out << (m_has_object ? "\n]\n" : m_is_open ? "]\n" : "[]\n");
}

} // namespace reklamaatio::render
