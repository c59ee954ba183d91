// SPDX-License-Identifier: GPL-3.0-or-later
// The pieces that JSON is made of, each written after what there is already; for this room's writers.
#pragma once

#include "render/table.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::render {

// As json_string() makes them.
void append_json_string(std::string& json, std::string_view string);
// The character as an escape.
void append_json_escape(std::string& json, char32_t code_point);
void append_json_value(std::string& json, const Value& value);

// The rows of a table as objects.
class JsonRows {
  public:
    JsonRows() = default;
    explicit JsonRows(std::span<const Column> columns);
    // A cell that is not there is null.
    void append(std::string& json, std::span<const Cell> cells) const;

  private:
    std::vector<std::string> m_keys; // quoted, with their colons
};

} // namespace reklamaatio::render
